// Tables pasted as text: a header line of known columns, then rows parted by tabs or bars or aligned by spaces. Each row is drawn
// as the lines an agenda would print: time, number and title first, the presenter under it.
import { pattern, whole } from './grammar/pattern.ts';
import { type Language, perLanguage } from './language.ts';
import { clean, type Line } from './source.ts';

export type Column = Language['lexicon']['table'][number]['key'] | null;

const tableColumns = perLanguage(({ table }) => table.map(({ key, match }) => ({ key, match: whole(match) })));

const anyColumn = perLanguage(({ table }) => whole(table.map(({ match }) => `(?:${match})`).join('|')));

/** The column a header's word stands for, or null. */
export function columnOf(cell: string, language: Language): Column {
  const word = clean(cell).replace(/:$/, '');
  // Nearly every line is asked about: one pattern tells those that are none.
  if (!anyColumn(language).test(word)) return null;
  return tableColumns(language).find(({ match }) => match.test(word))?.key ?? null;
}

/** What stands between the cells of such a row; null where only spaces do. */
type Separator = '\t' | '|' | null;

function separatorOf(raw: string): Separator {
  return raw.includes('\t') ? '\t' : raw.includes(' | ') ? '|' : null;
}

/** Cells of a row with their empty ones kept: at what separates them, or under the header's columns. */
function cellsUnder(line: Line, source: string, starts: readonly number[], separator: Separator): string[] | null {
  const raw = source.slice(line.from, line.to);
  if (separator !== null) {
    const cells = raw.split(separator).map(clean);
    return cells.length >= 2 ? cells : null;
  }
  if (line.cells.length < 2 && line.indent < (starts[1] ?? Infinity)) return null;
  const cells: string[] = starts.map(() => '');
  for (const part of raw.matchAll(/\S+(?: \S+)*/g)) {
    let at = 0;
    starts.forEach((start, i) => {
      if (part.index >= start - 2) at = i;
    });
    cells[at] = clean(`${cells[at] ?? ''} ${part[0]}`);
  }
  return cells;
}

function rowsEnd(lines: readonly Line[], from: number): number {
  let end = from;
  while (lines[end]?.row != null) end++;
  return end;
}

/** "Punkt | Referat": what was said beside points that carry their number in the cell of their title. */
function printsNumbers(rows: readonly (readonly string[])[], columns: readonly Column[]): boolean {
  const at = columns.indexOf('item');
  if (at < 0 || !(columns.includes('decision') || columns.includes('text'))) return false;
  const numbered = rows.filter((row) => /^\d{1,3}\s?[.):]?\s+\p{L}/u.test(row[at] ?? '')).length;
  return numbered >= 2 && numbered >= rows.length * 0.6;
}

/** A real table whose header names an agenda's columns (a point, and its time, number or what was said), drawn row by row; null when it is another. */
function rowsUnder(lines: readonly Line[], at: number, language: Language): Line[] | null {
  const header = lines[at];
  const heads = header?.row;
  const end = rowsEnd(lines, at);
  if (!header || !heads || end - at < 3 || lines[at - 1]?.row != null) return null;
  const columns = heads.map((cell) => columnOf(cell, language));
  const numbered = printsNumbers(
    lines.slice(at + 1, end).map(({ row }) => row ?? []),
    columns,
  );
  if (!columns.includes('item') || !(columns.includes('time') || columns.includes('number') || numbered)) return null;
  const text = heads.filter((cell) => cell !== '').join(' ');
  const drawn: Line[] = [{ ...header, row: null, text, cells: [text] }];
  for (const line of lines.slice(at + 1, end)) drawn.push(...drawRow({ ...line, row: null }, line.row ?? [], columns, heads, language));
  return drawn;
}

