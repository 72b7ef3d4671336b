import { guestMeeting, type GuestEvent } from '../../meeting/guests.ts';
import type { MeetingKey } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingPointer, Occasion } from '../../meeting/meeting.ts';
import { pointerOn } from '../pointerOn.ts';
import { myBoards } from '../board/myBoards.ts';
import type { Desk } from '../desk.ts';
import type { Store } from '../../storage/store.ts';

/** A meeting that has left my calendar, and the guests who still have an invitation of their own to an item of it. */
export interface GuestsLeft {
  readonly pointer: MeetingPointer;
  readonly title: string;
  readonly occasion: Pick<Occasion, 'start' | 'end' | 'days'>;
  readonly guests: readonly GuestEvent[];
}

const DAY = 86_400_000;
/** So far ahead (ms) guests are looked for whose meeting is gone: it may have been moved before it was called off. */
const AHEAD = 180 * DAY;

interface OfMeeting {
  readonly key: MeetingKey;
  readonly occasion: Pick<Occasion, 'end'>;
  /** Whose calendar; null for my own. */
  readonly mailbox: string | null;
}

/** The guests of a meeting whose own invitations are not over. */
export async function guestsAhead(store: Store, { key, occasion: { end }, mailbox }: OfMeeting, now: Date): Promise<readonly GuestEvent[]> {
  const until = Math.max(now.getTime() + AHEAD, (Date.parse(end) || 0) + DAY);
  const sent = await (await store.guests()).guestEvents(mailbox, key, now.toISOString(), new Date(until).toISOString());
  return sent.filter((each) => Date.parse(each.end) > now.getTime());
}

/**
 * Guests in my calendar whose meeting is there no more. One request while every guest's meeting is among `meetings`; else the rows of the others are looked for
 * on my boards, and each is called off only where the calendar, asked for it by its own id, has it no more. What no board knows is not told.
 * @param meetings those of my calendar that have been read already
 */
export async function guestsLeft(desk: Desk, meetings: readonly Pick<CalendarEvent, 'key' | 'pointer'>[]): Promise<readonly GuestsLeft[]> {
  const { store, now } = desk.workplace;
  const at = now();
  const sent = await (await store.guests()).guestEvents(null, null, at.toISOString(), new Date(at.getTime() + AHEAD).toISOString());
  const known = new Set<string>(meetings.flatMap(({ key, pointer }) => [key, ...(pointer ? [pointer.key] : [])]));
  const by = new Map<MeetingKey, GuestEvent[]>();
  for (const each of sent) {
    const key = guestMeeting(each.guestId);
    if (key !== null && !known.has(key) && Date.parse(each.end) > at.getTime()) by.set(key, [...(by.get(key) ?? []), each]);
  }
  if (by.size === 0) return [];
  const asked = (await myBoards(desk)()).flatMap((board) => [...by.keys()].map((key) => pointerOn(board, key)));
  const rows = await store.meetingRows(asked);
  const left = await Promise.all(
    asked.map(async (pointer, place): Promise<GuestsLeft[]> => {
      const row = rows[place];
      if (row === undefined || typeof row === 'string' || !row.occasion) return [];
      const event = await store.eventOfMeeting({ ...row.occasion, key: pointer.key });
      if (event !== null && !event.cancelled) return [];
      return [{ pointer, title: row.head.title, occasion: row.occasion, guests: by.get(pointer.key) ?? [] }];
    }),
  );
  return left.flat();
}
