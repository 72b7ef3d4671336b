import { beforeAll, describe, expect, test } from 'vitest';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { meetingRowOf } from '../../src/storage/meetingFields.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const [ulla, ane] = ['ulla.skarvad', 'ane.kratholm'];
const agenda = agendaOf(['1 Budget', '2 Evt'], { start: at('09.00'), title: 'Direktionsmøde' });

let event: CalendarEvent;
let real: MeetingFile;
let fake: MeetingFile;
let other: Board;

const apologiesOn = async (board: Board) =>
  ((await town.ask(ulla, `/sites/${board.siteId}/lists/DagsordenAfbud/items`)).body as { value: unknown[] }).value.length;

/** The rows of the meeting once more, on the site of another team, under the same key. */
async function copyTo(board: Board, iCalUId: string): Promise<MeetingFile> {
  const store = town.storeOf(ulla);
  const pointer = { siteId: board.siteId, closedSiteId: board.closedSiteId, key: event.key };
  await store.putMeeting(pointer, {
    ...meetingRowOf(pointer, event, agenda, { status: { agenda: 'sent', sentAt: null, minutes: 'none' }, told: null, now: new Date().toISOString() }),
    iCalUId,
  });
  return store.openMeeting(pointer);
}

beforeAll(async () => {
  const commands = await town.as(ulla);
  const teams = await commands.board.listBoards();
  const prepared = async (name: string) => commands.board.prepareBoard(teams.find((team) => team.name === name)!.teamId, () => undefined);
  const board = await prepared('Direktionen');
  other = await prepared('Børne- og Ungdomsudvalget');
  event = await comingMeeting(commands, /^Direktionsmøde/);
  real = await commands.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  fake = await copyTo(other, event.iCalUId);
}, 60_000);

describe('a link to a site that looks like the board’s', () => {
  test('is refused as soon as the own event is found, and that one is offered', async () => {
    const member = await town.as(ane);
    const opened = await member.find.openMeeting(fake.pointer);
    const own = await comingMeeting(member, /^Direktionsmøde/);
    await expect(member.find.findMyEvent(opened)).rejects.toMatchObject({ name: 'OtherBoard', detail: { eventId: own.id } });
    expect(await member.find.findEvent(own.id)).toMatchObject({ pointer: { siteId: real.pointer.siteId } });
  });

  test.each([
    ['the event is at hand', true],
    ['the event is fetched only now', false],
  ])('gets no apology, and nothing is declined, where %s', async (_, atHand) => {
    const member = await town.as(ane);
    const own = await comingMeeting(member, /^Direktionsmøde/);
    const words = { scope: { kind: 'meeting' as const }, substitute: null, message: '' };
    await expect(member.apology.sendApology({ file: fake, event: atHand ? own : null, ...words })).rejects.toMatchObject({ name: 'OtherBoard' });
    // An event found with a pointer that was missing: it is read again before anything is stored.
    await expect(member.apology.sendApology({ file: fake, event: { ...own, pointer: null }, ...words })).rejects.toMatchObject({
      name: 'OtherBoard',
    });
    expect(await apologiesOn(other)).toBe(0);
    expect((await comingMeeting(member, /^Direktionsmøde/)).myAnswer).not.toBe('declined');
  });

  test('is found out where its rows name another event, too', async () => {
    const member = await town.as(ane);
    await copyTo(other, '040000008200E00074C5B7101A82E008FFFFFFFF');
    const opened = await member.find.openMeeting(fake.pointer);
    await expect(member.find.findMyEvent(opened)).rejects.toMatchObject({ name: 'OtherBoard' });
  });

  test('the organiser is not taken in either: the extension on the own copy counts', async () => {
    const secretary = await town.as(ulla);
    await expect(secretary.find.findMyEvent(fake)).rejects.toMatchObject({ name: 'OtherBoard' });
    expect(await secretary.find.findMyEvent(real)).toMatchObject({ key: event.key });
  });
});
