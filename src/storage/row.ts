import * as v from 'valibot';
import { Failure } from '../meeting/errors.ts';

/** SharePoint counts 255 characters in a line column, and about 64,000 in a text column; we stay below with room to spare. */
export const LINE_LIMIT = 255;
export const TEXT_LIMIT = 60_000;

/** What a row holds on the wire, by internal column name: texts, numbers, yes or no, instants as text. Empty text is stored as null. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

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
/** A yes/no column. An empty one is a no. */
export const yes = v.pipe(
  v.nullish(v.unknown(), null),
  v.transform((value) => value === true),
);
/**
 * An instant as a dateTime column keeps it: UTC, whole seconds. Null where there is none, or the text tells no instant. Days are
 * not stored as instants: a column of days comes back as midnight of the site's own clock, often the day before in UTC (pnpjs#1890).
 */
export function asInstant(iso: string | null): string | null {
  const time = iso === null || iso === '' ? NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
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
