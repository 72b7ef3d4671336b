import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands, DecisionPage } from '../../src/commands/commands.ts';
import { decisionId } from '../../src/meeting/decisions.ts';
import { everyDecision, type WantedDecisions } from '../../src/meeting/decisionLog.ts';
import type { Board, MeetingFile, Treatment } from '../../src/meeting/meeting.ts';
import { treatmentOf } from '../../src/meeting/run.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const [secretary, reader] = ['ulla.skarvad', 'freja.damsbo'];
const plain = agendaOf(['1 Budgetopfølgning', '2 HEMMELIG organisering (lukket)', '3 Anlæg'], { start: at('08.30'), title: 'Direktionsmøde' });
const agenda = {
  ...plain,
  items: plain.items.map((item, place) => ({
    ...item,
    neutralTitle: item.openness === 'closed' ? 'Personsag' : null,
    presenters: place === 2 ? ['Torkil Bækhøj'] : [],
  })),
};
const [budget, personal, works] = agenda.items;
/** The meetings of the fixture are yet to come: the log is asked past them. */
const wide: WantedDecisions = { ...everyDecision, to: '2099-01-01' };

let board: Board;
let ulla: Commands;
let file: MeetingFile;

const now = () => ulla.find.openMeeting(file.pointer);
const decided = (of: MeetingFile, id: Treatment['itemId'], changes: Partial<Treatment>): Treatment => ({
  ...treatmentOf(
    of.agenda,
    of.treatments,
    of.agenda.items.find((item) => item.id === id)!,
  ),
  ...changes,
});

/** All pages of a search. */
async function all(commands: Commands, wanted: WantedDecisions = wide): Promise<DecisionPage> {
  const verbs = await commands.board.decisions();
  let page = await verbs.findDecisions([board], wanted);
  const found = [...page.found];
  while (page.next !== null) {
    page = await verbs.findDecisions([board], wanted, page.next);
    found.push(...page.found);
  }
  return { ...page, found };
}
const told = ({ found }: DecisionPage) => found.map(({ outcome, number, title, decision }) => [outcome, number, title, decision]);

beforeAll(async () => {
  ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  file = await ulla.agenda.attachAgenda({ event: await comingMeeting(ulla, /^Direktionsmøde/), board, agenda }, () => undefined);
  await ulla.minutes.recordTreatment(file, decided(file, budget!.id, { outcome: 'approved', decision: 'Godkendt med åbne tal.' }));
  await ulla.minutes.recordTreatment(file, decided(file, personal!.id, { decision: 'HEMMELIG Ansat.', publicDecision: 'Afgjort.' }));
  await ulla.minutes.recordTreatment(file, decided(file, works!.id, { outcome: 'discussed', decision: 'Drøftet.' }));
  const blank = decided(await now(), works!.id, { outcome: 'deferred', decision: 'Broen udsættes.' });
  await ulla.minutes.recordTreatment(await now(), { ...blank, itemId: decisionId(works!.id, 2) });
}, 90_000);

describe('the decision log', () => {
  test('holds nothing of drafts', async () => {
    expect(told(await all(ulla))).toEqual([]);
  });

  test('has each decision of the published minutes, closed ones for the circle alone', async () => {
    await ulla.publish.publishMinutes(await now(), () => undefined);
    expect(told(await all(ulla))).toEqual([
      ['approved', '1', 'Budgetopfølgning', 'Godkendt med åbne tal.'],
      [null, '2', 'HEMMELIG organisering', 'HEMMELIG Ansat.'],
      ['discussed', '3', 'Anlæg', 'Drøftet.'],
      ['deferred', '3', 'Anlæg', 'Broen udsættes.'],
    ]);
    const outside = await all(await town.as(reader));
    expect(told(outside)[1]).toEqual([null, '2', 'Personsag', 'Afgjort.']);
    expect(JSON.stringify(outside)).not.toContain('HEMMELIG');
    expect(told(await all(await town.as(reader), { ...wide, words: 'hemmelig' }))).toEqual([]);
  });

  test.each([
    ['words in any order and case', { words: 'TAL godkendt' }, ['Godkendt med åbne tal.']],
    ['words side by side', { words: '"åbne tal"' }, ['Godkendt med åbne tal.']],
    ['words that do not stand side by side', { words: '"tal åbne"' }, []],
    ['words of a later decision, not of the first', { words: 'broen' }, ['Broen udsættes.']],
    ['the result of a later decision', { result: 'deferred' }, ['Broen udsættes.']],
    ['who presented', { person: 'bækhøj' }, ['Drøftet.', 'Broen udsættes.']],
    ['nobody', { person: 'Ingen Navnesen' }, []],
    ['a period before it', { to: '2020-01-01' }, []],
    ['a period around it', { from: '2020-01-01' }, ['Godkendt med åbne tal.', 'HEMMELIG Ansat.', 'Drøftet.', 'Broen udsættes.']],
  ] as const)('is searched by %s', async (_, wanted, decisions) => {
    expect((await all(ulla, { ...wide, ...wanted })).found.map(({ decision }) => decision)).toEqual(decisions);
  });

  test('brings its first page in two requests', async () => {
    let sent = 0;
    const network: typeof fetch = (input, init) => {
      sent += 1;
      return fetch(input, init);
    };
    const verbs = await (await town.as(secretary, { kind: 'none' }, { network })).board.decisions();
    // The closed place is looked up once on a device.
    await verbs.findDecisions([board], wide);
    const begins = { ...wide, to: new Date(Date.parse(file.occasion.start) + 86_400_000).toISOString().slice(0, 10) };
    sent = 0;
    expect((await verbs.findDecisions([board], begins)).found).toHaveLength(4);
    expect(sent).toBe(2);
  });

  test('follows a correction, and leaves the earlier edition out', async () => {
    await ulla.minutes.recordTreatment(await now(), decided(await now(), budget!.id, { outcome: 'rejected', decision: 'Forkastet.' }));
    await ulla.publish.publishMinutes(await now(), () => undefined);
    expect(told(await all(ulla))[0]).toEqual(['rejected', '1', 'Budgetopfølgning', 'Forkastet.']);
    expect((await all(ulla, { ...wide, words: 'åbne tal' })).found).toEqual([]);
  });

  test('becomes a table with a link to each item', async () => {
    const text = (await ulla.board.decisions()).decisionsFile((await all(ulla)).found);
    expect(text).toMatch(/^\uFEFFDato;Mødeforum;Punkt;Overskrift;Resultat;Beslutning;Link\r\n/);
    expect(text).toMatch(new RegExp(`;Direktionen;1;Budgetopfølgning;Forkastet;Forkastet\\.;.*#/referat.*i=${budget!.id}`));
  });

  test('tells a body that cannot be read, and fails where none can', async () => {
    const verbs = await ulla.board.decisions();
    const gone = { ...board, name: 'Nedlagt', siteId: `${board.siteId.slice(0, -1)}0` as Board['siteId'], closedSiteId: null };
    const page = await verbs.findDecisions([board, gone], wide);
    expect(page.lacking.map(({ name }) => name)).toEqual(['Nedlagt']);
    await expect(verbs.findDecisions([gone], wide)).rejects.toMatchObject({ name: expect.stringMatching(/NotFound|Refused|NotAllowed/) as string });
  });

  test('has the bodies of my teams whose sites are ready', async () => {
    expect((await (await ulla.board.decisions()).myBoards()).map(({ name }) => name)).toContain('Direktionen');
  });

  test('has nothing of minutes that were taken back', async () => {
    await ulla.publish.unpublishMinutes(await now());
    expect((await all(ulla)).found).toEqual([]);
  });
});
