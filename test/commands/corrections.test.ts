import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { decisionId } from '../../src/meeting/decisions.ts';
import type { Board, MeetingFile, Treatment } from '../../src/meeting/meeting.ts';
import { treatmentOf } from '../../src/meeting/run.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const [secretary, second, reader] = ['ulla.skarvad', 'ane.kratholm', 'freja.damsbo'];
const plain = agendaOf(['1 Budget', '2 HEMMELIG organisering (lukket)', '3 Anlæg'], { start: at('08.30'), title: 'Direktionsmøde' });
const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, neutralTitle: item.openness === 'closed' ? 'Personsag' : null })) };
const [budget, personal, works] = agenda.items;

let board: Board;
let ulla: Commands;
let file: MeetingFile;

const opened = async (person: string, of = file): Promise<MeetingFile> => (await town.as(person)).find.openMeeting(of.pointer);
const now = () => ulla.find.openMeeting(file.pointer);
const decided = (of: MeetingFile, id: Treatment['itemId'], changes: Partial<Treatment>): Treatment => ({
  ...treatmentOf(
    of.agenda,
    of.treatments,
    of.agenda.items.find((item) => item.id === id)!,
  ),
  ...changes,
});
const linesOf = async (person: string) => (await opened(person)).minutes!.lines;

beforeAll(async () => {
  ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  file = await ulla.agenda.attachAgenda({ event: await comingMeeting(ulla, /^Direktionsmøde/), board, agenda }, () => undefined);
  await ulla.minutes.recordTreatment(file, decided(file, budget!.id, { outcome: 'approved', decision: 'Godkendt.' }));
  await ulla.minutes.recordTreatment(file, decided(file, personal!.id, { decision: 'HEMMELIG Ansat.', publicDecision: 'Afgjort.' }));
  await ulla.minutes.recordTreatment(file, decided(file, works!.id, { outcome: 'discussed', decision: 'Drøftet.' }));
}, 60_000);

describe('an item with several decisions', () => {
  test('keeps each in a row of its own, which two people write without touching each other, and prints all', async () => {
    const ane = await town.as(second);
    const [hers, mine] = [await ane.find.openMeeting(file.pointer), await now()];
    const blank = decided(mine, works!.id, { outcome: null, decision: '' });
    await ulla.minutes.recordTreatment(mine, { ...blank, itemId: decisionId(works!.id, 2), outcome: 'approved', decision: 'Vejen anlægges.' });
    await ane.minutes.recordTreatment(hers, { ...blank, itemId: decisionId(works!.id, 3), outcome: 'deferred', decision: 'Broen udsættes.' });
    await ane.minutes.recordTreatment(hers, decided(hers, works!.id, { decision: 'Drøftet grundigt.' }));
    const read = (await now()).treatments.find(({ itemId }) => itemId === works!.id)!;
    expect([read, ...read.further!].map(({ decision, outcome }) => [decision, outcome])).toEqual([
      ['Drøftet grundigt.', 'discussed'],
      ['Vejen anlægges.', 'approved'],
      ['Broen udsættes.', 'deferred'],
    ]);
    const { members, digestHtml } = await ulla.publish.previewPublication(await now());
    expect(members.lines[2]).toMatchObject({ decision: 'Drøftet grundigt.', further: [{ outcome: 'approved' }, { decision: 'Broen udsættes.' }] });
    expect(digestHtml).toMatch(/Drøftet grundigt[\s\S]*Vejen anlægges[\s\S]*Broen udsættes/);
  });

  test('of a closed item stays in the circle, but for what is meant for the public', async () => {
    const mine = await now();
    const more = { outcome: 'approved', decision: 'HEMMELIG lønnen.', publicDecision: 'Lønnen er fastsat.' } as const;
    await ulla.minutes.recordTreatment(mine, decided(mine, personal!.id, { itemId: decisionId(personal!.id, 2), ...more }));
    const log = await ulla.publish.publishMinutes(await now(), () => undefined);
    expect(log.map(({ target, version, state }) => `${target} ${version} ${state}`)).toEqual([
      'closedLists 1 done',
      'lists 1 done',
      'channel 1 done',
    ]);
    expect((await linesOf(reader))[1]).toMatchObject({ decision: 'Afgjort.', further: [{ outcome: null, decision: 'Lønnen er fastsat.' }] });
    expect((await linesOf(secretary))[1]).toMatchObject({ decision: 'HEMMELIG Ansat.', further: [{ decision: 'HEMMELIG lønnen.' }] });
    expect(JSON.stringify(await opened(reader))).not.toContain('HEMMELIG');
  });
});

