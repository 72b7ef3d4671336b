import type { Item } from '../graph/lists.ts';
import type { MeetingRow } from './meetingRow.ts';

/** Clocks of two devices may differ by so much, in milliseconds. */
const EARLY = 3_600_000;

/** What was read of a meeting before its record. */
export interface ReadSoFar {
  /** Milliseconds. */
  readonly now: number;
  readonly items: readonly Item[];
  /** As far as they are for this reader. */
  readonly treatments: readonly Item[];
  /** Was something of the meeting's or the board's row left out because it cannot be read? */
  readonly isDamaged: boolean;
}

/**
 * May something of this meeting have been published? Minutes need an outcome of every item, so where there are items and no treatment nothing has been.
 * Whoever may not read treatments takes the clock's word: before the meeting begins there is nothing to publish, but for what its row says is.
 */
export function mayHaveRecord({ status, occasion, start }: MeetingRow, { now, items, treatments, isDamaged }: ReadSoFar): boolean {
  const begins = Date.parse(occasion?.start ?? start);
  return isDamaged || status.minutes !== 'none' || items.length === 0 || treatments.length > 0 || !(now < begins - EARLY);
}
