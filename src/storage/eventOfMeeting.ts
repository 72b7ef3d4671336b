import type { Graph } from '../graph/client.ts';
import { calendarView, findByICalUId, instances, type GraphEvent } from '../graph/events.ts';
import { sameInstant } from '../meeting/calendarFacts.ts';
import type { CalendarEvent } from '../meeting/meeting.ts';
import { ownEvent, seriesUid, type Filed } from '../meeting/sameMeeting.ts';
import { calendarEventsOf, eventById, meetingsOf } from './calendar.ts';
import { translated } from './failure.ts';

const DAY = 86_400_000;

/** A meeting as far as it must be known for its event to be found. */
export type Sought = Pick<Filed, 'iCalUId' | 'start' | 'key'> & Partial<Filed>;

/** So far from where it was last seen an occurrence is looked for: at first, and then wherever it may have been moved to. */
const NEAR = 14 * DAY;
const FAR = 400 * DAY;

/**
 * My copy of a meeting that was reached by a link, or null: it may have been declined or called off, or I was never invited. It is found by what all
 * copies share, however far it was moved, and whatever key my copy makes (sameMeeting.ts).
 */
export async function eventOfMeeting(graph: Graph, sought: Sought): Promise<CalendarEvent | null> {
  const meeting: Filed = { end: sought.start, ...sought };
  return translated('Finding my copy of the event', async () => {
    const found = await copiesByUid(graph, meeting.iCalUId);
    const singles = await calendarEventsOf(found.filter((event) => event.type !== 'seriesMaster'));
    const own = ownEvent(singles, meeting);
    if (own) return own;
    for (const series of found.filter((event) => event.type === 'seriesMaster')) {
      const occurrence = await occurrenceOf(graph, series.id, meeting);
      if (occurrence) return occurrence;
    }
    // Where every occurrence has an id of its own, none is found by that of another copy.
    return found.length > 0 || !known(meeting.start) ? null : ownEvent(await around(graph, meeting), meeting);
  });
}

/** Single events and series; the series is asked for by its own id, too, where occurrences have ids of theirs. */
async function copiesByUid(graph: Graph, uid: string): Promise<GraphEvent[]> {
  const found = await findByICalUId(graph, uid);
  return found.length > 0 || seriesUid(uid) === uid ? found : findByICalUId(graph, seriesUid(uid));
}

/** Of a series the occurrence that these rows are about: nearby first, since a series may be long. */
async function occurrenceOf(graph: Graph, seriesId: string, meeting: Filed): Promise<CalendarEvent | null> {
  if (!known(meeting.start)) return null;
  for (const reach of [NEAR, FAR]) {
    const occurrences = await calendarEventsOf(await instances(graph, seriesId, windowOf(meeting.start, reach)));
    const own = ownEvent(occurrences, meeting);
    // Only its own slot is sure: what is merely on the same day may not be the one, as long as not all have been seen.
    // Occurrences come without their bodies, which tell what stands in the invitation.
    if (own && (reach === FAR || own.key === meeting.key || sameInstant(own.originalStart, meeting.originalStart))) return eventById(graph, own.id);
  }
  return null;
}

const known = (instant: string): boolean => !Number.isNaN(Date.parse(instant));
const windowOf = (instant: string, reach: number) => ({ from: new Date(Date.parse(instant) - reach), to: new Date(Date.parse(instant) + reach) });
const around = async (graph: Graph, meeting: Filed): Promise<CalendarEvent[]> =>
  calendarEventsOf(await calendarView(graph, { ...windowOf(meeting.start, NEAR), body: true }));

/** The meetings of the series that this event belongs to, as far as a year to either side; none of a single event. */
export async function siblings(graph: Graph, { seriesId, start }: Pick<CalendarEvent, 'seriesId' | 'start'>): Promise<CalendarEvent[]> {
  if (seriesId === undefined) return [];
  return translated('Reading the series', async () => calendarEventsOf(await instances(graph, seriesId, windowOf(start, FAR))));
}

/** All that touches the time between two instants, without bodies: enough to see what was moved or called off. */
export async function eventsBetween(graph: Graph, from: Date, to: Date): Promise<CalendarEvent[]> {
  return translated('Reading the calendar', async () => calendarEventsOf(meetingsOf(await calendarView(graph, { from, to }))));
}
