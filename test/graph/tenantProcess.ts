import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createGraph, type Graph, type GraphOptions } from '../../src/graph/client.ts';
import { localCertificate } from '../../src/tenant/certificate.ts';
import type { FixtureName } from '../../src/tenant/fixtures/names.ts';
import type { TenantAddresses, TenantOptions } from '../../src/tenant/server.ts';
import { trust } from '../tenant/trust.ts';
import type { Answered, Asked } from './tenantHouse.ts';

export interface Tenant {
  readonly graphBase: string;
  readonly authority: string;
  /** A client for one person, with the scopes each request names. */
  graphOf(user: string, options?: Partial<GraphOptions>): Graph;
  fault(fault: object): Promise<void>;
  noFaults(): Promise<void>;
  stop(): void;
}

const root = new URL('../../', import.meta.url);
let house: ChildProcess | undefined;
let tenants = 0;

/** The program all tenants of this process live in (tenantHouse.ts); it ends when this process does. */
function houseOfTenants(): ChildProcess {
  if (house?.connected) return house;
  house = fork(new URL('tenantHouse.ts', import.meta.url), { cwd: root, execArgv: ['--disable-warning=ExperimentalWarning'] });
  // Nobody is kept from ending by it.
  house.unref();
  return house;
}

/** Where a new tenant is reached, and how it is ended. */
async function newTenant(options: TenantOptions): Promise<{ addresses: TenantAddresses; stop: () => void }> {
  const home = houseOfTenants();
  const tenant = (tenants += 1);
  const ask = (asked: Asked): void => void home.send(asked);
  home.channel?.ref();
  const addresses = await new Promise<TenantAddresses>((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`The house of tenants ended with ${code}`));
    const hear = (answered: Answered): void => {
      if (answered.tenant !== tenant) return;
      home.off('message', hear).off('exit', ended);
      if ('failed' in answered) reject(new Error(answered.failed));
      else resolve(answered.addresses);
    };
    home.on('message', hear).once('exit', ended);
    ask({ tenant, start: options });
  }).finally(() => home.channel?.unref());
  return { addresses, stop: () => ask({ tenant, stop: true }) };
}

/** Starts an embedded tenant on a free port, with nothing kept, and trusts its certificate. */
export async function startTenantProcess({
  app = 'https://localhost:5444',
  manifest,
  fixture = 'fjordby',
}: { app?: string; manifest?: string; fixture?: FixtureName } = {}): Promise<Tenant> {
  const certificate = await localCertificate(fileURLToPath(new URL('.local/certificate', root)));
  trust(certificate.cert);
  const { addresses, stop } = await newTenant({
    port: 0,
    certificate,
    data: undefined,
    fixture,
    appOrigins: [app],
    ...(manifest === undefined ? {} : { manifest }),
  });
  const { graph: graphBase, authority } = addresses;
  const home = new URL(graphBase).origin;
  const post = (path: string, body: object) =>
    fetch(`${home}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const tokens = new Map<string, string>();
  return {
    graphBase,
    authority,
    graphOf: (user, options = {}) =>
      createGraph({
        baseUrl: graphBase,
        token: async ({ scopes, claims }) => {
          const key = `${user} ${[...scopes].sort().join(' ')}`;
          const known = tokens.get(key);
          if (known !== undefined && claims === undefined) return known;
          const answer = await post('/_dev/token', { user: `${user}@fjordby.example`, scopes });
          const { access_token: token } = (await answer.json()) as { access_token: string };
          tokens.set(key, token);
          return token;
        },
        // Tests wait for states: a wait that the service names is kept in its order, not in its length. Who tests waiting pauses by the clock.
        pause: (seconds) => delay(seconds * 20),
        ...options,
      }),
    fault: async (fault) => {
      const answer = await post('/_dev/faults', fault);
      if (!answer.ok) throw new Error(await answer.text());
    },
    noFaults: async () => void (await fetch(`${home}/_dev/faults`, { method: 'DELETE' })),
    stop,
  };
}
