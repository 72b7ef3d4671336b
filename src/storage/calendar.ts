import { getChat } from '../graph/chats.ts';
import type { Graph } from '../graph/client.ts';
import { eventAddress } from '../graph/eventAddress.ts';
import { calendarView, getEvent, type GraphEvent } from '../graph/events.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { Failure, isFailure } from '../meeting/errors.ts';
import { isGuestId } from '../meeting/guestId.ts';
import type { CalendarEvent } from '../meeting/meeting.ts';
import { calendarEventOf } from './eventLink.ts';
import { translated } from './failure.ts';
import { fetched } from './fetched.ts';

const DAY = 86_400_000;
/** Meetings run over, and decisions are written down afterwards: for so long nobody is moved on to the next occurrence. */
const OVERRUN = 2 * 3_600_000;

/** Throws Failure NotFound, and WholeSeries where the id is that of a series. */
export async function eventById(graph: Graph, id: string): Promise<CalendarEvent> {
  return inCalendarOf(id, 'Reading the event', async () => calendarEventOf(await getEvent(graph, id)));
}

/** Runs what concerns one event with its failures translated; that another's calendar does not let me is told as that, and of whose calendar. */
export async function inCalendarOf<T>(id: string, about: string, action: () => Promise<T>): Promise<T> {
  try {
    return await translated(about, action);
  } catch (error) {
    const { mailbox } = eventAddress(id);
    if (mailbox === null || !isFailure(error, 'NotAllowed')) throw error;
    throw new Failure('NotAllowed', error.message, { detail: { ...error.detail, about: 'calendar', owner: mailbox }, cause: error });
  }
}

/** The event's HTML as it stands in this mailbox. */
export async function invitationBody(graph: Graph, id: string): Promise<{ html: string; joinUrl: string | null }> {
  return inCalendarOf(id, 'Reading the invitation', async () => {
    const event = await getEvent(graph, id);
    return { html: event.body?.content ?? '', joinUrl: event.onlineMeeting?.joinUrl ?? null };
  });
}

/**
 * My event behind a Teams meeting's chat. The chat names the event's id in the organiser's mailbox only (gd#18193), so for everybody
 * else the event is found by the join link, which all copies share in meaning. The occurrences of a series share both chat and link, and
 * the chat names the series: of them it is the one going on, else the next, else the last.
 */
export async function eventOfChat(graph: Graph, chatId: string, now: Date): Promise<CalendarEvent> {
  return translated("Finding the meeting's event", async () => {
    const info = (await getChat(graph, chatId)).onlineMeetingInfo;
    if (info?.calendarEventId) {
      try {
        const own = await getEvent(graph, info.calendarEventId);
        if (own.type !== 'seriesMaster' && (await joining([own], chatId, info.joinWebUrl)).length > 0) return await calendarEventOf(own);
      } catch (error) {
        // Not in my mailbox: an attendee looks it up by its join link below.
        if (!isGraphFailure(error, 'notFound') && !isGraphFailure(error, 'invalid') && !isGraphFailure(error, 'notAllowed')) throw error;
      }
    }
    const around = { from: new Date(now.getTime() - 60 * DAY), to: new Date(now.getTime() + 120 * DAY), body: true };
    const mine = await calendarEventsOf(await joining(meetingsOf(await calendarView(graph, around)), chatId, info?.joinWebUrl ?? null));
    const nearest = mine.sort((a, b) => distance(a, now) - distance(b, now))[0];
    if (!nearest) throw new Failure('NotFound', 'No event of mine belongs to this chat', { detail: { chatId } });
    // An agenda put in Outlook's form stands in the organiser's extension alone until it is sent, and views leave extensions out.
    return nearest.iAmOrganizer && nearest.pointer === null ? calendarEventOf(await getEvent(graph, nearest.id)) : nearest;
  });
}

export const calendarEventsOf = (events: readonly GraphEvent[]): Promise<CalendarEvent[]> => Promise.all(events.map(calendarEventOf));

/** Of some events those that join the chat's meeting. Their links are mostly written alike; where none is, they are compared by meaning. */
async function joining(events: readonly GraphEvent[], chatId: string, joinWebUrl: string | null): Promise<readonly GraphEvent[]> {
  const alike = events.filter(({ onlineMeeting }) => joinWebUrl !== null && onlineMeeting?.joinUrl === joinWebUrl);
  if (alike.length > 0 || events.length === 0) return alike;
  const { joinsMeeting } = await fetched(import(/* webpackChunkName: "mailed" */ './chatMeeting.ts'));
  return events.filter((event) => joinsMeeting(event, chatId, joinWebUrl));
}

/** How far an event is from now: the one going on, then the coming ones, then the past ones, and last those that were called off. */
function distance(event: CalendarEvent, now: Date): number {
  const [begun, ended] = [now.getTime() - Date.parse(event.start), now.getTime() - Date.parse(event.end)];
  // Two that go on at once: the one that has begun last. All that is going on is nearer than what comes in a second.
  const away = begun < 0 ? 1e12 - begun : ended < OVERRUN ? begun : 1e13 + ended;
  return event.cancelled ? 1e14 + away : away;
}

/** Those that are meetings of their own: a guest's invitation to an item stands in the calendar of whoever sent it, beside the meeting. */
export const meetingsOf = (events: readonly GraphEvent[]): readonly GraphEvent[] => events.filter(({ transactionId }) => !isGuestId(transactionId));

/** My meetings between two instants, earliest first; cancelled ones are left out. */
export async function myEvents(graph: Graph, from: Date, to: Date): Promise<CalendarEvent[]> {
  return translated('Reading the calendar', async () =>
    (await calendarEventsOf(meetingsOf(await calendarView(graph, { from, to, body: true })))).filter((event) => !event.cancelled),
  );
}
