import * as v from 'valibot';
import { parseClock, type ClockTime } from '../meeting/clock.ts';
import { cutText } from '../meeting/cut.ts';
import { Failure } from '../meeting/errors.ts';
import { withoutHiddenSigns } from '../meeting/hiddenSigns.ts';
import { asRead, asStored } from './richText.ts';

/** SharePoint counts 255 characters in a line column, and about 64,000 in a text column; we stay below with room to spare. */
export const LINE_LIMIT = 255;
export const TEXT_LIMIT = 60_000;

/** What a row holds on the wire, by internal column name: texts, numbers, yes or no, instants as text. Empty text is stored as null. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** Cuts at a whole character: for columns that only help the eye in a list view, never for what we read back. */
export function shortTitle(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LINE_LIMIT ? line : `${cutText(line, 250)}…`;
}

/** More than SharePoint keeps in a cell of any kind: such a one is not taken apart. */
const LONGEST = 250_000;

/** Stands in for a cell that cannot be read, for the columns that say what that means (`choice`); all others read as empty then. */
export const UNREADABLE = Symbol('unreadable');

/** Graph leaves a column out of the answer when it is empty, so missing, null and "" mean the same. */
const column = v.pipe(
  v.nullish(v.union([v.string(), v.number()]), null),
  v.transform((value) => (value === null ? '' : String(value).replace(/\r\n?/g, '\n'))),
  v.maxLength(LONGEST),
);
/** Words, free of signs that hide or turn others, whether the column is of plain text or somebody made it one of rich text. */
export const asWords = (stored: string): string => withoutHiddenSigns(asRead(stored));
export const textOrEmpty = v.pipe(column, v.transform(asWords));
const emptyToNull = v.transform((text: string) => (text === '' ? null : text));
export const optionalText = v.pipe(textOrEmpty, emptyToNull);

/** A number within bounds, also where somebody made the column one of text. */
export const numberWithin = (least: number, most: number, whole = true) =>
  v.pipe(
    textOrEmpty,
    v.transform((text) => (text.trim() === '' ? null : Number(text))),
    v.check((value) => value === null || (value >= least && value <= most && (!whole || Number.isInteger(value)))),
  );
/** Where a row stands among the others. */
export const position = numberWithin(-1e12, 1e12, false);

/** A yes/no column, also where somebody made it one of text. An empty one is a no. */
export const yes = v.pipe(
  v.nullish(v.union([v.boolean(), v.string(), v.number()]), false),
  v.transform((value) => String(value).trim().toLowerCase()),
  v.check((word) => YES.has(word) || NO.has(word)),
  v.transform((word) => YES.has(word)),
);
const YES: ReadonlySet<string> = new Set(['true', '1', 'ja', 'yes']);
const NO: ReadonlySet<string> = new Set(['', 'false', '0', 'nej', 'no']);

/** A time of day. */
export const optionalClock = v.pipe(
  textOrEmpty,
  v.transform((text) => (text.trim() === '' ? null : (parseClock(text) ?? undefined))),
  v.check((time) => time !== undefined),
  v.transform((time): ClockTime | null => time ?? null),
);
/** An ISO day that there is. */
export const optionalDay = v.pipe(
  textOrEmpty,
  v.transform((text) => text.trim()),
  v.check((day) => day === '' || (/^\d{4}-\d{2}-\d{2}$/.test(day) && asInstant(day)?.slice(0, 10) === day)),
  emptyToNull,
);
/** An ISO instant of a year that calendars know. */
export const instantOrEmpty = v.pipe(
  textOrEmpty,
  v.check((text) => text === '' || (/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text) && asInstant(text) !== null)),
);
export const optionalInstant = v.pipe(instantOrEmpty, emptyToNull);
/** A text that belongs there: an empty one is told of, and read as none. */
export const needed = v.pipe(
  v.union([v.pipe(textOrEmpty, v.nonEmpty()), v.literal(UNREADABLE)]),
  v.transform((text) => (typeof text === 'string' ? text : '')),
);

/** What rows are known by. Without it a row is nobody's. */
export const rowId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LINE_LIMIT));

/**
 * An instant as a dateTime column keeps it: UTC, whole seconds. Null where there is none, or the text tells no instant. Days are
 * not stored as instants: a column of days comes back as midnight of the site's own clock, often the day before in UTC (pnpjs#1890).
 */
export function asInstant(iso: string | null): string | null {
  const time = iso === null || iso === '' ? NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
export const emptyAsNull = (value: string): string | null => (value === '' ? null : value);
/** Words for a column of many lines, null for none. */
export const storedWords = (words: string | null): string | null => (words === null || words === '' ? null : asStored(words));

/** Is told each column of a row whose cell was left out because it cannot be read. */
export type OnBadCell = (column: string) => void;

/**
 * Reads one row with a schema, a cell at a time: one that cannot be read is told of, and reads as empty, or as what the column says that means.
 * @throws Failure Unreadable, naming the list, the row and the column, when a cell cannot be read that the row cannot do without
 */
export function readRow<E extends v.ObjectEntries>(
  schema: v.ObjectSchema<E, undefined>,
  list: string,
  fields: Readonly<Record<string, unknown>>,
  onBadCell: OnBadCell,
): v.InferOutput<v.ObjectSchema<E, undefined>> {
  const all = v.safeParse(schema, fields);
  if (all.success) return all.output;
  const bad = columnsOf(all.issues);
  const others = Object.fromEntries(Object.entries(fields).filter(([name]) => !bad.has(name)));
  const told = v.safeParse(schema, { ...others, ...Object.fromEntries([...bad].map((name) => [name, UNREADABLE])) });
  const empty = told.success ? new Set<string>() : columnsOf(told.issues);
  const left = told.success
    ? told
    : v.safeParse(schema, { ...others, ...Object.fromEntries([...bad].map((name) => [name, empty.has(name) ? null : UNREADABLE])) });
  if (!left.success) throw unreadable(list, fields, left.issues.flatMap((issue) => columnOf(issue) ?? [])[0] ?? '?', all.issues);
  for (const name of bad) onBadCell(name);
  return left.output;
}

const columnOf = (issue: v.BaseIssue<unknown>): string | null => {
  const key = issue.path?.[0]?.key;
  return typeof key === 'string' ? key : null;
};
const columnsOf = (issues: readonly v.BaseIssue<unknown>[]): Set<string> => new Set(issues.flatMap((issue) => columnOf(issue) ?? []));

function unreadable(list: string, fields: Readonly<Record<string, unknown>>, column: string, issues: readonly v.BaseIssue<unknown>[]): Failure {
  const issue = issues.find((each) => columnOf(each) === column);
  return new Failure('Unreadable', `A row of ${list} cannot be read`, {
    detail: {
      list,
      row: String(fields['RowId'] ?? fields['id'] ?? '?'),
      column,
      // valibot's own message quotes the value, which may be somebody's words.
      found: issue ? `${kindOf(issue.input)} instead of ${issue.type}` : '?',
    },
  });
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
