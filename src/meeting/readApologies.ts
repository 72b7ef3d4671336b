import type { AgendaItem } from './agenda.ts';
import { parseClock } from './clock.ts';
import type { ItemId } from './ids.ts';
import type { ApologyScope, Invitee, ScopeMark } from './meeting.ts';
import { plainName } from './persons.ts';

/** A mark as a list of apologies writes it: a clock time, or an item's number. */
export type WrittenMark = { readonly clock: string } | { readonly number: string };
export type WrittenPart =
  { readonly arrives: WrittenMark | null; readonly leaves: WrittenMark | null } | { readonly items: readonly string[] } | null;

/** The scope that is written, by the agenda's numbers; null where a number is none of its items', or several'. */
export function scopeWritten(part: WrittenPart, items: readonly AgendaItem[]): ApologyScope | null {
  if (part === null) return { kind: 'meeting' };
  const itemOf = (number: string): ItemId | null => {
    const [one, other] = items.filter((item) => item.kind === 'item' && bare(item.number ?? '') === bare(number));
    return one && !other ? one.id : null;
  };
  if ('items' in part) {
    const itemIds = part.items.map(itemOf).filter((id) => id !== null);
    return itemIds.length === part.items.length && itemIds.length > 0 ? { kind: 'items', itemIds } : null;
  }
  const markOf = (mark: WrittenMark | null): ScopeMark | null | undefined => {
    if (mark === null) return null;
    if ('number' in mark) {
      const item = itemOf(mark.number);
      return item === null ? undefined : { item };
    }
    const clock = parseClock(mark.clock);
    return clock === null ? undefined : { clock };
  };
  const [arrives, leaves] = [markOf(part.arrives), markOf(part.leaves)];
  if (arrives === undefined || leaves === undefined || (arrives === null && leaves === null)) return null;
  return { kind: 'part', arrives, leaves };
}

const bare = (number: string): string => number.replace(/[.):\s]+$/, '').toLocaleLowerCase('da');

/** Those invited whom a written name may mean: by the whole name, else as it is shortened, "Ane K." or "A. Kratholm" for Ane Kratholm, else "Ane" alone. */
export function inviteesMeant(invitees: readonly Invitee[], written: string): readonly Invitee[] {
  const people = invitees.filter(({ isGroup }) => !isGroup);
  const named = people.filter(({ name }) => wordsOf(name).join(' ') === wordsOf(written).join(' '));
  if (named.length > 0) return named;
  const short = wordsOf(written);
  return people.filter(({ name }) => isShortFor(short, wordsOf(name)));
}

const wordsOf = (name: string): string[] =>
  plainName(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');

/** The first word begins the first, the last the last, and what is between stands in order between them. */
function isShortFor(short: readonly string[], whole: readonly string[]): boolean {
  if (short.length === 0 || short.length > whole.length) return false;
  if (short.length === 1) return whole[0] === short[0];
  const [first = '', last = ''] = [short[0], short.at(-1)];
  let place = 0;
  const inOrder = short.every((word) => {
    const found = whole.findIndex((each, at) => at >= place && each.startsWith(word));
    place = found + 1;
    return found >= 0;
  });
  return inOrder && (whole[0] ?? '').startsWith(first) && (whole.at(-1) ?? '').startsWith(last);
}
