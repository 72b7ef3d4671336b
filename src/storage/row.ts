import { z } from 'zod';
import { Failure } from '../meeting/errors.ts';

/** SharePoint counts 255 characters in a line column, and about 64,000 in a text column; we stay below with room to spare. */
export const LINE_LIMIT = 255;
export const TEXT_LIMIT = 60_000;

/** What a row holds on the wire: strings and numbers by internal column name. Empty text is stored as null. */
export type Fields = Readonly<Record<string, string | number | null>>;

/** Cuts at a whole character: for columns that only help the eye in a list view, never for what we read back. */
export function shortTitle(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LINE_LIMIT) return line;
  return `${Array.from(line).slice(0, 250).join('').slice(0, 250).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Refuses text that SharePoint would refuse or cut, before anything is sent. */
export function checkLengths(fields: Fields, lineColumns: ReadonlySet<string>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'string') continue;
    const limit = lineColumns.has(name) ? LINE_LIMIT : TEXT_LIMIT;
    if (value.length > limit) {
      throw new Failure('TooLarge', `${name} holds ${value.length} characters; ${limit} is the most`, {
        detail: { column: name, length: String(value.length), limit: String(limit) },
      });
    }
  }
}

/** Graph leaves a column out of the answer when it is empty, so missing and null mean the same. */
const missing = <T>(value: T | null | undefined): T | null => value ?? null;
export const optionalText = z.string().nullish().transform(missing);
export const textOrEmpty = z.string().nullish().transform((value) => (value ?? '').replace(/\r\n?/g, '\n'));
export const optionalNumber = z.union([z.number(), z.string().transform(Number)]).nullish().transform(missing);
/** Yes is stored as "ja": a word, since the list is read by people. */
export const yes = z.string().nullish().transform((value) => value === 'ja');
export const asYes = (value: boolean): string | null => (value ? 'ja' : null);
export const emptyAsNull = (value: string): string | null => (value === '' ? null : value);

/**
 * Reads one row with a schema.
 * @throws Failure Unreadable, naming the list, the row and the column, when somebody changed it to what we cannot read
 */
export function readRow<T>(schema: z.ZodType<T>, list: string, fields: Record<string, unknown>): T {
  const result = schema.safeParse(fields);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Failure('Unreadable', `A row of ${list} cannot be read`, {
    detail: { list, row: String(fields['RowId'] ?? fields['id'] ?? '?'), column: issue?.path.join('.') ?? '?', found: issue?.message ?? '?' },
  });
}
