import type { Agenda, AgendaItem } from './agenda.ts';
import { minutesOf } from './clock.ts';
import type { ItemId } from './ids.ts';
import type { Apology } from './meeting.ts';
import { itemsMissed } from './scopeMarks.ts';
import { scheduleOf } from './timing.ts';
import type { Attendee, PresenceNote } from './presence.ts';
import type { PresenceAt } from './words.ts';

type Plan = Pick<Agenda, 'start' | 'items'>;

/** The items from which somebody who came and went was there, and until which: places among the agenda's items. */
interface Placed {
  readonly note: PresenceNote;
  readonly place: number;
}

/**
 * Where in the agenda somebody came or went: at the item that was noted, else at the one planned for that time. Of whom neither is known, whoever came was
 * there from the start, and whoever went was there to the end: leaving early never makes anybody absent before.
 */
function placeOf({ items, start }: Plan, note: PresenceNote): number {
  const at = items.findIndex(({ id }) => id === note.itemId);
  if (at >= 0) return at;
  const nowhere = note.kind === 'arrived' ? -1 : Infinity;
  if (note.time === null) return nowhere;
  const time = minutesOf(note.time);
  const slots = scheduleOf({ start, items });
  const begun = items.findLastIndex(({ id }) => {
    const begins = slots.get(id)?.start ?? null;
    return begins !== null && minutesOf(begins) <= time;
  });
  // Before the first planned item, or in an agenda without times.
  const planned = items.some(({ id }) => (slots.get(id)?.start ?? null) !== null);
  return begun >= 0 ? begun : planned && note.kind === 'arrived' ? 0 : nowhere;
}

const timeOf = ({ time }: PresenceNote): number => (time === null ? -1 : minutesOf(time));

/** Arrivals and departures in the order in which they happened. */
export function movesInOrder(plan: Plan, moves: readonly PresenceNote[]): PresenceNote[] {
  return placed(plan, moves).map(({ note }) => note);
}

function placed(plan: Plan, moves: readonly PresenceNote[]): Placed[] {
  return moves
    .map((note, noted) => ({ note, noted, place: placeOf(plan, note) }))
    .sort((one, other) => order(one.place, other.place) || timeOf(one.note) - timeOf(other.note) || one.noted - other.noted);
}

/** Of two places, also where both are at the very end. */
const order = (one: number, other: number): number => (one === other ? 0 : one - other);

/** Does the apology cover this item? One for an item is for all that stands under it; one for a part of the meeting by the items' planned times too. */
export function coversItem(plan: Plan, { scope }: Apology, itemId: ItemId): boolean {
  if (scope.kind === 'meeting') return true;
  if (scope.kind === 'part') return itemsMissed(scope, plan).includes(itemId);
  return withThoseAbove(plan.items, itemId).some((id) => scope.itemIds.includes(id));
}

/** How this person stands at an item of the agenda. */
export function presenceAt(plan: Plan, attendee: Attendee, itemId: ItemId): PresenceAt {
  const at = plan.items.findIndex(({ id }) => id === itemId);
  const { moves, state, apology } = attendee;
  const here = placed(plan, moves);
  const before = here.filter(({ place }) => place <= at);
  const last = before.at(-1);
  const said = state === 'present' || state === 'online';
  const atFirst = here.length === 0 ? said : here[0]?.note.kind === 'left';
  const excused = apology !== null && coversItem(plan, apology, itemId);
  // An apology for some items holds where nobody noted more than that the person came; whoever came in spite of one for all of the meeting, came.
  const meant = last === undefined && excused && apology.scope.kind !== 'meeting';
  const isThere = (last === undefined ? atFirst : last.note.kind === 'arrived') && !meant;
  if (isThere || state === 'unknown') {
    if (recusedAt(plan.items, attendee, itemId) && (isThere || (here.length === 0 && !excused))) return 'recused';
  }
  if (isThere) return state === 'online' ? 'online' : 'there';
  if (excused || state === 'apology' || (state === 'absent' && apology !== null)) return 'excused';
  if (here.length > 0) return last === undefined ? 'notYet' : 'left';
  return state === 'absent' ? 'absent' : 'unknown';
}

/** Recused for an item is recused for all that stands under it. */
export function recusedAt(items: readonly AgendaItem[], { recusals }: Pick<Attendee, 'recusals'>, itemId: ItemId): boolean {
  const ids = withThoseAbove(items, itemId);
  return recusals.some((note) => note.itemId !== null && ids.includes(note.itemId));
}

/** An item and the items it stands under. */
function withThoseAbove(items: readonly AgendaItem[], itemId: ItemId): ItemId[] {
  const ids: ItemId[] = [];
  for (let id: ItemId | null = itemId; id !== null && !ids.includes(id);) {
    const here: ItemId = id;
    ids.push(here);
    id = items.find((item) => item.id === here)?.parentId ?? null;
  }
  return ids;
}
