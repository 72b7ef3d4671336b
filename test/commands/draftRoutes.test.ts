import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { AgendaItem } from '../../src/meeting/agenda.ts';
import type { WantedRoute } from '../../src/meeting/caseRoute.ts';
import type { Failure } from '../../src/meeting/errors.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

/** Where items go on to, chosen while their agenda is made. */
const town = fjordby();
const secretary = 'ulla.skarvad';
let ulla: Commands;
let board: Board;
let committee: Board;

const boardNamed = async (name: RegExp): Promise<Board> => {
  const team = (await ulla.board.listBoards()).find((each) => name.test(each.name))!;
  return ulla.board.prepareBoard(team.teamId, () => undefined);
};
beforeAll(async () => {
  ulla = await town.as(secretary);
  board = await boardNamed(/^Direktionen$/);
  committee = await boardNamed(/^Børne/);
}, 90_000);

let days = 10;
async function meetingOf(subject: string): Promise<{ event: CalendarEvent; items: readonly AgendaItem[]; attach: typeof attach }> {
  const day = new Date(Date.now() + (days += 1) * 86_400_000).toISOString().slice(0, 10);
  const { body } = await town.ask(secretary, '/me/events', {
    method: 'POST',
    body: {
      subject,
      start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
      end: { dateTime: `${day}T10:00:00`, timeZone: 'Europe/Copenhagen' },
      attendees: [{ type: 'required', emailAddress: { address: 'ane.kratholm@fjordby.example', name: 'Ane Kratholm' } }],
    },
  });
  const event = (await ulla.find.findEvent((body as { id: string }).id)).event!;
  const plain = agendaOf(['1 Skolevej', '2 PLANTET sag', '3 Evt'], { start: at('09.00'), title: subject });
  const items = plain.items.map((item): AgendaItem => ({
    ...item,
    id: asItemId(`${subject}/${item.id}`),
    ...(item.title.startsWith('PLANTET') && { openness: 'closed' as const, neutralTitle: 'Personsag' }),
  }));
  const refused: Failure[] = [];
  const attach = async (routes: readonly WantedRoute[]) => {
    const order = { event, board, agenda: { ...plain, items }, via: 'graph', language: 'da', routes } as const;
    const file = await ulla.agenda.attachAgenda(
      order,
      () => undefined,
      (failure) => refused.push(failure),
    );
    return { file, refused };
  };
  return { event, items, attach };
}
const to = (body: Board, item: AgendaItem, day: string | null = null): WantedRoute => ({
  itemId: item.id,
  next: { siteId: body.siteId, name: body.name },
  day,
});
const routeOf = async (file: Awaited<ReturnType<Commands['find']['openMeeting']>>, item: AgendaItem) =>
  (await (await ulla.backlog()).readRoute(file, item.id)).route;

describe('where an item goes on to, chosen while its agenda is made', () => {
  test('offers my bodies, without the one that meets where it is known', async () => {
    const verbs = await ulla.backlog();
    expect((await verbs.bodiesBut(null)).map(({ name }) => name).sort()).toEqual([board.name, committee.name].sort());
    expect((await verbs.bodiesBut(board.siteId)).map(({ name }) => name)).toEqual([committee.name]);
  });

  test('is stored with the agenda, of a closed item in the closed circle’s list alone, and never to the body itself', async () => {
    const { items, attach } = await meetingOf('Videre fra kladden');
    const { file, refused } = await attach([
      to(committee, items[0]!, '2027-02-01'),
      to(committee, items[1]!),
      to(board, items[2]!),
      { ...to(committee, items[0]!), itemId: asItemId('gone') },
    ]);
    expect(refused).toEqual([]);
    expect(await routeOf(file, items[0]!)).toMatchObject({ openness: 'open', next: { name: committee.name }, day: '2027-02-01', state: 'awaiting' });
    expect(await routeOf(file, items[1]!)).toMatchObject({ openness: 'closed', day: null });
    expect(await routeOf(file, items[2]!)).toBeNull();
    const open = await town.ask(secretary, `/sites/${board.siteId}/lists/DagsordenSagsgang/items?$expand=fields`);
    expect(JSON.stringify(open.body)).toContain(items[0]!.id);
    expect(JSON.stringify(open.body)).not.toContain(items[1]!.id);
    expect(JSON.stringify(open.body)).not.toContain('PLANTET');
  });

  test('is told as not stored where the site has no list for it, and the agenda is out all the same', async () => {
    const { items, attach } = await meetingOf('Uden liste');
    const path = `/sites/${board.siteId}/lists/DagsordenSagsgang`;
    await town.ask(secretary, path, { method: 'DELETE' });
    const { file, refused } = await attach([to(committee, items[0]!)]);
    expect(refused.map(({ name }) => name)).toEqual(['SiteNotPrepared']);
    expect(file.status.agenda).toBe('sent');
    await boardNamed(/^Direktionen$/);
  });
});
