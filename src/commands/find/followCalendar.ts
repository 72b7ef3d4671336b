import * as v from 'valibot';
import { differsFromCalendar, headFollowing, occasionOf } from '../../meeting/calendarFacts.ts';
import { isFailure, isPassing } from '../../meeting/errors.ts';
import type { CalendarEvent, MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
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
  perform: (workplace, ordered: FollowInput, { steps }) => steps.take('meeting', () => follow(workplace, ordered)),
});

/** The event is read again, and held against the row as it is then: an order that has waited writes no older time over a newer one. */
async function follow({ store }: Workplace, { pointer: of, eventId, at }: FollowInput): Promise<void> {
  if (eventId === null) {
    return store.putOccasion(of, ({ head, occasion }) =>
      occasion === undefined ? null : { head, occasion: { ...occasion, standing: 'cancelled' } },
    );
  }
  const event = await store.eventById(eventId);
  if (!event.iAmOrganizer) return;
  await store.putOccasion(of, ({ head, occasion }) => {
    if (!occasion || !differsFromCalendar(occasion, event)) return null;
    const now = occasionOf(event, occasion, at);
    return { head: headFollowing(head, occasion, now), occasion: now };
  });
}

/** Does the organiser's own copy, which this is, say otherwise than what was written down of it? Of another event nothing follows. */
export function shouldFollow(file: Pick<MeetingFile, 'occasion' | 'pointer'>, event: CalendarEvent | null): event is CalendarEvent {
  if (event === null || !event.iAmOrganizer || !differsFromCalendar(file.occasion, event)) return false;
  if (event.pointer !== null) return event.pointer.key === file.pointer.key;
  return ownEvent([event], { ...file.occasion, key: file.pointer.key }) !== null;
}

/** The meeting as its organiser's calendar has it, written down for everybody where it was not. Without a connection it is written later. */
export async function followed({ workplace, send }: Desk, file: MeetingFile, event: CalendarEvent | null): Promise<MeetingFile> {
  if (!shouldFollow(file, event)) return file;
  const at = workplace.now().toISOString();
  try {
    await send(followCalendarOrder, { pointer: file.pointer, eventId: event.id, at });
  } catch (error) {
    // It is in the outbox, or can be done by nobody: the meeting is read and shown all the same.
    if (!isPassing(error) && !isFailure(error)) throw error;
  }
  const occasion = occasionOf(event, file.occasion, at);
  return { ...file, occasion, agenda: { ...file.agenda, ...headFollowing(file.agenda, file.occasion, occasion) } };
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
