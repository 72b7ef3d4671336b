import { clockOf, dayAfter, isoDay } from '../../meeting/danishTime.ts';
import type { Paper } from './paper.ts';

/** The ISO instant of a time of day on an ISO day in Denmark, to the second. A time that the clocks skip is the one they show instead. */
export function instantAt(day: string, clock: string): string {
  const wanted = Date.parse(`${day}T${clock}:00Z`);
  let found = wanted;
  // The second round is for days on which the clocks change in between.
  for (let round = 0; round < 2; round += 1) found += wanted - Date.parse(`${isoDay(new Date(found))}T${clockOf(new Date(found))}:00Z`);
  return new Date(found).toISOString();
}

/** When a paper's meeting begins and ends, as instants; null where day or time are not told. A meeting that ends before it begins ends the next day. */
export function spanOf({ date, endDate, start, end }: Pick<Paper, 'date' | 'endDate' | 'start' | 'end'>): {
  start: string | null;
  end: string | null;
} {
  if (date === null) return { start: null, end: null };
  const last = endDate ?? (start !== null && end !== null && end < start ? dayAfter(date) : date);
  return { start: start === null ? null : instantAt(date, start), end: end === null ? null : instantAt(last, end) };
}

/** The same name for the same meeting each time it is printed: letters, digits and hyphens. */
export function keyOf({ date, start, body, title }: Pick<Paper, 'date' | 'start' | 'body' | 'title'>): string {
  const words = [date ?? '', start?.replace(':', '') ?? '', body ?? title ?? '']
    .join('-')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'dagsorden' : words.slice(0, 80);
}
