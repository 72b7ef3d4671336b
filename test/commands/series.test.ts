import { beforeAll, describe, expect, test } from 'vitest';
import type { Board } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const ulla = 'ulla.skarvad';
const ane = 'ane.kratholm';
const subject = /^Driftsmøde/;

let board: Board;
beforeAll(async () => {
  const commands = await town.as(ulla);
  const team = (await commands.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await commands.board.prepareBoard(team.teamId, () => undefined);
  await newSeries();
});

describe('a meeting that is one of a series', () => {
  test('gets its agenda from Outlook, and everybody finds it in Teams', async () => {
    const outlook = await town.as(ulla);
    const first = await comingMeeting(outlook, subject);
    const agenda = agendaOf(['1 Driften siden sidst @09.00-09.20', '2 Evt'], { start: at('09.00'), title: 'Driftsmøde' });
    await outlook.agenda.attachAgenda({ event: first, board, agenda }, () => undefined);
    for (const person of [ulla, ane]) {
      const chatId = decodeURIComponent(/19%3ameeting_[^/]+/i.exec(first.joinUrl!)![0]);
      const teams = await town.as(person, { kind: 'chat', chatId });
      const found = await teams.find.findMeeting();
      expect(found.event).toMatchObject({ key: first.key, start: first.start });
      const file = await teams.find.openMeeting(found.pointer!);
      expect(file.agenda.items).toEqual(agenda.items);
      // By the link in the invitation the same event is found, and what stands in it.
      expect(await (await town.as(person)).find.findMyEvent(file)).toMatchObject({ key: first.key, agendaInInvitation: true });
    }
    const next = (await outlook.find.listMyMeetings(new Date(first.end), new Date(Date.now() + 30 * 86_400_000))).find((e) =>
      subject.test(e.subject),
    )!;
    expect(next.pointer).toBeNull();
    expect(await body(ulla, next.id)).not.toContain('dagsorden-agenda');
    expect(await body(ulla, first.id)).toContain('dagsorden-agenda');
  });

  test.each([
    ['the organiser', ulla],
    ['an attendee', ane],
  ])('is not taken for the series: %s who has the whole of it open in Outlook is told to choose', async (_, person) => {
    const first = await comingMeeting(await town.as(person), subject);
    const answer = await town.ask(person, `/me/events?$filter=${encodeURIComponent(`iCalUId eq '${first.iCalUId}'`)}&$select=id,type`);
    const series = (answer.body as { value: { id: string; type: string }[] }).value.find((event) => event.type === 'seriesMaster')!;
    const pane = await town.as(person, { kind: 'event', eventId: series.id });
    await expect(pane.find.findMeeting()).rejects.toMatchObject({ name: 'WholeSeries' });
  });

  test('takes an apology for itself alone', async () => {
    const commands = await town.as(ane);
    const first = await comingMeeting(commands, subject);
    const file = await commands.find.openMeeting(first.pointer!);
    const before = await occurrences();
    await commands.apology.sendApology({ file, event: first, scope: { kind: 'meeting' }, substitute: null, message: '' });
    expect(await occurrences()).toEqual(before.filter((key) => key !== first.key));
  });
});

/** Four weekly meetings, the first of them in three days. */
async function newSeries(): Promise<void> {
  const first = new Date(Date.now() + 3 * 86_400_000);
  const date = first.toISOString().slice(0, 10);
  const weekday = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'][first.getUTCDay()];
  const answer = await town.ask(ulla, '/me/events', {
    method: 'POST',
    body: {
      subject: 'Driftsmøde',
      start: { dateTime: `${date}T09:00:00`, timeZone: 'UTC' },
      end: { dateTime: `${date}T10:00:00`, timeZone: 'UTC' },
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      attendees: [{ type: 'required', emailAddress: { address: 'ane.kratholm@fjordby.example', name: 'Ane Kratholm' } }],
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: [weekday] },
        range: { type: 'numbered', startDate: date, numberOfOccurrences: 4 },
      },
    },
  });
  expect(answer.status).toBe(201);
}

/** The coming occurrences that are left in the attendee's calendar. */
async function occurrences(): Promise<string[]> {
  const events = await (await town.as(ane)).find.listMyMeetings(new Date(), new Date(Date.now() + 50 * 86_400_000));
  return events.filter((event) => subject.test(event.subject)).map((event) => event.key);
}

async function body(person: string, eventId: string): Promise<string> {
  const answer = await town.ask(person, `/me/events/${eventId}?$select=body`);
  return (answer.body as { body: { content: string } }).body.content;
}
