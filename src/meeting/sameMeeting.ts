import { sameInstant, sameWhen } from './calendarFacts.ts';
import { isoDay } from './danishTime.ts';
import type { CalendarEvent, MeetingPointer, Occasion } from './meeting.ts';
import type { Kinship } from './words.ts';

export type { Kinship } from './words.ts';

type Event = Pick<CalendarEvent, 'key' | 'iCalUId' | 'originalStart' | 'start' | 'end' | 'days'> & Partial<Pick<CalendarEvent, 'organizer'>>;
/** A meeting's row, as far as it tells which meeting it is. */
export interface Filed extends Occasion {
  readonly key: MeetingPointer['key'];
}

/** Where Exchange writes the day of an occurrence into the id of its series (MS-OXOCAL, PidLidGlobalObjectId and PidLidCleanGlobalObjectId). */
const EXCHANGE_ID = /^(040000008200E00074C5B7101A82E008)[0-9A-F]{8}/i;

/** Do these name one event or series? The documentation says that every occurrence has an id of its own, users that all have the series' (gd#17479). */
export function sameUid(one: string, other: string): boolean {
  return one !== '' && (one === other || (EXCHANGE_ID.test(one) && seriesUid(one) === seriesUid(other)));
}

/** The id of the series that an occurrence's id names, where each has its own; else the id itself. */
export const seriesUid = (uid: string): string => uid.replace(EXCHANGE_ID, '$100000000');

/** A slot of a series that is told as an instant in one copy and as a day in another is the same within a day's turn. */
const sameSlot = (one: string | null, other: string | null): boolean => one !== null && other !== null && sameInstant(one, other);

/**
 * How the meeting that rows were filed for stands to an event that carries their pointer. The key is made of facts that differ from copy to
 * copy: a guest's copy of one occurrence is a single event, and a series that is moved gives its occurrences other slots.
 * @param only no other pointer of the event leads to its own series
 */
export function kinship(event: Event, filed: Filed, only = true): Kinship {
  if (event.key === filed.key) return 'same';
  if (!sameUid(event.iCalUId, filed.iCalUId)) {
    // A copy that came another way, e.g. forwarded by a mail system, has another id, but organiser and time of the one it shows.
    const organizer = event.organizer?.email?.toLowerCase();
    const isSameOrganizer = organizer !== undefined && organizer === filed.organizer?.toLowerCase();
    return !sameWhen(event, filed) ? 'other' : isSameOrganizer ? 'same' : 'sameTime';
  }
  const slot = filed.originalStart ?? null;
  if (sameSlot(event.originalStart, slot) || sameWhen(event, filed)) return 'same';
  // Invited to one occurrence only: its agenda is in my invitation, wherever it was moved to since.
  if (event.originalStart === null) return only || sameInstant(slot, event.start) ? 'same' : 'otherOccurrence';
  // The whole series was moved within the day: it has one meeting a day, and that is this one.
  return slot !== null && isoDay(slot) === isoDay(event.originalStart) ? 'same' : 'otherOccurrence';
}

/** The event of mine that these rows are about: by key, by the pointer it carries, by its slot, its time, or as the only one; null where none is. */
export function ownEvent(events: readonly CalendarEvent[], filed: Filed): CalendarEvent | null {
  const related = events.filter((event) => event.key === filed.key || carries(event, filed) || sameUid(event.iCalUId, filed.iCalUId));
  const slot = filed.originalStart ?? null;
  const single = related.filter((event) => event.originalStart === null);
  const rules: ((event: CalendarEvent) => boolean)[] = [
    (event) => event.key === filed.key,
    (event) => sameUid(event.iCalUId, filed.iCalUId) && sameSlot(event.originalStart, slot),
    (event) => sameUid(event.iCalUId, filed.iCalUId) && event.originalStart === null && carries(event, filed),
    (event) => sameUid(event.iCalUId, filed.iCalUId) && sameWhen(event, filed),
    (event) => sameUid(event.iCalUId, filed.iCalUId) && event.originalStart !== null && slot !== null && isoDay(event.originalStart) === isoDay(slot),
    (event) => single.length === 1 && related.length === 1 && event === single[0] && sameUid(event.iCalUId, filed.iCalUId),
  ];
  for (const rule of rules) {
    const found = related.find(rule);
    if (found) return found;
  }
  return null;
}

/** Does this event carry the pointer to these rows, and none of its own? */
export function carries({ pointer, others = [] }: Pick<CalendarEvent, 'pointer' | 'others'>, { key }: Pick<Filed, 'key'>): boolean {
  return pointer === null ? others.some((other) => other.pointer.key === key) : pointer.key === key;
}
