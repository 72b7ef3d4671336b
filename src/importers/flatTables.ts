// Tables whose cells came out one on each line, as Word and PDF give them: a header of known column words below each other,
// then the cells row by row. Each row is drawn as the lines an agenda would print.
import { pattern } from './grammar/pattern.ts';
import { readPresenters } from './grammar/presenters.ts';
import type { Language } from './language.ts';
import type { Line } from './source.ts';
import { type Column, columnOf, drawCells } from './textTables.ts';

interface Header {
  columns: Column[];
  /** Index of the first line after the header. */
  end: number;
}

const mostColumns = 8;

/** Lines that are one short cell each. */
const isCell = (line: Line | undefined): line is Line =>
  line !== undefined && line.cells.length === 1 && line.row === null && line.bullet === null && line.depth === 0;

/** Three and more column words below each other, one of them the point's own; a word between them may be unknown. */
function headerAt(lines: readonly Line[], from: number, language: Language): Header | null {
  const columns: Column[] = [];
  let end = from;
  for (let i = from; i < lines.length && columns.length < mostColumns; i++) {
    const line = lines[i];
    if (!isCell(line) || line.text.length > 40 || /[.!?]$/.test(line.text.replace(/^\p{L}{1,5}\.$/u, ''))) break;
    if (/^\d/.test(line.text)) break;
    columns.push(columnOf(line.text, language));
    if (columns.at(-1) !== null) end = i + 1;
  }
  columns.length = end - from;
  const known = new Set(columns.filter((column) => column !== null));
  if (known.size < 3 || known.size < columns.length * 0.6 || !known.has('item')) return null;
  return columns[0] === 'number' || columns[0] === 'time' ? { columns, end } : null;
}

const wholly = (text: string, from: number, to: number): boolean => !/[\p{L}\d]/u.test(text.slice(0, from) + text.slice(to));

export function isTimeCell(text: string, language: Language): boolean {
  const first = language.clock.find(text)[0];
  return text.length < 40 && first !== undefined && wholly(text, first.from, first.to);
}

export function isDurationCell(text: string, language: Language): boolean {
  const first = text.length < 30 ? language.clock.durations(text)[0] : undefined;
  return first !== undefined && wholly(text, first.from, first.to);
}

interface Row {
  lines: Line[];
  number: string;
}

/** Where rows begin: the next number of the run, or a time, whichever the first column holds. */
function rowsOf(lines: readonly Line[], from: number, header: Header, language: Language): { rows: Row[]; end: number } {
  const rows: Row[] = [];
  const byNumber = header.columns[0] === 'number';
  let expected: number | null = null;
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.row !== null || line.depth > 0) break;
    const number = /^(\d{1,3})[.)]?$/.exec(line.text)?.[1];
    const opens = byNumber ? number !== undefined && (expected === null || Number(number) === expected) : isTimeCell(line.text, language);
    if (opens) {
      if (byNumber) expected = Number(number) + 1;
      rows.push({ lines: byNumber ? [] : [line], number: number ?? '' });
      if (byNumber) rows.at(-1)?.lines.push(line);
      continue;
    }
    const row = rows.at(-1);
    if (!row) break;
    const label = language.label(line.text, line.cells);
    if (label && ['nextMeeting', 'closing', 'practical'].includes(label.key) && row.lines.length > 1) break;
    row.lines.push(line);
  }
  return { rows: rows.flatMap((row) => (byNumber ? splitAtSecondTime(row, language) : [row])), end: at };
}

/** A row without a number ("Pause") shows by a second time: it begins at the cell before. */
function splitAtSecondTime(row: Row, language: Language): Row[] {
  let times = 0;
  for (let i = 1; i < row.lines.length; i++) {
    if (!isTimeCell(row.lines[i]?.text ?? '', language)) continue;
    times++;
    if (times < 2 || i < 3) continue;
    const rest = { lines: row.lines.slice(i - 1), number: '' };
    return [{ ...row, lines: row.lines.slice(0, i - 1) }, ...splitAtSecondTime(rest, language)];
  }
  return [row];
}

/** Names, initials or a group, as a presenter's cell holds them. */
export function isPresenterCell(text: string, language: Language): boolean {
  if (text.length > 60 || language.label(text) !== null || /[.!?:]$/.test(text.replace(/\p{Lu}\.$/u, ''))) return false;
  if (readPresenters(text, language, new Set(), false) !== null) return true;
  const parts = text.split(pattern(`\\s*[,/&]\\s*|\\s+(?:${language.lexicon.words.and})\\s+`));
  return parts.every((part) => part.split(' ').length <= 4 && language.people.isName(part, false));
}

function drawFlatRow(row: Row, header: Header, language: Language): Line[] {
  const { columns } = header;
  const found: Partial<Record<NonNullable<Column>, string[]>> = {};
  const put = (key: NonNullable<Column>, text: string) => (found[key] ??= []).push(text);
  const texts: Line[] = [];
  const closed = pattern(`^${language.lexicon.item.closed}\\.?$`);
  const [first, ...others] = row.lines;
  if (!first) return [];
  const cells = row.number === '' ? row.lines : others;
  // What stands far down in a row is text that only follows the table.
  const reach = columns.length + 3;
  let title: Line | null = null;
  cells.forEach((line, i) => {
    const { text } = line;
    if (i > reach || line.bullet !== null) texts.push(line);
    else if (isTimeCell(text, language) && !found.time) put('time', text);
    else if (isDurationCell(text, language) && !found.minutes) put('minutes', text.replace(/[()]/g, ''));
    else if (title && columns.includes('minutes') && /^\d{1,3}$/.test(text) && !found.minutes) put('minutes', text);
    else if (title === null) {
      title = line;
      put('item', text);
    } else if (closed.test(text)) put('item', text);
    else if (columns.includes('type') && language.lexicon.item.types.some(({ label }) => pattern(`^(?:${label})$`).test(text)) && !found.type)
      put('type', text);
    else if (columns.includes('presenter') && !found.presenter && isPresenterCell(text, language)) put('presenter', text);
    else texts.push(line);
  });
  const last = row.lines[Math.min(row.lines.length, reach) - 1] ?? first;
  const value = (key: NonNullable<Column>) => (found[key] ?? []).join(' ');
  const drawn = drawCells(
    { ...first, to: last.to },
    { time: value('time'), number: row.number, item: value('item'), minutes: value('minutes'), type: value('type'), presenter: value('presenter') },
    language,
  );
  return [...drawn, ...texts];
}

/** Draws every table whose cells stand one on each line; other lines stay as they are. */
export function drawFlatTables(lines: readonly Line[], language: Language): Line[] {
  const out: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    const header = columnOf(line.text.slice(0, 60), language) === null || !isCell(line) ? null : headerAt(lines, i, language);
    const found = header && rowsOf(lines, header.end, header, language);
    if (!header || !found || found.rows.length < 2) {
      out.push(line);
      continue;
    }
    out.push(...lines.slice(i, header.end));
    for (const row of found.rows) out.push(...drawFlatRow(row, header, language));
    i = found.end - 1;
  }
  return out;
}
