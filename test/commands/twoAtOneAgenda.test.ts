import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { AgendaItem } from '../../src/meeting/agenda.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const [secretary, insider, outsider] = ['ulla.skarvad', 'ane.kratholm', 'freja.damsbo'];
const LIST = 'DagsordenSkriver';

let board: Board;
let event: CalendarEvent;
let ulla: Commands;
let ane: Commands;
let freja: Commands;

const agenda = agendaOf(['1 Nyt @08.30-09.00', '2 Budget @09.00-09.30', '3 Ansættelse (lukket) @09.30-10.00', '4 Evt @10.00-10.15'], {
  start: at('08.30'),
});
const [news, budget, personal, rest] = agenda.items.map(({ id }) => id) as [AgendaItem['id'], AgendaItem['id'], AgendaItem['id'], AgendaItem['id']];

const open = async (commands: Commands): Promise<MeetingFile> => commands.find.openMeeting((await ulla.find.findEvent(event.id)).pointer!);
const watch = async (commands: Commands, file: MeetingFile) => (await commands.live()).watchAgenda(file);
const itemIn = (items: readonly AgendaItem[] | null, id: AgendaItem['id']) => items?.find((item) => item.id === id);
const titled = async (commands: Commands, id: AgendaItem['id'], title: string) => {
  const file = await open(commands);
  const item = itemIn(file.agenda.items, id)!;
  return commands.agenda.changeItem(file, item, { ...item, title });
};
/** What was asked of the sites since the log was emptied. */
const asked = async () => (await town.log()).filter(({ path }) => path.startsWith('/sites/'));
const units = async () => (await asked()).reduce((sum, { requestCharge }) => sum + requestCharge, 0);
const signs = async (siteId = board.siteId) =>
  (
    (await town.ask(secretary, `/sites/${siteId}/lists/${LIST}/items?$expand=fields&$top=500`)).body as {
      value: { id: string; fields: Record<string, unknown> }[];
    }
  ).value;

beforeAll(async () => {
  [ulla, ane, freja] = [await town.as(secretary), await town.as(insider), await town.as(outsider)];
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  event = await comingMeeting(ulla, /^Direktionsmøde/);
});
beforeEach(async () => {
  const found = await ulla.find.findEvent(event.id);
  const base = found.pointer === null ? [] : (await ulla.find.openMeeting(found.pointer)).agenda.items;
  await ulla.agenda.attachAgenda({ event, board, agenda, base }, () => undefined);
});
afterEach(() => town.clearFaults());

describe('an agenda that two have open', () => {
  test('tells what another changed, and by whom, for one unit; nothing where nothing happened', async () => {
    const theirs = await watch(ane, await open(ane));
    await theirs.look(false);
    await town.emptyLog();
    expect((await theirs.look(false)).items).toBeNull();
    expect(await units()).toBe(1);
    await titled(ulla, budget, 'Budget 2027');
    await town.emptyLog();
    const seen = await theirs.look(false);
    expect(itemIn(seen.items, budget)?.title).toBe('Budget 2027');
    expect(seen.by).toEqual(['Ulla Skarvad']);
    expect(seen.items).toEqual((await open(ane)).agenda.items);
    expect((await asked()).filter(({ path }) => path.includes('delta')).map(({ requestCharge }) => requestCharge)).toEqual([1]);
  });

  test('tells at the first look what changed between opening and looking', async () => {
    const file = await open(ane);
    await titled(ulla, news, 'Nyt fra direktøren');
    const seen = await (await watch(ane, file)).look(false);
    expect(itemIn(seen.items, news)?.title).toBe('Nyt fra direktøren');
  });

  test('tells what was added, moved and taken away, in order', async () => {
    const theirs = await watch(freja, await open(freja));
    await theirs.look(false);
    const file = await open(ulla);
    const [first, second, third] = file.agenda.items as [AgendaItem, AgendaItem, AgendaItem];
    const added: AgendaItem = { ...first, id: `${first.id}-ny` as AgendaItem['id'], title: 'Nyt punkt' };
    await ulla.agenda.attachAgenda(
      { event, board, agenda: { ...file.agenda, items: [second, added, third] }, base: file.agenda.items },
      () => undefined,
    );
    const seen = await theirs.look(false);
    expect(seen.items?.map(({ id }) => id)).toEqual([second.id, added.id, third.id]);
    expect(seen.items).toEqual((await open(freja)).agenda.items);
  });

  test('tells whoever is inside what is closed, and nobody else; closing and opening reach both', async () => {
    const [inside, outside] = [await watch(ane, await open(ane)), await watch(freja, await open(freja))];
    const [first, theirs] = [await inside.look(false), await outside.look(false)];
    expect(itemIn(first.items, personal)?.title).toBe('Ansættelse');
    expect(JSON.stringify(theirs)).not.toContain('Ansættelse');

    await titled(ulla, personal, 'Ansættelse af HEMMELIG');
    const seen = await inside.look(false);
    expect(itemIn(seen.items, personal)?.title).toBe('Ansættelse af HEMMELIG');
    expect(JSON.stringify(await outside.look(false))).not.toContain('HEMMELIG');

    await ulla.agenda.closeItem(await open(ulla), budget, null);
    const [closed, neutral] = [await inside.look(false), await outside.look(false)];
    expect(itemIn(closed.items, budget)).toMatchObject({ title: 'Budget', openness: 'closed' });
    expect(itemIn(neutral.items, budget)?.title).toBe('');
    // What opening it again is decided on comes along.
    const file = await open(ane);
    expect(closed.closedRows).toEqual(file.closedRows);
    expect(closed.items).toEqual(file.agenda.items);
    await ulla.agenda.openItem({ ...file, closedRows: closed.closedRows }, budget);
    expect(itemIn((await outside.look(false)).items, budget)?.title).toBe('Budget');
  });

  test('is read anew where the service has forgotten where we were, and a look that failed loses nothing', async () => {
    const theirs = await watch(ane, await open(ane));
    await theirs.look(false);
    await titled(ulla, rest, 'Eventuelt');
    await town.fault({ path: '/delta', status: 503 });
    await expect(theirs.look(false)).rejects.toMatchObject({ name: 'Throttled' });
    await town.clearFaults();
    expect(itemIn((await theirs.look(false)).items, rest)?.title).toBe('Eventuelt');
    await titled(ulla, rest, 'Evt.');
    await town.fault({ path: '/delta', status: 410, count: 1 });
    const anew = await theirs.look(false);
    expect(itemIn(anew.items, rest)?.title).toBe('Evt.');
    expect(anew.by).toEqual([]);
  });
});

