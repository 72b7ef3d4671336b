/**
 * A program: all the tenants one process of tests asks for, one after another (tenantProcess.ts). Loading the tenant costs more than
 * starting one, and a test file wants one that nobody has used.
 */
import { enableCompileCache } from 'node:module';
import type { RunningTenant, TenantAddresses, TenantOptions } from '../../src/tenant/server.ts';

/** Every message has the number of the tenant it is about. */
export type Asked = { readonly tenant: number; readonly start: TenantOptions } | { readonly tenant: number; readonly stop: true };
export type Answered = { readonly tenant: number } & ({ readonly addresses: TenantAddresses } | { readonly failed: string });

enableCompileCache('.local/compiled');
const { startTenant } = await import('../../src/tenant/server.ts');
const running = new Map<number, Promise<RunningTenant>>();

process.on('message', (asked: Asked) => void ('start' in asked ? start(asked.tenant, asked.start) : stop(asked.tenant)));
// Whoever asked has ended, however that came about.
process.on('disconnect', () => process.exit());

async function start(tenant: number, options: TenantOptions): Promise<void> {
  const starting = startTenant(options);
  running.set(tenant, starting);
  try {
    answer({ tenant, addresses: (await starting).addresses });
  } catch (error) {
    answer({ tenant, failed: String(error) });
  }
}

async function stop(tenant: number): Promise<void> {
  await (await running.get(tenant))?.close();
  running.delete(tenant);
}

function answer(answered: Answered): void {
  process.send?.(answered);
}
