import * as v from 'valibot';
import { differsFromCalendar, headFollowing, occasionOf } from '../../meeting/calendarFacts.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { Agenda } from '../../meeting/agenda.ts';
import type { CalendarEvent, MeetingFile, MeetingPointer, Occasion } from '../../meeting/meeting.ts';
import { pointer } from '../../meeting/schemas.ts';
import { ownEvent } from '../../meeting/sameMeeting.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import type { Workplace } from '../workplace.ts';

interface FollowInput {
  readonly pointer: MeetingPointer;
  /** The organiser's own copy; null where it has left the calendar and the organiser says that the meeting is called off. */
  readonly eventId: string | null;
  /** ISO instant of seeing it. */
  readonly at: string;
}

const input: v.GenericSchema<unknown, FollowInput> = v.object({ pointer, eventId: v.nullable(v.string()), at: v.string() });

export const followCalendarOrder = order({
  name: 'followCalendar',
  version: 1,
  input,
  // What the organiser's own lists do not take is not the reader's trouble: it is written by whoever may, when they see it.
  steps: { meeting: { refusable: ['NotAllowed', 'ConsentMissing', 'SiteOutdated', 'AppOutdated', 'Refused', 'NotFound', 'Conflict', 'Unreadable'] } },
  perform: async (workplace, ordered: FollowInput, { steps }): Promise<Followed | null> => {
    let now: Followed | null = null;
    await steps.take('meeting', async () => {
      now = await follow(workplace, ordered);
    });
    return now;
  },
});

/** What the row says then: head and calendar. */
interface Followed {
  readonly head: Omit<Agenda, 'items'>;
  readonly occasion: Occasion;
}

/** The event is read again, and held against the row as it is then: an order that has waited writes no older time over a newer one. */
async function follow({ store }: Workplace, { pointer: of, eventId, at }: FollowInput): Promise<Followed | null> {
  const event = eventId === null ? null : await store.eventById(eventId);
  let now: Followed | null = null;
  await store.putOccasion(of, ({ head, occasion }) => {
    if (!occasion) return null;
    now = { head, occasion };
    if (event === null) return (now = { head, occasion: { ...occasion, standing: 'cancelled' } });
    if (!event.iAmOrganizer || !differsFromCalendar(occasion, event)) return null;
    const said = occasionOf(event, occasion, at);
    return (now = { head: headFollowing(head, occasion, said), occasion: said });
  });
  return now;
}

/** Does the organiser's own copy, which this is, say otherwise than what was written down of it? Of another event nothing follows. */
export function shouldFollow(file: Pick<MeetingFile, 'occasion' | 'pointer'>, event: CalendarEvent | null): event is CalendarEvent {
  if (event === null || !event.iAmOrganizer || !differsFromCalendar(file.occasion, event)) return false;
  if (event.pointer !== null) return event.pointer.key === file.pointer.key;
  return ownEvent([event], { ...file.occasion, key: file.pointer.key }) !== null;
}

/** Writes down what the organiser's own copy tells; null where nothing was left to write, or the row could not be. */
export function writeDown({ workplace, send }: Desk, to: MeetingPointer, { id }: CalendarEvent): Promise<Followed | null> {
  return send(followCalendarOrder, { pointer: to, eventId: id, at: workplace.now().toISOString() });
}

/** The meeting as its organiser's calendar has it, written down for everybody where it was not. Without a connection it is written later. */
export async function followed(desk: Desk, file: MeetingFile, event: CalendarEvent | null): Promise<MeetingFile> {
  if (!shouldFollow(file, event)) return file;
  const said = occasionOf(event, file.occasion, desk.workplace.now().toISOString());
  let now: Followed | null = { head: headFollowing(file.agenda, file.occasion, said), occasion: said };
  try {
    now = await writeDown(desk, file.pointer, event);
  } catch (error) {
    // It waits in the outbox, or nobody here can do it: the meeting is shown as the calendar has it all the same.
    if (!isFailure(error)) throw error;
  }
  return now === null ? file : { ...file, occasion: now.occasion, agenda: { ...file.agenda, ...now.head } };
}

/** Brings what is written down of a meeting up to its organiser's calendar; the same file where nothing differs, or somebody else called it. */
export const followCalendar =
  (desk: Desk) =>
  async (file: MeetingFile, event: CalendarEvent | null): Promise<MeetingFile> => {
    const now = await followed(desk, file, event);
    if (now !== file) void desk.seen.keepFile(now);
    return now;
  };

/** The organiser, from whose calendar the event is gone, says that the meeting is called off. */
export const tellCancelled =
  ({ workplace, send }: Desk) =>
  async (file: MeetingFile): Promise<MeetingFile> => {
    await send(followCalendarOrder, { pointer: file.pointer, eventId: null, at: workplace.now().toISOString() });
    return { ...file, occasion: { ...file.occasion, standing: 'cancelled' } };
  };
