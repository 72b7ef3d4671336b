import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localCertificate } from './certificate.ts';
import { fixtureNames, type FixtureName } from './fixtures/names.ts';

const usage = `The embedded Microsoft 365 of Fjordby Kommune.
  --port N         port on localhost (5443)
  --data DIR       where the data are kept (.local/tenant)
  --memory         keep nothing
  --fixture NAME   ${fixtureNames.join(' | ')} (fjordby)
  --app ORIGIN     where Dagsorden's pages are served (https://localhost:5444); may be given again
  --limits         enforce SharePoint's rate limits too
  --no-limits      enforce none, to measure with
  --manifest FILE  the built unified manifest, for the host pages`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '5443' },
    data: { type: 'string' },
    memory: { type: 'boolean', default: false },
    fixture: { type: 'string', default: 'fjordby' },
    app: { type: 'string', multiple: true, default: ['https://localhost:5444'] },
    limits: { type: 'boolean', default: false },
    'no-limits': { type: 'boolean', default: false },
    manifest: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(usage);
  process.exit(0);
}
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`--port ${values.port} is no port.`);
if (!isFixture(values.fixture)) fail(`--fixture ${values.fixture} is not known.`);

const local = resolve('.local');
// Compiled programs are kept from one start to the next, which halves the work of a start. Only what is loaded after this line gains.
enableCompileCache(join(local, 'compiled'));
const { startTenant } = await import('./server.ts');

const running = await startTenant({
  port,
  certificate: await localCertificate(join(local, 'certificate')),
  data: values.memory ? undefined : resolve(values.data ?? join(local, 'tenant')),
  fixture: values.fixture,
  limits: values.limits ? 'all' : values['no-limits'] ? 'none' : 'usual',
  appOrigins: values.app.map((origin) => new URL(origin).origin),
  ...(values.manifest === undefined ? {} : { manifest: resolve(values.manifest) }),
}).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.close().then(() => process.exit(0)));
if (running.stale !== undefined)
  console.error(
    `The data were filled in ${running.stale} days ago, so their meetings may all be past. Begin again with npm start -- --fresh, or remove the folder.`,
  );
// Last of all: who reads this line may end the program at once.
console.log(JSON.stringify(running.addresses));

function isFixture(name: string): name is FixtureName {
  return (fixtureNames as readonly string[]).includes(name);
}

function fail(message: string): never {
  console.error(`${message}\n\n${usage}`);
  process.exit(2);
}
