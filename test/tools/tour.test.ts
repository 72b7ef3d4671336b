import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultShape } from '../../src/tenant/dev/faults.ts';
import { createCleanUp } from '../../src/tools/tour/cleanUp.ts';
import { report, tableLine } from '../../src/tools/tour/report.ts';
import { signInToEmbedded } from '../../src/tools/tour/signIn.ts';
import { createStops, type Stops, type Traveller } from '../../src/tools/tour/stops.ts';
import { beliefs, takeTour, type Tried } from '../../src/tools/tour/takeTour.ts';
import { at, listAt, textAt } from '../../src/tools/tour/wire.ts';
import { fjordby, type Fjordby } from '../tenant/running.ts';

let tenant: Fjordby;
let ulla: Traveller;
let ane: Traveller;
let teamId: string;
let siteId: string;

beforeAll(async () => {
  tenant = await fjordby();
  ulla = await signInToEmbedded(tenant.addresses.graph, 'ulla.skarvad@fjordby.example');
  ane = await signInToEmbedded(tenant.addresses.graph, 'ane.kratholm@fjordby.example');
  const joined = await ulla.ask('GET', '/me/joinedTeams');
  teamId = String(
    at(
      listAt(joined.body, 'value').find((team) => at(team, 'displayName') === 'Direktionen'),
      'id',
    ),
  );
  siteId = textAt(await ulla.ask('GET', `/groups/${teamId}/sites/root`), 'id');
});
afterEach(() => tenant.dev('DELETE', '/faults'));
afterAll(() => tenant.close());

const name = 'Dagsorden-rundtur prøve';
let tours = 0;
const stopsOf = (other: Traveller | null, patience = 64): Stops =>
  createStops({ patience, me: ulla, other, teamId, siteId, name: `${name} ${(tours += 1)}`, cleanUp: createCleanUp(), today: new Date() });
const kinds = (tried: readonly Tried[], kind: string) => tried.filter(({ finding }) => finding.kind === kind);

/** Everything anywhere in the tenant that is called as the tour calls its things. */
async function leftOvers(): Promise<readonly string[]> {
  const found = await Promise.all(
    [
      ...[ulla, ane].map(({ ask }) => ask('GET', '/me/events?$select=subject&$top=200')),
      ulla.ask('GET', `/sites/${siteId}/lists?$select=displayName`),
      ulla.ask('GET', `/sites/${siteId}/drive/root/children`),
      ulla.ask('GET', '/me/todo/lists'),
    ].map(async (answer) => listAt((await answer).body, 'value')),
  );
  return found.flat().flatMap((thing) => {
    const called = String(at(thing, 'subject') ?? at(thing, 'displayName') ?? at(thing, 'name'));
    return called.includes(name) ? [called] : [];
  });
}

