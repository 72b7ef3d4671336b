import { isClosed, type Agenda, type AgendaItem } from './agenda.ts';
import { calendarHead } from './calendarFacts.ts';
import { danishMidnight, dayAfter } from './danishTime.ts';
import { digest } from './digest.ts';
import { GUEST_PREFIX } from './guestId.ts';
import { asMeetingKey, type ItemId, type MeetingKey } from './ids.ts';
import { invitedNames } from './invitedNames.ts';
import type { Answer, CalendarEvent, Occasion } from './meeting.ts';
import { dayLine } from './programme.ts';
import { scheduleOf } from './timing.ts';

/*
 * A guest comes to one item, and has an invitation of their own for the time of it. What stands in the calendar of whoever called the meeting is all that is kept of
 * it: which meeting, item and guest it is for is told by the id that the event was made under, which holds no words (guestId).
 */

/** Between which ISO instants a guest comes. */
export type GuestTimes = Readonly<Record<'start' | 'end', string>>;

/** A guest's own event, as it stands in the calendar of whoever called the meeting. */
export interface GuestEvent extends GuestTimes {
  /** Its name as storage knows events. */
  readonly id: string;
  /** Under which it was made. */
  readonly guestId: string;
  readonly name: string;
  readonly email: string;
  readonly subject: string;
  readonly place: string;
  readonly answer: Answer;
}

/** Somebody who is to come to an item. */
export interface Guest {
  readonly itemId: ItemId;
  readonly name: string;
  readonly email: string;
}

/** What a guest's invitation is to say. */
export interface GuestInvitation extends GuestTimes {
  readonly subject: string;
  readonly place: string;
}

/** `current`: it says what it should. `stale`: time, title or place have changed since. `gone`: its item, or the guest at it, is no more. */
export type GuestStanding = 'current' | 'stale' | 'gone';

const SIGN = 16;

/** The id a guest's event is made under: the same for the same guest at the same item of the same meeting, so that no one is invited twice. */
export async function guestId(key: MeetingKey, { itemId, email }: Pick<Guest, 'itemId' | 'email'>): Promise<string> {
  const [item, guest] = await Promise.all([signOf(itemId), signOf(email.trim().toLowerCase())]);
  return [GUEST_PREFIX, key, item, guest].join('-');
}

const signOf = async (text: string): Promise<string> => (await digest(text)).slice(0, SIGN);

/** Is this the id of a guest's event of this meeting? */
export const isGuestOf = (id: string, key: MeetingKey): boolean => id.startsWith(`${GUEST_PREFIX}-${key}-`);

/** The meeting that a guest's event is made for, by its id; null for any other id. */
export function guestMeeting(id: string): MeetingKey | null {
  const [, key] = new RegExp(`^${GUEST_PREFIX}-([0-9a-f]{32})-`).exec(id) ?? [];
  return key === undefined ? null : asMeetingKey(key);
}

/** The items that guests were invited to; null for an event whose item is gone. */
export async function guestItems(events: readonly GuestEvent[], items: readonly AgendaItem[]): Promise<ReadonlyMap<GuestEvent, AgendaItem | null>> {
  const bySign = new Map(await Promise.all(items.map(async (item) => [await signOf(item.id), item] as const)));
  return new Map(events.map((event) => [event, bySign.get(event.guestId.split('-')[2] ?? '') ?? null]));
}

/** A presenter whom the invitation does not name. */
export interface Uninvited {
  readonly item: AgendaItem;
  readonly name: string;
}

/** Those who present an item and are not invited. "Lene Vadgaard, økonomichef" is Lene Vadgaard. */
export function uninvitedPresenters(agenda: Pick<Agenda, 'items'>, event: Pick<CalendarEvent, 'invitees' | 'organizer'>): readonly Uninvited[] {
  const invited = invitedNames(event);
  return agenda.items.flatMap((item) =>
    [...new Set(item.presenters.map((name) => name.trim()))]
      .filter((name) => name !== '' && !invited.some((other) => isNamed(name, other)))
      .map((name) => ({ item, name })),
  );
}

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('da');
const afterName = (name: string, other: string): string => (name.startsWith(other) ? name.slice(other.length) : '');

/** Is what is written this person's name, alone or with something after it? */
const isNamed = (written: string, name: string): boolean =>
  plain(written) === plain(name) || /^[\s,(–-]/.test(afterName(plain(written), plain(name)));

/** Does the item still name this guest? A title beside the name, here or in the invitation, makes nobody another: their invitation would be called off. */
export const presents = (item: Pick<AgendaItem, 'presenters'>, name: string): boolean =>
  item.presenters.some((other) => isNamed(other, name) || isNamed(name, other));

/**
 * When a guest comes to an item: from its beginning to its end, to where the next line begins where it has none, and else to the end of the meeting.
 * Null where nobody knows when it begins.
 * @param agenda as it is shown (agendaTold.ts)
 */
export function timesOfItem(agenda: Agenda, occasion: Occasion, item: AgendaItem): GuestTimes | null {
  const calendar = calendarHead(occasion);
  if (calendar.date === null || occasion.days) return null;
  const slots = scheduleOf(agenda);
  const parent = agenda.items.find(({ id }) => id === item.parentId);
  const own = slots.get(item.id);
  const slot = own?.start ? own : parent ? slots.get(parent.id) : undefined;
  if (!slot?.start) return null;
  const line = dayLine(agenda, calendar, item.day ?? parent?.day ?? null);
  const midnight = Date.parse(danishMidnight(dayAfter(calendar.date, (item.day ?? parent?.day ?? 1) - 1)));
  const instant = (minute: number): string => new Date(midnight + minute * 60_000).toISOString();
  const begins = line.at(slot.start);
  const level = agenda.items.filter((other) => other.parentId === (own?.start ? item.parentId : null) && other.day === item.day);
  const next = level.slice(level.findIndex(({ id }) => id === (own?.start ? item.id : parent?.id)) + 1).map(({ id }) => slots.get(id)?.start ?? null);
  const until = slot.end ?? next.find((start) => start !== null && line.at(start) > begins) ?? null;
  const start = instant(begins);
  const end = until === null || line.at(until) <= begins ? occasion.end : instant(line.at(until));
  return end > start ? { start, end } : null;
}

/** What of an item a guest may read: its title while it is open, else what those outside the circle are told. Null for the standard words. */
export function titleForGuest(items: readonly AgendaItem[], item: AgendaItem): string | null {
  return isClosed(items, item) ? item.neutralTitle : item.title;
}

/** How a guest's event stands against what it should say; `wanted` is null where the item, or the guest at it, is gone. */
export function guestStanding(event: GuestEvent, wanted: GuestInvitation | null): GuestStanding {
  if (wanted === null) return 'gone';
  const same = Date.parse(event.start) === Date.parse(wanted.start) && Date.parse(event.end) === Date.parse(wanted.end);
  return same && event.subject === wanted.subject && event.place === wanted.place ? 'current' : 'stale';
}

const DAY = 86_400_000;

/** Between which ISO instants guests' events lie: where the meeting is, and where it was before it moved. */
export function guestWindow({ occasion }: { readonly occasion: Occasion }, event: GuestTimes): readonly [string, string] {
  const marks = [event.start, event.end, occasion.start, occasion.end, occasion.movedFrom ?? event.start].map((each) => Date.parse(each));
  return [new Date(Math.min(...marks) - DAY).toISOString(), new Date(Math.max(...marks) + DAY).toISOString()];
}
