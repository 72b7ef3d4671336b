import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { deleteColumn, listColumns } from '../../src/graph/listSetup.ts';
import { itemsRequest, parseItems } from '../../src/graph/lists.ts';
import { updateItem } from '../../src/graph/rowWriting.ts';
import { editionOf } from '../../src/meeting/edition.ts';
import type { Board, CalendarEvent, Edition, MeetingFile, Treatment } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const [secretary, attendee, reader] = ['ulla.skarvad', 'ane.kratholm', 'freja.damsbo'];
const recommendation = (text: string) => ({ role: 'recommendation' as const, heading: null, text });

const plain = agendaOf(['1 Budget', '> 1.a Frie midler', '2 HEMMELIG organisering (lukket)', '3 Anlæg', '4 Evt'], {
  start: at('08.30'),
  title: 'Direktionsmøde i september',
  location: 'Rådhuset',
  chair: 'Grethe Sønderby',
});
const agenda = {
  ...plain,
  items: plain.items.map((item, index) => ({
    ...item,
    neutralTitle: item.openness === 'closed' ? 'Personsag' : null,
    day: 1,
    block: index < 2 ? 'BLOK 1: Økonomi' : null,
    sections: [recommendation(`${item.openness === 'closed' ? 'HEMMELIG ' : ''}Indstilling ${index}:\n\n- at sagen godkendes`)],
  })),
};
const [budget, , personal, works, other] = agenda.items;

let board: Board;
let event: CalendarEvent;
let ulla: Commands;
let published: MeetingFile;
let expected: { circle: Edition; outside: Edition };

const opened = async (person: string): Promise<MeetingFile> => (await town.as(person)).find.openMeeting(published.pointer);
const treatmentOf = (itemId: Treatment['itemId'], decision: string): Treatment => ({
  itemId,
  openness: itemId === personal!.id ? 'closed' : 'open',
  outcome: null,
  decision: itemId === personal!.id ? `HEMMELIG ${decision}` : decision,
  publicDecision: itemId === personal!.id ? 'Direktionen traf beslutning.' : '',
  notTreated: false,
});

beforeAll(async () => {
  ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  event = await comingMeeting(ulla, /^Direktionsmøde/);
  published = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  const ane = await town.as(attendee);
  const own = await comingMeeting(ane, /^Direktionsmøde/);
  const scope = { kind: 'items' as const, itemIds: [budget!.id, personal!.id] };
  await ane.apology.sendApology({ file: published, event: own, scope, substitute: 'Torkil Bækhøj', message: '' });
  for (const item of agenda.items) await ulla.minutes.recordTreatment(published, treatmentOf(item.id, 'Godkendt.'));
  const file = await ulla.find.openMeeting(published.pointer);
  const log = await ulla.publish.publishMinutes(file, () => undefined);
  expect(log.map((line) => `${line.target} ${line.state}`)).toEqual(['closedLists done', 'lists done', 'channel done']);
  published = await ulla.find.openMeeting(file.pointer);
  const { publishedAt } = published.minutes!;
  expected = { circle: editionOf(file, 'circle', 1, publishedAt), outside: editionOf(file, 'outside', 1, publishedAt) };
}, 60_000);

/** What its seal is made of; the seal has tests of its own. */
const unsealed = ({ minutes }: MeetingFile) => ({ ...minutes, seal: undefined });

