/**
 * The second half of `npm start`, on the project's own Node: certificate, build, embedded tenant, web server, and one
 * address. Stops everything again on Ctrl+C.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { localCertificate } from '../tenant/certificate.ts';
import { BuildFailed, ensureBuild } from './build/ensureBuild.ts';
import { folders } from './folders.ts';
import { PortTaken, requireFree } from './ports.ts';
import { serveApp } from './serveApp.ts';
import { TenantFailed, startTenant } from './tenantProcess.ts';

const usage = `npm start [-- --port 5443] [--fresh]

Starts the embedded tenant on the port and Dagsorden on the next one. --fresh removes what was kept and begins again.`;

const say = (line: string) => console.log(line);

async function start(tenantPort: number, fresh: boolean): Promise<void> {
  const appPort = tenantPort + 1;
  await requireFree(tenantPort);
  await requireFree(appPort);
  // Only now: with both ports free, no tenant of this port is using the data.
  if (fresh) rmSync(folders.tenantData, { recursive: true, force: true });
  await localCertificate(folders.certificate);

  const build = await ensureBuild({ name: 'local', tenantPort, appPort, budget: 'warn', say });
  say('Starting the embedded tenant (Fjordby Kommune) …');
  const teamsHosts = `https://localhost:${tenantPort}`;
  const app = await serveApp({ folder: build.folder, port: appPort, teamsHosts });
  const tenant = await startTenant({ port: tenantPort, data: folders.tenantData, appOrigin: app.origin, manifest: build.manifest });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('\nStopping …');
    await Promise.all([tenant.stop(), app.stop()]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  void tenant.ended.then(async ({ code, lastWords }) => {
    if (stopping) return;
    console.error(`The embedded tenant ended by itself (${code ?? 'no code'}).\n${lastWords}`);
    await app.stop();
    process.exit(1);
  });

  say(`
Dagsorden is ready. Open

    ${tenant.addresses.home}

The browser will warn once about the certificate, which was made on this machine: choose to continue,
or run "npm run trust" to have it trusted. Your data are kept in .local/tenant. Ctrl+C stops everything.`);
}

try {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '5443' }, fresh: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  });
  const port = Number(values.port);
  if (values.help === true) say(usage);
  else if (!Number.isInteger(port) || port < 1 || port > 65_534) throw new TypeError(`"${values.port}" is not a port.`, { cause: 'usage' });
  else await start(port, values.fresh);
} catch (error) {
  if (error instanceof PortTaken) console.error(`${error.message} Stop it, or choose another: npm start -- --port ${error.port + 2000}`);
  else if (error instanceof BuildFailed) console.error(`The app could not be built.\n${error.message}`);
  else if (error instanceof TenantFailed) console.error(error.message);
  else if (error instanceof TypeError) console.error(`${error.message}\n\n${usage}`);
  else throw error;
  process.exit(1);
}
