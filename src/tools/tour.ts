/**
 * `npm run tour`: holds what Dagsorden believes of Microsoft 365 against a tenant, the embedded one or a real one.
 * `--client-id ID --tenant ID --team NAME` names a real one; `--second` signs in another person, too; `--report FILE` says where the report goes.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localCertificate } from '../tenant/certificate.ts';
import { folders } from './folders.ts';
import { trustCertificate } from './tour/trustCertificate.ts';
import { startTenant } from './tenantProcess.ts';
import { createCleanUp, type CleanUp } from './tour/cleanUp.ts';
import { report, summary, tableLine } from './tour/report.ts';
import { signInByCode, signInToEmbedded } from './tour/signIn.ts';
import { createStops, type Stops, type Traveller } from './tour/stops.ts';
import { beliefs, takeTour } from './tour/takeTour.ts';
import { at, listAt, textAt } from './tour/wire.ts';

const { values: options } = parseArgs({
  options: {
    'client-id': { type: 'string' },
    tenant: { type: 'string' },
    team: { type: 'string' },
    second: { type: 'boolean', default: false },
    report: { type: 'string', default: join('.local', 'tour-report.json') },
  },
});

interface Group {
  readonly me: Traveller;
  readonly other: Traveller | null;
  readonly team: string;
  close(): Promise<void>;
}

async function embedded(): Promise<Group> {
  const certificate = await localCertificate(folders.certificate);
  trustCertificate(certificate.cert);
  const tenant = await startTenant({ port: 0, data: null, appOrigin: 'https://localhost:5444', manifest: null });
  const { graph } = tenant.addresses;
  const [me, other] = [await signInToEmbedded(graph, 'ulla.skarvad@fjordby.example'), await signInToEmbedded(graph, 'ane.kratholm@fjordby.example')];
  return { me, other, team: options.team ?? 'Direktionen', close: () => tenant.stop() };
}

async function real(clientId: string, tenant: string, team: string): Promise<Group> {
  console.log('Sign in as the person on whose calendar and team the tour is taken.');
  const me = await signInByCode(clientId, tenant, console.log);
  if (options.second) console.log('Sign in as another person, who will be invited.');
  const other = options.second ? await signInByCode(clientId, tenant, console.log) : null;
  return { me, other, team, close: async () => undefined };
}

/** Throws where no joined team is called so. */
async function stopsFor({ me, other, team }: Group, cleanUp: CleanUp): Promise<Stops> {
  const joined = await me.ask('GET', '/me/joinedTeams');
  const found = listAt(joined.body, 'value').find((each) => at(each, 'displayName') === team);
  const teamId = at(found, 'id');
  if (typeof teamId !== 'string') throw new Error(`You are in no team called "${team}".`);
  const siteId = textAt(await me.ask('GET', `/groups/${teamId}/sites/root?$select=id`), 'id');
  const name = `Dagsorden-rundtur ${randomBytes(3).toString('hex')}`;
  return createStops({ me, other, teamId, siteId, name, cleanUp, today: new Date() });
}

const announcement = (team: string) => `The tour tries ${beliefs.length} beliefs. It makes
  events half a year ahead in the calendar of whoever signs in${options.second ? ', to which the second person is invited by mail' : ''},
  lists and files on the site of the team "${team}", two messages in its general channel, and a list of tasks.
Everything is called "Dagsorden-rundtur …" and is taken away at the end, also after Ctrl+C. The report holds no names, ids or tokens.`;

async function run(): Promise<number> {
  const { 'client-id': clientId, tenant, team } = options;
  const isReal = clientId !== undefined || tenant !== undefined;
  if (isReal && (clientId === undefined || tenant === undefined || team === undefined)) {
    console.error('A real tenant is named by --client-id, --tenant and --team, all three.');
    return 2;
  }
  console.log(announcement(team ?? 'Direktionen'));
  const group = isReal ? await real(clientId ?? '', tenant ?? '', team ?? '') : await embedded();
  const cleanUp = createCleanUp();
  let stopped = false;
  process.on('SIGINT', () => {
    if (!stopped) console.log('\nStopping: what was made is taken away.');
    stopped = true;
  });
  try {
    const tried = await takeTour(
      await stopsFor(group, cleanUp),
      (each) => console.log(tableLine(each)),
      () => stopped,
    );
    const { version } = JSON.parse(readFileSync(join(folders.root, 'package.json'), 'utf8')) as { version: string };
    writeFileSync(options.report, report(tried, { date: new Date().toISOString().slice(0, 10), version, embedded: !isReal }));
    console.log(`\n${summary(tried)}. The report is in ${options.report}.`);
    return stopped ? 130 : 0;
  } finally {
    const left = await cleanUp.run();
    if (left.length > 0) console.error(`Could not be taken away, please do so by hand: ${left.join(', ')}. All are called "Dagsorden-rundtur …".`);
    await group.close();
  }
}

process.exitCode = await run();