describe('the record is a record', () => {
  test('what was published is read as it was put together, by each as they may', async () => {
    expect(unsealed(published)).toEqual(expected.circle);
    expect(unsealed(await opened(reader))).toEqual(expected.outside);
    expect(expected.circle.excused).toMatchObject([{ name: 'Ane Kratholm', substitute: 'Torkil Bækhøj', scope: { items: [{ number: '1' }, {}] } }]);
  });

  test('nothing that is changed in the agenda, the decisions or the apologies afterwards changes it', async () => {
    const now = await ulla.find.openMeeting(published.pointer);
    const changed = {
      ...now.agenda,
      title: 'Et andet møde',
      location: 'Et andet sted',
      chair: 'En anden',
      items: now.agenda.items
        .filter((item) => item.id !== other!.id)
        .map((item) => ({
          ...item,
          number: `9${item.number ?? ''}`,
          title: `HEMMELIG ${item.title}, rettet`,
          neutralTitle: item.neutralTitle && 'Andre ord',
          parentId: null,
          day: 2,
          block: 'BLOK 9',
          sections: [recommendation('HEMMELIG rettet indstilling')],
          openness: item.id === budget!.id ? item.openness : ('closed' as const),
        }))
        .map((item) => (item.id === budget!.id ? { ...item, title: 'Helt andet', sections: [recommendation('Rettet')] } : item)),
    };
    const after = await ulla.agenda.attachAgenda({ event, board, agenda: changed, base: now.agenda.items }, () => undefined);
    await ulla.minutes.recordTreatment(after, { ...now.treatments.find(({ itemId }) => itemId === budget!.id)!, decision: 'Forkastet.' });
    await ulla.apology.withdrawApology(after, after.apologies[0]!);
    const inside = await opened(secretary);
    expect(inside.agenda).toMatchObject({ title: 'Et andet møde', location: 'Et andet sted', chair: 'En anden' });
    expect(inside.agenda.items).toHaveLength(4);
    expect(inside.agenda.items.find(({ id }) => id === works!.id)).toMatchObject({ openness: 'closed' });
    expect(inside.apologies[0]!.withdrawnAt).not.toBeNull();
    expect(unsealed(inside)).toEqual(expected.circle);
    expect(unsealed(await opened(reader))).toEqual(expected.outside);
  });

  test('nobody outside reads a closed word, in a row or a version of it', async () => {
    expect(JSON.stringify(await opened(reader))).not.toContain('HEMMELIG');
    const list = `/sites/${board.siteId}/lists/DagsordenReferat/items`;
    const rows = (await town.ask(reader, `${list}?$expand=fields`)).body as { value: { id: string }[] };
    expect(rows.value).toHaveLength(agenda.items.length);
    for (const { id } of rows.value) {
      const versions = await town.ask(reader, `${list}/${id}/versions?$expand=fields`);
      expect(versions.status).toBe(200);
      expect(JSON.stringify(versions.body)).toContain('1-item-');
      expect(JSON.stringify(versions.body)).not.toContain('HEMMELIG');
    }
  });

  test('a site from before editions held all they print is read with the meeting around their lines, and brought up', async () => {
    const graph = town.graphOf(secretary);
    const columns = ['ParentId', 'DayNumber', 'Block', 'Recommendations', 'Head'];
    for (const site of [board.siteId, board.closedSiteId!]) for (const name of columns) await deleteColumn(graph, site, 'DagsordenReferat', name);
    const [row] = parseItems((await graph.request(itemsRequest(board.siteId, 'DagsordenMoedeforum', { top: 1 }))).body);
    await updateItem(graph, board.siteId, 'DagsordenMoedeforum', row!.id, { Shape: 2 }, row!.etag);
    const inside = await opened(secretary);
    expect(inside.minutes!.head).toMatchObject({ title: 'Et andet møde', chair: 'En anden' });
    expect(inside.minutes!.lines.map(({ decision }) => decision)).toEqual(expected.circle.lines.map(({ decision }) => decision));
    expect(JSON.stringify((await opened(reader)).minutes)).not.toContain('HEMMELIG');
    expect(await ulla.board.boardState(board.teamId)).toMatchObject({ kind: 'notPrepared' });
    await ulla.board.prepareBoard(board.teamId, () => undefined);
    expect(await ulla.board.boardState(board.teamId)).toMatchObject({ kind: 'ready' });
    for (const site of [board.siteId, board.closedSiteId!]) {
      expect((await listColumns(graph, site, 'DagsordenReferat')).map(({ name }) => name)).toEqual(expect.arrayContaining(columns));
    }
  });
});
