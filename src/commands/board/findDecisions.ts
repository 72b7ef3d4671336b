import { danishMidnight, dayAfter, isoDay } from '../../meeting/danishTime.ts';
import { decisionsOf, everyDecision, type LoggedDecision, type WantedDecisions } from '../../meeting/decisionLog.ts';
import type { Failure } from '../../meeting/errors.ts';
import { isFailure } from '../../meeting/errors.ts';
import { asMeetingKey } from '../../meeting/ids.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { UnreadRow } from '../../meeting/unreadRow.ts';
import { meetingsABatch, type DecisionReader, type LogMeeting, type LogPlace } from '../../storage/decisionReader.ts';
import type { Desk } from '../desk.ts';

/** Where a search goes on. */
export interface DecisionCursor {
  /** Meetings of windows that were asked already, newest first, whose minutes are still to be read. */
  readonly waiting: readonly LogMeeting[];
  /** The end of the next window, ISO; null where there is no earlier one. */
  readonly before: string | null;
  /** How long that one is. */
  readonly days: number;
  readonly places: readonly LogPlace[];
}

export interface DecisionPage {
  /** Newest meeting first, each in the order of its minutes. */
  readonly found: readonly LoggedDecision[];
  /** Null where all has been looked through. */
  readonly next: DecisionCursor | null;
  /** ISO day: everything from there on has been looked through. */
  readonly searchedTo: string | null;
  /** Bodies that could not be read. */
  readonly lacking: readonly { readonly name: string; readonly error: Failure }[];
  readonly unread: readonly UnreadRow[];
}

const DAY = 86_400_000;
/** As long is the first window: a body that meets twice a week fits in one page of rows. */
const FIRST_DAYS = 90;
/** An empty window is followed by a longer one; no minutes are older than this, and the last window has no beginning. */
const WIDER = 4;
const EARLIEST = Date.UTC(1990, 0, 1);
/** A search with words reads so many batches of minutes at a time, or until so many decisions are found; one without ends with the first found. */
const MOST_BATCHES = 5;
const ENOUGH = 20;

/**
 * The next decisions that are looked for, newest meeting first. The service filters by indexed columns: which meetings began in a window of time, and the
 * minutes of each; words, names and results are compared here, exactly, in what comes. Without them two requests bring the first page.
 * @param cursor null for the first page, else `next` of the page before
 * @throws Failure where none of the boards can be read
 */
export const findDecisions =
  (desk: Desk) =>
  async (boards: readonly Board[], wanted: WantedDecisions = everyDecision, cursor: DecisionCursor | null = null): Promise<DecisionPage> => {
    const { store, now } = desk.workplace;
    const reader = await store.decisionReader();
    const me = desk.me().id;
    const from = wanted.from === null ? null : Date.parse(danishMidnight(wanted.from));
    const withPresenters = wanted.person.trim() !== '';
    const narrows = wanted.words.trim() !== '' || withPresenters || wanted.result !== null;
    let at = cursor ?? (await beginning(desk, boards, wanted, now()));
    const page = { found: [] as LoggedDecision[], lacking: new Map<string, Failure>(), unread: [] as UnreadRow[] };
    let searchedTo: string | null = null;
    for (let batches = 0; batches < MOST_BATCHES && page.found.length < (narrows ? ENOUGH : 1); batches += 1) {
      const filled = await filledUp(reader, at, from, page);
      const taken = filled.waiting.slice(0, meetingsABatch(withPresenters));
      const { minuted, outside, unread } = await reader.minutes(taken, withPresenters, me);
      page.unread.push(...unread);
      page.found.push(...minuted.flatMap((meeting) => decisionsOf(meeting, wanted)));
      at = outsideOf({ ...filled, waiting: filled.waiting.slice(taken.length) }, outside);
      searchedTo = taken.at(-1)?.row.start ?? filled.before ?? searchedTo;
      if (at.waiting.length === 0 && at.before === null) break;
    }
    return {
      found: page.found,
      next: at.waiting.length === 0 && at.before === null ? null : at,
      searchedTo: searchedTo === null || searchedTo === '' ? null : isoDay(searchedTo),
      lacking: [...page.lacking].map(([name, error]) => ({ name, error })),
      unread: page.unread,
    };
  };

/** From the end of what is looked for, or tomorrow: minutes of what is yet to come there are none. */
async function beginning({ workplace: { store } }: Desk, boards: readonly Board[], { to }: WantedDecisions, now: Date): Promise<DecisionCursor> {
  const before = to === null ? new Date(now.getTime() + DAY).toISOString() : danishMidnight(dayAfter(to));
  const places = await Promise.all(
    boards.map(async (board): Promise<LogPlace> => {
      if (board.closedSiteId === null) return board;
      // The place of the circle as it is borne out, not as anybody in the team may have written it; which meeting is meant does not matter for it.
      const pointer = { siteId: board.siteId, closedSiteId: board.closedSiteId, key: asMeetingKey('') };
      return store.completed(pointer).then(
        ({ closedSiteId }) => ({ ...board, closedSiteId }),
        (error: unknown) => {
          if (isFailure(error, 'ClosedPlaceRefused')) return { ...board, closedSiteId: null };
          throw error;
        },
      );
    }),
  );
  return { waiting: [], before, days: FIRST_DAYS, places };
}

/** Asks for earlier windows until meetings are waiting, or there are none. */
async function filledUp(
  reader: DecisionReader,
  cursor: DecisionCursor,
  from: number | null,
  page: { readonly lacking: Map<string, Failure>; readonly unread: UnreadRow[] },
): Promise<DecisionCursor> {
  let at = cursor;
  while (at.waiting.length === 0 && at.before !== null) {
    const before = Date.parse(at.before);
    const begins = Math.max(before - at.days * DAY, from ?? Number.NEGATIVE_INFINITY);
    const isLast = from === null ? begins <= EARLIEST : begins <= from;
    const start = isLast && from === null ? null : new Date(begins);
    const { meetings, lacking, unread } = await reader.meetings(at.places, start, new Date(before));
    for (const { place, error } of lacking) page.lacking.set(place.name, error);
    page.unread.push(...unread);
    at = {
      ...at,
      waiting: meetings,
      before: isLast || start === null ? null : start.toISOString(),
      days: meetings.length === 0 ? at.days * WIDER : at.days,
    };
  }
  return at;
}

/** Whom Graph has refused a circle is not asked about it again in this search. */
function outsideOf(cursor: DecisionCursor, outside: readonly string[]): DecisionCursor {
  if (outside.length === 0) return cursor;
  const openly = (place: LogPlace): LogPlace =>
    place.closedSiteId !== null && outside.includes(place.closedSiteId) ? { ...place, closedSiteId: null } : place;
  return {
    ...cursor,
    places: cursor.places.map(openly),
    waiting: cursor.waiting.map((meeting) => ({ ...meeting, place: openly(meeting.place) })),
  };
}