test('is read anew, in full, where the service tells that rows changed but not what stands in them', async () => {
  const withoutColumns: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    if (!String(input instanceof Request ? input.url : input).includes('/delta') || answer.status !== 200) return answer;
    const body = (await answer.json()) as { value: { fields?: unknown }[] };
    return Response.json({ ...body, value: body.value.map(({ fields: _fields, ...row }) => row) });
  };
  const theirs = await watch(await town.as(insider, { kind: 'none' }, { network: withoutColumns }), await open(ane));
  await theirs.look(false);
  await titled(ulla, budget, 'Budget 2028');
  const seen = await theirs.look(false);
  expect(itemIn(seen.items, budget)?.title).toBe('Budget 2028');
  expect(seen.items).toEqual((await open(ane)).agenda.items);
  expect((await theirs.look(false)).items).toBeNull();
});

describe('who writes', () => {
  test('is told at the item, for a unit more, until they stop', async () => {
    const file = await open(ane);
    const theirs = await watch(ane, file);
    await theirs.look(true);
    const mine = await (await ulla.live()).tellWriting(file);
    await town.emptyLog();
    await mine.say(file, budget);
    expect(await units()).toBe(2);
    await town.emptyLog();
    const seen = await theirs.look(true);
    expect(seen.writers).toEqual([{ id: town.idOf(secretary), name: 'Ulla Skarvad', itemId: budget }]);
    expect(await units()).toBe(2);
    await mine.say(file, news);
    expect((await theirs.look(true)).writers?.map(({ itemId }) => itemId)).toEqual([news]);
    // Nobody is told of themselves.
    expect((await (await watch(ulla, file)).look(true)).writers).toEqual([]);
    await mine.stop();
    expect((await theirs.look(true)).writers).toEqual([]);
    expect(await signs()).toEqual([]);
  });

  test('is not told of a closed item, whose sign is taken away when it is closed', async () => {
    const file = await open(ulla);
    const mine = await (await ulla.live()).tellWriting(file);
    await mine.say(file, personal);
    expect(await signs()).toEqual([]);
    await mine.say(file, budget);
    const closed = await ulla.agenda.closeItem(file, budget, null);
    await mine.say(closed, budget);
    expect(await signs()).toEqual([]);
  });

  test('holds nothing of the item but its id', async () => {
    const file = await open(ulla);
    const mine = await (await ulla.live()).tellWriting(file);
    await mine.say(file, budget);
    expect(JSON.stringify((await signs()).map(({ fields }) => fields))).not.toContain('Budget');
    await mine.stop();
  });

  test('is believed for two minutes after a page that is gone, is one row when it is opened anew, and is taken away when it is old', async () => {
    const file = await open(ulla);
    await (await (await ulla.live()).tellWriting(file)).say(file, budget);
    const again = await (await ulla.live()).tellWriting(file);
    await again.say(file, news);
    const [left, ...others] = await signs();
    expect(others).toEqual([]);
    expect(left?.fields['ItemId']).toBe(news);
    const old = (ms: number) => new Date(Date.now() - ms).toISOString();
    await town.ask(secretary, `/sites/${board.siteId}/lists/${LIST}/items/${left!.id}/fields`, {
      method: 'PATCH',
      body: { WritesUntil: old(5_000) },
    });
    expect((await (await watch(ane, file)).look(true)).writers).toEqual([]);
    expect(await signs()).toHaveLength(1);
    await town.ask(secretary, `/sites/${board.siteId}/lists/${LIST}/items/${left!.id}/fields`, {
      method: 'PATCH',
      body: { WritesUntil: old(4_000_000) },
    });
    await (await watch(ane, file)).look(true);
    await expect.poll(async () => (await signs()).length).toBe(0);
  });

  test('is nobody where the site has no list for it yet, and the agenda is followed all the same', async () => {
    const file = await open(ulla);
    const lists = (await town.ask(secretary, `/sites/${board.siteId}/lists`)).body as { value: { id: string; name: string }[] };
    const list = lists.value.find(({ name }) => name === LIST)!;
    await town.ask(secretary, `/sites/${board.siteId}/lists/${list.id}`, { method: 'DELETE' });
    const theirs = await watch(ane, file);
    expect((await theirs.look(true)).writers).toBeNull();
    await titled(ulla, news, 'Nyt igen');
    expect(itemIn((await theirs.look(true)).items, news)?.title).toBe('Nyt igen');
    const mine = await (await ulla.live()).tellWriting(file);
    await expect(mine.say(file, news)).rejects.toMatchObject({ name: 'NotFound' });
    await ulla.board.prepareBoard(board.teamId, () => undefined);
    await mine.say(file, news);
    expect(await signs()).toHaveLength(1);
    await mine.stop();
  });
});
