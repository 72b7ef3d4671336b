import type { AgendaItem } from '../agenda.ts';
import { plainNumbering, type Numbering } from '../numbering.ts';
import { printedNumber, printNumber } from '../printedNumber.ts';
import type { NumberRestart, NumberSigns } from '../words.ts';
import { renumber } from './renumber.ts';

/** The way in which the numbers of an agenda are written, read off its first ones; null where they are of no way we know, or there are none. */
export function numberingOf(items: readonly AgendaItem[]): Numbering | null {
  const top = items.filter((item) => item.parentId === null && item.number !== null);
  const first = printedNumber(top[0]?.number ?? null);
  if (first === null) return null;
  const { before, behind, value } = first;
  return {
    ...plainNumbering,
    ...(before !== '' && { before }),
    behind,
    from: value,
    ...subLevel(items, before, behind),
    breaks: items.some(({ kind, number }) => kind === 'break' && number !== null),
    restart: restartOf(top, value),
  };
}

/** How sub-items are counted: by the first of them that has a number. */
function subLevel(items: readonly AgendaItem[], before: string, behind: string): Partial<Pick<Numbering, 'levels' | 'between'>> {
  for (const item of items) {
    const parent = items.find(({ id }) => id === item.parentId);
    const above = parent?.number?.slice(before.length, parent.number.length - behind.length);
    if (item.number === null || parent?.parentId !== null || !above) continue;
    const own = item.number.slice(0, item.number.length - behind.length);
    const [, between, sign] = /^([^\p{L}\d]*)(\d+|\p{L}+)$/u.exec(own.startsWith(above) ? own.slice(above.length) : own) ?? [];
    if (between === undefined || sign === undefined) continue;
    const signs: NumberSigns = /\d/.test(sign) ? 'decimal' : sign === sign.toUpperCase() ? 'roman' : 'letter';
    return { levels: ['decimal', signs], between: own.startsWith(above) ? between : null };
  }
  return {};
}

function restartOf(top: readonly AgendaItem[], from: number): NumberRestart {
  const again = top.filter((item, place) => place > 0 && printedNumber(item.number)?.value === from);
  if (again.length === 0) return 'never';
  const days = again.every((item) => top[top.indexOf(item) - 1]?.day !== item.day);
  return days ? 'day' : 'block';
}

/**
 * The way that every number of the agenda follows, so that it may go on following it; an agenda without any line yet follows the body's own.
 * Null where a number is as somebody printed it, or where nothing is numbered.
 */
export function numberingFollowed(items: readonly AgendaItem[], own: Numbering = plainNumbering): Numbering | null {
  if (items.every(({ kind }) => kind === 'break')) return own;
  const numbering = numberingOf(items);
  return numbering !== null && renumber(items, numbering, true) === items ? numbering : null;
}

/** The number of a line that comes after this one on its level, in the way that one is written; null where that cannot be told. */
export function nextNumber(number: string | null): string | null {
  const printed = printedNumber(number);
  // "5.a" is an a: what comes after it is "5.b".
  const [, before, letter] = /^(.*?)([a-y])$/u.exec(number ?? '') ?? [];
  if (before !== undefined && letter !== undefined && (printed === null || printed.behind !== '')) {
    return `${before}${String.fromCharCode(letter.charCodeAt(0) + 1)}`;
  }
  return printed && printNumber(printed, printed.value + 1);
}
