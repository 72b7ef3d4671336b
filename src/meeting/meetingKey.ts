import { dayOfMidnight } from './danishTime.ts';
import { digest } from './digest.ts';
import { asMeetingKey, type MeetingKey } from './ids.ts';

/**
 * The key under which everything about a meeting is filed: 32 hexadecimal digits, the same from every
 * participant's copy of the event.
 *
 * An event's id differs from mailbox to mailbox; only iCalUId is shared, and it may be equal for all occurrences
 * of a series (gd#17479, gd#4447), so the original start of the occurrence belongs to the key. A single event has
 * no original start, and keeps its key when it is moved.
 *
 * @param iCalUId as Graph gives it, compared byte for byte
 * @param originalStart the slot the occurrence had in its series as an instant, or null for a single event
 */
export async function meetingKey(iCalUId: string, originalStart: Date | null): Promise<MeetingKey> {
  const slot = originalStart ? originalStart.toISOString() : '';
  return asMeetingKey(await digest(`${iCalUId}\n${slot}`));
}

/**
 * The slot of an occurrence as it goes into the key. A slot of an all-day series is a day, told as midnight of whatever zone the mailbox has: the
 * midnight that the day has in UTC stands for them all.
 * @returns ISO instant
 */
export function slotOf(originalStart: string, allDay: boolean): string {
  return allDay ? `${dayOfMidnight(originalStart)}T00:00:00Z` : originalStart;
}