describe('what is changed after the minutes are published', () => {
  test('is no part of them, and is shown as a correction beside what was published', async () => {
    const before = await now();
    expect((await ulla.publish.previewPublication(before)).corrections).toBeNull();
    await ulla.minutes.recordTreatment(before, decided(before, budget!.id, { outcome: 'rejected', decision: 'Forkastet.' }));
    const preview = await ulla.publish.previewPublication(await now());
    expect(preview).toMatchObject({ version: 2, corrections: { head: false, excused: false } });
    expect(preview.corrections!.lines).toMatchObject([
      { published: { decision: 'Godkendt.' }, now: { decision: 'Forkastet.', outcome: 'rejected' } },
    ]);
    expect((await linesOf(reader))[0]).toMatchObject({ decision: 'Godkendt.' });
    expect((await now()).minutes).toMatchObject({ version: 1 });
  });

  test('goes out as a new edition, told as corrected, and only once', async () => {
    const log = await ulla.publish.publishMinutes(await now(), () => undefined);
    expect(log.map(({ target, version, state }) => `${target} ${version} ${state}`)).toEqual([
      'closedLists 2 done',
      'lists 2 done',
      'channel 2 done',
    ]);
    const seen = await opened(reader);
    expect(seen.minutes).toMatchObject({ version: 2 });
    expect(seen.minutes!.lines[0]).toMatchObject({ decision: 'Forkastet.', outcome: 'rejected' });
    expect(JSON.stringify(seen)).not.toContain('HEMMELIG');
    const again = await ulla.publish.publishMinutes(await now(), () => undefined);
    expect(again.every(({ version }) => version === 2)).toBe(true);
    const posts = (await town.log()).filter(({ method, path }) => method === 'POST' && /\/messages(?:\/\d+\/replies)?$/.test(path));
    expect(posts.map(({ path }) => /\/replies$/.test(path))).toEqual([false, true]);
    const messages = await town.ask(secretary, `/teams/${board.teamId}/channels/${encodeURIComponent(board.channelId)}/messages?$expand=replies`);
    expect(JSON.stringify(messages.body).match(/Rettet referat/g)?.length ?? 0).toBeGreaterThan(0);
    expect((await ulla.publish.previewPublication(await now())).corrections).toBeNull();
  });

  test('and closed meanwhile is closed in the earlier edition too, before the new one goes out', async () => {
    const open = await now();
    await ulla.agenda.closeItem(open, works!.id, 'Sag');
    expect((await ulla.publish.previewPublication(await now())).version).toBe(3);
    await ulla.publish.publishMinutes(await now(), () => undefined);
    const rows = await town.ask(reader, `/sites/${board.siteId}/lists/DagsordenReferat/items?$expand=fields`);
    expect(rows.status).toBe(200);
    expect(JSON.stringify(rows.body)).not.toMatch(/Anlæg|Vejen anlægges|Broen/);
  });
});

describe("another's decision", () => {
  test('is told by one request, with who wrote it', async () => {
    const ane = await town.as(second);
    const mine = await now();
    await ane.minutes.recordTreatment(await ane.find.openMeeting(file.pointer), decided(mine, budget!.id, { decision: 'Forkastet enstemmigt.' }));
    await town.emptyLog();
    const { treatments, writers } = await ulla.minutes.treatmentsNow(mine);
    expect(treatments.find(({ itemId }) => itemId === budget!.id)).toMatchObject({ decision: 'Forkastet enstemmigt.' });
    expect(writers[budget!.id]).toBe('Ane Kratholm');
    const asked = await town.log();
    expect(asked).toHaveLength(1);
    expect(asked[0]!.requestCharge).toBeLessThanOrEqual(2);
  });

  test('names them where it clashes with mine', async () => {
    const mine = await now();
    const hers = await (await town.as(second)).find.openMeeting(file.pointer);
    await (await town.as(second)).minutes.recordTreatment(hers, decided(hers, budget!.id, { decision: 'Anes ord.' }));
    await expect(ulla.minutes.recordTreatment(mine, decided(mine, budget!.id, { decision: 'Ullas ord.' }))).rejects.toMatchObject({
      name: 'Conflict',
      detail: { by: 'Ane Kratholm' },
    });
  });
});