/** Draws the rows of every text table with an agenda's columns; other lines stay as they are. */
export function drawTextTables(lines: readonly Line[], source: string, language: Language): Line[] {
  const out: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const header = lines[i];
    if (!header) break;
    if (header.row !== null) {
      const rows = rowsUnder(lines, i, language);
      out.push(...(rows ?? [header]));
      if (rows) i = rowsEnd(lines, i) - 1;
      continue;
    }
    const raw = source.slice(header.from, header.to);
    const separator = separatorOf(raw);
    if (header.text.length >= 140 || (separator === null && !raw.includes('  '))) {
      out.push(header);
      continue;
    }
    const cells = raw
      .split(separator ?? / {2,}/)
      .map(clean)
      .filter((cell, c) => separator !== null || cell !== '' || c > 0);
    const least = separator === null ? 3 : 2;
    const columns = cells.length >= least && cells.length <= 8 ? cells.map((cell) => columnOf(cell, language)) : [];
    const known = columns.filter((column) => column !== null).length;
    if (known < least || !columns.includes('item')) {
      out.push(header);
      continue;
    }
    const starts = [...raw.matchAll(/\S+(?: \S+)*/g)].map((part) => part.index);
    const rows: { line: Line; cells: string[] }[] = [];
    let at = i + 1;
    for (; at < lines.length; at++) {
      const line = lines[at];
      if (!line || line.blanks > 2) break;
      const row = cellsUnder(line, source, starts, separator);
      if (!row) break;
      rows.push({ line, cells: row });
    }
    const two =
      known < 3 &&
      !printsNumbers(
        rows.map(({ cells: row }) => row),
        columns,
      );
    if (rows.length < 2 || two) {
      out.push(header);
      continue;
    }
    out.push(header);
    for (const { line, cells: row } of rows) out.push(...drawRow(line, row, columns, cells, language));
    i = at - 1;
  }
  return out;
}

/** The cells of one row by what they hold. */
interface Cells {
  time: string;
  number: string;
  item: string;
  minutes: string;
  type: string;
  presenter: string;
}

/** A row as the lines an agenda would print: time, number and title first, type and presenter under it. */
export function drawCells(line: Line, cells: Cells, { lexicon }: Language): Line[] {
  const title = cells.number !== '' && !/^\d{1,3}\s?[.)]/.test(cells.item) ? `${cells.number}. ${cells.item}` : cells.item;
  // A column "Tid" that holds durations is one of minutes.
  const duration = cells.minutes || (pattern(lexicon.clock.lengths).test(cells.time) && !/\d[.:]\d{2}/.test(cells.time) ? cells.time : '');
  const clock = duration === cells.time ? '' : cells.time;
  const minutes = duration === '' ? '' : /^\d+$/.test(duration) ? `(${duration} min.)` : `(${duration})`;
  const drawn = [cellLine(line, clean(`${clock} ${title} ${minutes}`), Math.max(1, line.blanks))];
  if (cells.type !== '') drawn.push(cellLine(line, `Type: ${cells.type}`, 0));
  if (/\p{L}/u.test(cells.presenter)) drawn.push(cellLine(line, `v/ ${cells.presenter}`, 0));
  return drawn;
}

const cellLine = (line: Line, text: string, blanks: number): Line => ({ ...line, text, cells: [text], blanks, indent: 0, bullet: null });

function drawRow(line: Line, cells: readonly string[], columns: readonly Column[], header: readonly string[], language: Language): Line[] {
  const value = (key: Column) => clean(columns.flatMap((column, c) => (column === key ? [cells[c] ?? ''] : [])).join(' '));
  const number = value('number').replace(/\.$/, '');
  const read = { time: value('time'), number, item: value('item'), minutes: value('minutes'), type: value('type'), presenter: value('presenter') };
  const named = columns.includes('number') || columns.includes('time');
  const goesOn = named && number === '' && read.time === '' && read.minutes === '' && line.blanks === 0;
  if (goesOn) return cells.filter((cell) => cell !== '').map((cell) => cellLine(line, cell, 0));
  const drawn = drawCells(line, read, language);
  if (value('decision') !== '') drawn.push(cellLine(line, `${header[columns.indexOf('decision')] ?? ''}: ${value('decision')}`, 0));
  columns.forEach((column, c) => {
    if ((column === null || column === 'text' || column === 'attachments') && (cells[c] ?? '') !== '') drawn.push(cellLine(line, cells[c] ?? '', 0));
  });
  return drawn.filter(({ text }) => text !== '');
}
