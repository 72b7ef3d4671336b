import * as v from 'valibot';
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
  return `${Array.from(line)
    .slice(0, 250)
    .join('')
    .slice(0, 250)
    .replace(/[\uD800-\uDBFF]$/, '')}…`;
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

/** Graph leaves a column out of the answer when it is empty, so missing, null and "" mean the same. */
const column = v.nullish(v.union([v.string(), v.number()]), null);
const asText = (value: string | number | null): string => (value === null ? '' : String(value).replace(/\r\n?/g, '\n'));
export const textOrEmpty = v.pipe(column, v.transform(asText));
export const optionalText = v.pipe(
  column,
  v.transform((value) => (asText(value) === '' ? null : asText(value))),
);
export const optionalNumber = v.pipe(
  column,
  v.transform((value) => (asText(value) === '' || Number.isNaN(Number(value)) ? null : Number(value))),
);
/** One of the words we write; another word reads as `otherwise`. */
export function wordOf<const Word extends string, const Other>(words: readonly Word[], otherwise: Other) {
  return v.pipe(
    column,
    v.transform((value): Word | Other => words.find((word) => word === value) ?? otherwise),
  );
}
/** Yes is stored as "ja": a word, since the list is read by people. */
export const yes = v.pipe(
  column,
  v.transform((value) => value === 'ja'),
);
export const asYes = (value: boolean): string | null => (value ? 'ja' : null);
export const emptyAsNull = (value: string): string | null => (value === '' ? null : value);

/**
 * Reads one row with a schema.
 * @throws Failure Unreadable, naming the list, the row and the column, when somebody changed it to what we cannot read
 */
export function readRow<S extends v.GenericSchema>(schema: S, list: string, fields: Record<string, unknown>): v.InferOutput<S> {
  const result = v.safeParse(schema, fields);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Failure('Unreadable', `A row of ${list} cannot be read`, {
    detail: {
      list,
      row: String(fields['RowId'] ?? fields['id'] ?? '?'),
      column: v.getDotPath(issue) ?? '?',
      // valibot's own message quotes the value, which may be somebody's words.
      found: `${kindOf(issue.input)} instead of ${issue.type}`,
    },
  });
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
