import { Conflict } from '../meeting/errors.ts';
import { listNamed, type ListName } from './lists.ts';
import { mergeLines, mergeSections, mergeWhole, type MergeText } from './mergeColumn.ts';
import { asStored } from './richText.ts';
import { asWords, type Fields } from './row.ts';

/** How the text columns of a list go together; what is not named here is one value. */
export type TextColumns = ReadonlyMap<string, MergeText>;

const none: TextColumns = new Map();
const ways = { lines: mergeLines, sections: mergeSections, whole: mergeWhole } as const satisfies Record<string, MergeText>;

/** The text columns of a list, each with its way of merging. */
export function textColumnsOf(name: ListName): TextColumns {
  return new Map(listNamed(name).columns.flatMap((column) => (column.kind === 'text' ? [[column.name, ways[column.merge ?? 'lines']]] : [])));
}

/**
 * Merges what I changed with what others changed since I read the row: column by column, and texts line by line.
 * @param base the row as I read it; null means I know of no earlier version, and mine wins where it says something
 * @param bad the columns of theirs that hold what we cannot read, which are left as they are
 * @returns the columns to write, empty when nothing is left to write
 * @throws Conflict where both changed the same column, or the same lines of a text, to different values; it holds both
 */
export function mergeFields(
  base: Fields | null,
  mine: Fields,
  theirs: Readonly<Record<string, unknown>>,
  texts: TextColumns = none,
  bad: ReadonlySet<string> = new Set(),
): Fields {
  const write: Record<string, Fields[string]> = {};
  const clashes: { field: string; mine: unknown; theirs: unknown }[] = [];
  for (const [name, value] of Object.entries(mine)) {
    const now = plain(theirs[name]);
    if (same(now, value)) continue;
    if (bad.has(name)) {
      if (base !== null && !same(plain(base[name]), value)) clashes.push({ field: name, mine: value, theirs: now });
      continue;
    }
    if (base === null) {
      write[name] = value;
      continue;
    }
    const before = plain(base[name]);
    if (same(before, value)) continue; // only they changed it
    if (same(before, now)) {
      write[name] = value;
      continue;
    }
    if (name === 'Title') continue; // made from other columns
    const merged = texts.get(name)?.(asText(before), asText(value), asText(now)) ?? null;
    if (merged === null) clashes.push({ field: name, mine: value, theirs: now });
    else if (!same(merged, now)) write[name] = merged;
  }
  if (clashes.length > 0) throw new Conflict(clashes);
  return write;
}

/** Do the two rows say the same, as far as the first says anything? */
export const sameFields = (one: Fields, other: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(one).every(([name, value]) => same(value, other[name]));

/** A value as we would write it: in a column somebody turned to rich text, the words it says. */
const plain = (value: unknown): unknown => (value === undefined || value === '' ? null : typeof value === 'string' ? storedText(value) : value);
const asText = (value: unknown): string => (typeof value === 'string' ? storedText(value) : '');
const storedText = (value: string): string => asStored(asWords(value.replace(/\r\n?/g, '\n')));
const same = (a: unknown, b: unknown): boolean =>
  plain(a) === plain(b) || (plain(a) !== null && plain(b) !== null && String(plain(a)) === String(plain(b)));
