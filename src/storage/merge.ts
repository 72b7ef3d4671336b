import { Conflict } from '../meeting/errors.ts';
import type { Fields } from './row.ts';

/**
 * Merges what I changed with what others changed since I read the row, column by column.
 * @param base the row as I read it; null means I know of no earlier version, and mine wins where it says something
 * @returns the columns to write, empty when nothing is left to write
 * @throws Conflict where both changed the same column to different values; it holds both
 */
export function mergeFields(base: Fields | null, mine: Fields, theirs: Readonly<Record<string, unknown>>): Fields {
  const write: Record<string, string | number | null> = {};
  const clashes: { field: string; mine: unknown; theirs: unknown }[] = [];
  for (const [name, value] of Object.entries(mine)) {
    const now = plain(theirs[name]);
    if (same(now, value)) continue;
    if (base === null) {
      write[name] = value;
      continue;
    }
    const before = plain(base[name]);
    if (same(before, value)) continue; // only they changed it
    if (same(before, now)) write[name] = value;
    else if (name !== 'Title') clashes.push({ field: name, mine: value, theirs: now }); // Title is made from other columns
  }
  if (clashes.length > 0) throw new Conflict(clashes);
  return write;
}

/** Do the two rows say the same, as far as the first says anything? */
export const sameFields = (one: Fields, other: Fields): boolean => Object.entries(one).every(([name, value]) => same(value, other[name]));

const plain = (value: unknown): unknown =>
  value === undefined || value === '' ? null : typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value;
const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b) || (a !== null && b !== null && String(plain(a)) === String(plain(b)));
