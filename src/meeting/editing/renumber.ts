import { depthOf, type AgendaItem } from '../agenda.ts';
import type { Numbering } from '../numbering.ts';
import type { NumberRestart, NumberSigns } from '../words.ts';

/**
 * The numbers written anew from the first line to the last. The same list comes back where each has the number it would get.
 * @param keepBare a line without a number is a practical one ("Frokost i kantinen") and stays without
 */
export function renumber(items: readonly AgendaItem[], numbering: Numbering, keepBare = false): readonly AgendaItem[] {
  const bare = new Map<AgendaItem['id'], string | null>();
  const counted = new Map<AgendaItem['id'] | null, number>();
  let top: AgendaItem | null = null;
  const next = items.map((item) => {
    const depth = depthOf(items, item);
    if (depth === 0) {
      if (top && restarts(numbering.restart, top, item)) counted.delete(null);
      top = item;
    }
    const signs = numbering.levels[depth] ?? numbering.levels.at(-1) ?? null;
    if (signs === null || (keepBare && item.number === null) || (item.kind === 'break' && !numbering.breaks)) {
      bare.set(item.id, null);
      return item.number === null ? item : { ...item, number: null };
    }
    const place = counted.get(item.parentId) ?? (depth === 0 ? numbering.from : 1);
    counted.set(item.parentId, place + 1);
    const above = item.parentId === null || numbering.between === null ? null : (bare.get(item.parentId) ?? null);
    const own = `${above === null ? '' : `${above}${numbering.between}`}${signOf(place, signs)}`;
    bare.set(item.id, own);
    const number = `${depth === 0 ? (numbering.before ?? '') : ''}${own}${numbering.behind}`;
    return item.number === number ? item : { ...item, number };
  });
  return next.every((item, index) => item === items[index]) ? items : next;
}

function restarts(restart: NumberRestart, before: AgendaItem, item: AgendaItem): boolean {
  if (restart === 'never') return false;
  return before.day !== item.day || (restart === 'block' && before.block !== item.block);
}

function signOf(place: number, signs: NumberSigns): string {
  if (signs === 'decimal') return String(place);
  return signs === 'letter' ? letters(place) : roman(place);
}

/** 1 → "a", 26 → "z", 27 → "aa": Danish lists go on with double letters, not with æ. */
function letters(place: number): string {
  let rest = place;
  let text = '';
  while (rest > 0) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
    rest = Math.floor((rest - 1) / 26);
  }
  return text;
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(place: number): string {
  let rest = place;
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