describe('a tour of the embedded tenant', () => {
  it('finds everything as believed, and leaves nothing behind', { timeout: 240_000 }, async () => {
    const stops = stopsOf(ane);
    const tried = await takeTour(stops);
    expect(tried.filter(({ finding }) => finding.kind !== 'asBelieved').map(tableLine)).toEqual([]);
    expect(tried.length).toBeGreaterThan(60);
    expect((await leftOvers()).length).toBeGreaterThan(10);
    expect(await stops.cleanUp.run()).toEqual([]);
    expect(await leftOvers()).toEqual([]);
  });

  it('tells what comes otherwise, and which switch plays it so', async () => {
    await tenant.dev('POST', '/faults', { path: '/items/', method: 'PATCH', staleIsConflict: true });
    const stops = stopsOf(null);
    const tried = await takeTour(stops);
    await stops.cleanUp.run();
    expect(kinds(tried, 'otherwise').map(tableLine)).toEqual([
      expect.stringMatching(/^otherwise +rows\.staleIsRefused .*← 409 \w+; the embedded tenant plays it so with fault staleIsConflict/),
    ]);
    const untried = kinds(tried, 'notTried').map(({ belief }) => belief.id);
    expect(untried.length).toBeGreaterThan(3);
    expect(untried.every((id) => /^(copies|answers|forwards)\./.test(id))).toBe(true);
  });

  /** Every switch of a fault that plays an "otherwise", and the belief that it plays otherwise. */
  const SWITCHES: readonly [Record<string, unknown>, string][] = [
    [{ namesByTitle: true }, 'lists.renamedIsFoundByOldName'],
    [{ lateColumnsMs: 60_000 }, 'columns.thereAtOnce'],
    [{ anyChoice: true }, 'rows.choiceIsHeld'],
    [{ staleIsConflict: true }, 'rows.deleteMinds'],
    [{ zonedDays: true }, 'calendar.allDayIsMidnight'],
    [{ transactionOnce: true }, 'calendar.transactionId'],
    [{ oddExpand: 'refused' }, 'calendar.extension'],
    [{ oddExpand: 'absent' }, 'calendar.extension'],
    [{ calendarDrift: true }, 'calendars.keepTheirId'],
    [{ uidPerOccurrence: true }, 'series.oneUid'],
    [{ daySlots: true }, 'series.allDaySlotIsItsOwnMidnight'],
    [{ keepsAnswers: true }, 'answers.askedAgain'],
    [{ forwardUntold: true }, 'forwards.toldToOrganiser'],
  ];
  it.each(SWITCHES)('is told of %j as otherwise, with the switch by its name', async (fault, id) => {
    const [name] = Object.keys(fault);
    const belief = beliefs.find((each) => each.id === id)!;
    await tenant.dev('POST', '/faults', fault);
    const stops = stopsOf(ane, 1);
    const finding = await belief.check(stops);
    await tenant.dev('DELETE', '/faults');
    expect(finding.kind).toBe('otherwise');
    expect(tableLine({ belief, finding })).toContain(`the embedded tenant plays it so with fault ${String(name)}`);
    expect(await stops.cleanUp.run()).toEqual([]);
  });

  it('names every switch of the embedded tenant that plays an answer otherwise', () => {
    const general = ['name', 'path', 'method', 'user', 'rate', 'after', 'count', 'delayMs', 'status', 'code', 'message', 'retryAfter', 'effect'];
    // How a fault strikes, what any service may do at any time, and what only a third mailbox would see.
    const others = ['cut', 'reset', 'claims', 'seed', 'forwardRenamed'];
    const switches = Object.keys(faultShape.shape).filter((each) => ![...general, ...others].includes(each));
    expect(switches.filter((each) => !beliefs.some(({ played }) => played?.includes(each)))).toEqual([]);
  });

  it('goes on where an answer never comes, and takes away what it made before', async () => {
    await tenant.dev('POST', '/faults', { path: '/lists/.*/items', cut: 'before' });
    const stops = stopsOf(null);
    const tried = await takeTour(stops);
    await tenant.dev('DELETE', '/faults');
    expect(tried).toHaveLength(beliefs.length);
    expect(kinds(tried, 'notTried').some(({ belief }) => belief.id.startsWith('rows.'))).toBe(true);
    expect(await stops.cleanUp.run()).toEqual([]);
    expect(await leftOvers()).toEqual([]);
  });

  it('says what could not be taken away', async () => {
    const stops = stopsOf(null);
    await stops.meeting();
    await tenant.dev('POST', '/faults', { path: '/me/events/', method: 'DELETE', status: 403, code: 'ErrorAccessDenied' });
    expect(await stops.cleanUp.run()).toEqual(['event']);
  });
});

describe('the report', () => {
  it('names nobody, and holds no id, token or word of the tenant', async () => {
    const stops = stopsOf(ane);
    const tried = await takeTour(stops);
    await stops.cleanUp.run();
    const text = report(tried, { date: '2026-11-30', version: '0.1.0', embedded: true });
    for (const secret of ['fjordby.example', 'Ulla', 'Ane', 'Direktionen', ulla.id, ane.id, teamId, siteId, 'eyJ'])
      expect(text).not.toContain(secret);
    expect(JSON.parse(text)).toMatchObject({
      tour: 1,
      embedded: true,
      beliefs: expect.arrayContaining([expect.objectContaining({ kind: 'asBelieved' })]),
    });
  });

  it('knows each belief by an id of its own, with a source', () => {
    expect(new Set(beliefs.map(({ id }) => id)).size).toBe(beliefs.length);
    for (const { claim, source } of beliefs) expect([claim, source].every((words) => words.length > 5)).toBe(true);
  });
});

describe('npm run tour', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dagsorden-tour-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const start = (...words: string[]) => spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/tools/tour.ts', ...words]);
  const ended = (child: ReturnType<typeof start>) => new Promise<number | null>((resolve) => child.once('close', resolve));

  it('stops at Ctrl+C, takes away what it made and says how far it came', async () => {
    const file = join(folder, 'report.json');
    const tour = start('--report', file);
    let said = '';
    tour.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('calendar.joinUrlHoldsChat')) tour.kill('SIGINT');
    });
    let complained = '';
    tour.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
    expect(await ended(tour)).toBe(130);
    expect(said.indexOf('taken away')).toBeLessThan(said.indexOf('wire.errorShape'));
    expect(complained).toBe('');
    expect(listAt(JSON.parse(readFileSync(file, 'utf8')), 'beliefs').length).toBeLessThan(beliefs.length);
  });

  it('asks for all that names a real tenant', async () => {
    const tour = start('--client-id', 'x');
    let said = '';
    tour.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    expect(await ended(tour)).toBe(2);
    expect(said).toContain('--team');
  });
});
