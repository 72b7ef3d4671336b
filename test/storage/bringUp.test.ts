import { beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/client.ts';
import { createColumn } from '../../src/graph/listSetup.ts';
import { asMeetingKey } from '../../src/meeting/ids.ts';
import { newItem } from '../../src/meeting/agenda.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { LISTS } from '../../src/storage/lists.ts';
import { retiredColumns } from '../../src/storage/broughtUp.ts';
import { shapeOf } from '../../src/storage/shapes.ts';
import type { Store } from '../../src/storage/store.ts';
import { fjordby } from '../commands/fjordby.ts';
import { dump, layOut, recordedWrites, send, storedMeeting, storedPointer, type Places } from './version1.ts';

const town = fjordby();
let graph: Graph;
let ulla: Store;
let places: Places;
const layOutAnew = async (): Promise<void> => {
  const team = (await ulla.teams()).find((each) => each.name === 'Direktionen')!;
  places = await layOut(graph, team);
};
beforeAll(() => {
  graph = town.graphOf('ulla.skarvad');
  ulla = town.storeOf('ulla.skarvad');
});
const prepare = () => ulla.prepareBoard(places.team, () => undefined);
/** Which rows something stands in is no part of what was stored. */
const inside = async () => {
  const { closedRows: _rows, ...meeting } = await ulla.openMeeting(storedPointer(places));
  return meeting;
};
const outside = () => town.storeOf('freja.damsbo').openMeeting(storedPointer(places));
const rowCount = (lists: Awaited<ReturnType<typeof dump>>) => [...lists].map(([name, { rows }]) => [name, rows.length]);

async function expectBroughtUp(before: Awaited<ReturnType<typeof dump>>): Promise<void> {
  const now = await dump(graph, places);
  expect(rowCount(now)).toEqual(rowCount(before));
  for (const list of LISTS) {
    for (const [name, { columns, rows }] of now) {
      if (!name.endsWith(` ${list.name}`)) continue;
      const kinds = list.columns.map((column): [string, string] => [column.name, column.kind === 'line' ? 'text' : column.kind]);
      expect([...columns].sort(), name).toEqual(kinds.sort());
      for (const row of rows) expect(row['Shape']).toBe(shapeOf(list.name));
    }
  }
  expect(await inside()).toEqual(storedMeeting(places).inside);
  expect(await outside()).toEqual(storedMeeting(places).outside);
  expect(await ulla.findBoard(places.team.id)).toMatchObject({ kind: 'ready', board: { closedSiteId: places.closed } });
}

describe('a site as the first version left it', () => {
  beforeAll(layOutAnew, 60_000);

  test('is read as it was, in one batch, and its board is told to need preparing', async () => {
    await town.emptyLog();
    const meeting = await inside();
    expect((await town.log()).every((line) => line.batchId !== undefined)).toBe(true);
    expect(meeting).toEqual(storedMeeting(places).inside);
    expect(await outside()).toEqual(storedMeeting(places).outside);
    expect(await ulla.findBoard(places.team.id)).toMatchObject({ kind: 'notPrepared', earlier: { name: 'Direktionen', teamId: places.team.id } });
    expect(await ulla.boardMeetings(meeting.board)).toHaveLength(2);
  });

  test('takes no write, neither of new rows nor of those that are there', async () => {
    const before = await dump(graph, places);
    const meeting = await inside();
    const { pointer, agenda } = meeting;
    const other = { ...pointer, key: asMeetingKey('f'.repeat(32)) };
    const row = (await ulla.boardMeetings(meeting.board))[0]!;
    const apology = { ...meeting.apologies[0]!, substitute: 'En anden' };
    const treatment = { ...meeting.treatments[0]!, decision: 'Noget andet' };
    const closing = agenda.items.map((item) => (item.id === 'p-6' ? { ...item, openness: 'closed' as const } : item));
    for (const write of [
      () => ulla.putMeeting(pointer, { ...row, head: { ...row.head, location: 'Et andet sted' } }),
      () => ulla.putMeeting(other, { ...row, key: other.key }),
      () => ulla.writeItems(pointer, agenda.items.slice(1), () => undefined),
      () => ulla.writeItems(other, [newItem(asItemId('new'), { title: 'Nyt' })], () => undefined),
      () => ulla.changeItems(pointer, agenda.items, closing),
      () => ulla.changeApologies(pointer, () => [apology]),
      () => ulla.changeApologies(pointer, () => [{ ...apology, id: 'new' }]),
      () => ulla.putTreatment(pointer, meeting.treatments[0]!, treatment),
      () => ulla.putTreatment(other, null, { ...treatment, itemId: asItemId('new') }),
    ]) {
      await expect(write()).rejects.toMatchObject({ name: 'SiteOutdated' });
    }
    expect(await dump(graph, places)).toEqual(before);
  });

  test('is brought up by preparing it, told step by step; again changes nothing', async () => {
    const before = await dump(graph, places);
    const steps: number[] = [];
    await ulla.prepareBoard(places.team, ({ done, of }) => steps.push(done / of));
    expect(steps.length).toBeGreaterThan(7);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
    await expectBroughtUp(before);
    const now = await dump(graph, places);
    await town.emptyLog();
    await prepare();
    expect((await town.log()).filter((line) => line.method !== 'GET')).toEqual([]);
    expect(await dump(graph, places)).toEqual(now);
  });

  test('then tells the old app that it cannot read the board, and takes nothing of what it still sends', async () => {
    const before = await dump(graph, places);
    // The first version reads the board's team from this column, and says "Det kan ikke læses" without it.
    expect(before.get('open DagsordenMoedeforum')!.rows[0]).not.toHaveProperty('TeamId');
    const taken = [];
    for (const write of recordedWrites(places)) {
      const named = Object.keys((write.body?.['fields'] as object | undefined) ?? write.body ?? {});
      const list = LISTS.find(({ name }) => name === write.list)!;
      // What both versions store alike, such as the words of a decision, is no damage; and a row is only deleted when it was seen as it is.
      const shared = named.every((name) => name === 'Title' || list.columns.some((column) => column.name === name));
      if (shared) taken.push(`${write.method} ${write.list} ${named.join(' ')}`);
      else expect(await send(graph, places, write), JSON.stringify(write)).toBe(400);
    }
    expect(await dump(graph, places)).toEqual(before);
    expect(taken).toEqual([
      'PATCH DagsordenPunkter Title FullTitle Minutes Presenters',
      'PATCH DagsordenPunkter Sections',
      'PATCH DagsordenPunkter Sections',
      'DELETE DagsordenPunkter ',
      'PATCH DagsordenBehandling Title Decision',
    ]);
  });

  test('is written again by the new app', async () => {
    const meeting = await inside();
    const after = meeting.agenda.items.map((item) => (item.id === 'p-6' ? { ...item, title: 'Eventuelt og jul' } : item));
    await ulla.changeItems(meeting.pointer, meeting.agenda.items, after);
    await ulla.putTreatment(meeting.pointer, meeting.treatments[0]!, { ...meeting.treatments[0]!, outcome: 'noted' });
    const now = await inside();
    expect(now.agenda.items.at(-1)!.title).toBe('Eventuelt og jul');
    expect(now.treatments[0]!.outcome).toBe('noted');
  });

  test('is brought up again where a pane of the old app has prepared it meanwhile: nothing of the new is lost', async () => {
    const before = await inside();
    const pane = 'DagsordenMoedeforum';
    for (const list of LISTS.filter(({ place }) => place !== 'innermost'))
      for (const name of retiredColumns(list.name)) await createColumn(graph, places.open, list.name, { name, text: { maxLength: 255 } });
    const [row] = (await graph.all({
      path: `/sites/${places.open}/lists/${pane}/items?$expand=fields`,
      scopes: ['Sites.ReadWrite.All'],
    })) as { id: string }[];
    const path = `/sites/${places.open}/lists/${pane}/items/${row!.id}/fields`;
    await graph.request({ method: 'PATCH', path, body: { Shape: 1, TeamId: places.team.id }, scopes: ['Sites.ReadWrite.All'] });
    expect(await ulla.findBoard(places.team.id)).toMatchObject({ kind: 'notPrepared' });
    await prepare();
    expect(await inside()).toEqual(before);
    expect(await ulla.findBoard(places.team.id)).toMatchObject({ kind: 'ready' });
  });
});

describe('bringing up', () => {
  test.each(['before', 'after'] as const)(
    'cut just %s every third write it goes on where it was, and can be read all along',
    { timeout: 240_000 },
    async (cut) => {
      await layOutAnew();
      const before = await dump(graph, places);
      const expected = storedMeeting(places).inside;
      let presses = 0;
      for (let done = false; !done;) {
        presses += 1;
        expect(presses).toBeLessThan(80);
        await town.emptyLog();
        for (const method of ['POST', 'PATCH', 'DELETE']) await town.fault({ method, path: '^(?!.*\\$batch)', after: 2, cut });
        done = await prepare().then(
          () => true,
          (error: unknown) => {
            expect(error).toMatchObject({ name: 'Offline' });
            return false;
          },
        );
        await town.clearFaults();
        if (presses % 5 === 0) expect(await inside()).toEqual(expected);
      }
      expect(presses).toBeGreaterThan(5);
      await expectBroughtUp(before);
    },
  );

  test('takes along what a pane of the old app writes meanwhile', { timeout: 60_000 }, async () => {
    await layOutAnew();
    // Cut when the columns of the drafts of the minutes are about to go, so that all their rows have been brought up.
    await town.fault({ method: 'DELETE', path: 'DagsordenBehandling/columns', cut: 'before' });
    await expect(prepare()).rejects.toMatchObject({ name: 'Offline' });
    await town.clearFaults();
    await send(graph, places, {
      method: 'PATCH',
      site: 'closed',
      list: 'DagsordenBehandling',
      row: 'p-1',
      body: { Outcome: 'noted', Decision: 'Taget til efterretning.' },
    });
    await prepare();
    expect((await inside()).treatments.find(({ itemId }) => itemId === 'p-1')).toMatchObject({
      outcome: 'noted',
      decision: 'Taget til efterretning.',
    });
  });

  test('leaves a row that it cannot convert as it is, brings up all others, and says which', { timeout: 60_000 }, async () => {
    await layOutAnew();
    await send(graph, places, {
      method: 'PATCH',
      site: 'open',
      list: 'DagsordenMoeder',
      row: storedPointer(places).key,
      body: { Start: 'på tirsdag' },
    });
    const failure = { name: 'Unreadable', detail: { list: 'DagsordenMoeder', row: storedPointer(places).key, column: 'Start' } };
    await expect(prepare()).rejects.toMatchObject(failure);
    const { rows } = (await dump(graph, places)).get('open DagsordenMoeder')!;
    expect(rows.map((row) => row['Shape'])).toEqual([1, 2]);
    expect(rows[0]!['Start']).toBe('på tirsdag');
    await send(graph, places, {
      method: 'PATCH',
      site: 'open',
      list: 'DagsordenMoeder',
      row: storedPointer(places).key,
      body: { Start: '2026-12-08T08:00:00Z' },
    });
    await prepare();
    expect((await inside()).occasion.start).toBe('2026-12-08T08:00:00Z');
  });

  test('is not done by somebody outside the closed circle, whose lists would stay behind', { timeout: 60_000 }, async () => {
    await layOutAnew();
    await expect(town.storeOf('freja.damsbo').prepareBoard(places.team, () => undefined)).rejects.toMatchObject({ name: 'NotAllowed' });
    expect(await ulla.findBoard(places.team.id)).toMatchObject({ kind: 'notPrepared', earlier: { closedSiteId: places.closed } });
  });
});

test(
  'a row of a later shape is not read by halves nor written over, and takes no other along; a board of a later shape is not read',
  { timeout: 60_000 },
  async () => {
    await layOutAnew();
    await prepare();
    const meeting = await inside();
    await send(graph, places, { method: 'PATCH', site: 'closed', list: 'DagsordenBehandling', row: 'p-1', body: { Shape: 3 } });
    const without = await inside();
    expect(without).toEqual({ ...meeting, treatments: meeting.treatments.filter(({ itemId }) => itemId !== 'p-1'), unread: without.unread });
    expect(without.unread).toMatchObject([{ list: 'DagsordenBehandling', column: 'Format', wholeRow: true }]);
    await expect(ulla.putTreatment(meeting.pointer, null, { ...meeting.treatments[0]!, decision: 'x' })).rejects.toMatchObject({
      name: 'AppOutdated',
    });
    const known = shapeOf('DagsordenMoedeforum');
    await send(graph, places, { method: 'PATCH', site: 'open', list: 'DagsordenMoedeforum', row: 'board', body: { Shape: known + 1 } });
    await expect(inside()).rejects.toMatchObject({
      name: 'AppOutdated',
      detail: { list: 'DagsordenMoedeforum', shape: String(known + 1), known: String(known) },
    });
  },
);
