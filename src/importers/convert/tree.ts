// A document tree (mdast) → the lines the recogniser reads. What the format knew is kept: heading depth, list nesting,
// and tables with their cells, so that "Tid | Punkt | Indleder" reads better than its flattened text.
import type { BlockContent, DefinitionContent, List, Nodes, Root, Table } from 'mdast';
import type { Language } from '../language.ts';
import { pattern } from '../grammar/pattern.ts';
import { blanksOfPiece, clean, columnsOf as cellsAt, indentOf, piecesOf, type Line, type Source } from '../source.ts';

declare module 'mdast' {
  interface ListData {
    /** The list goes on after text that stands between its points. */
    interrupted?: boolean;
  }
}

type Drawn = Omit<Line, 'number' | 'from' | 'to'>;

/** Draws a tree as lines; the source text they point into is made on the way. */
export function sourceOfTree(root: Root, language: Language): Source {
  const drawn: Drawn[] = [];
  drawBlocks(root.children as BlockContent[], drawn, 0, language);
  const all = drawn.flatMap(inPieces);
  const lines: Line[] = [];
  let text = '';
  let number = 1;
  all.forEach((line, i) => {
    if (i > 0) {
      const breaks = 1 + line.blanks;
      text += '\n'.repeat(breaks);
      number += breaks;
    }
    const mark = line.bullet ? `${line.bullet} ` : '';
    const shown = line.row ? line.row.join(' | ') : line.cells.length > 1 ? line.cells.join('\t') : line.text;
    const from = text.length;
    text += `${' '.repeat(Math.min(line.indent, 40))}${mark}${shown}`;
    lines.push({ ...line, number, from, to: text.length });
  });
  return { text, lines, markdown: false };
}

/** A line that is too long to be read at once, in pieces. */
function inPieces(line: Drawn): Drawn[] {
  const pieces = piecesOf(line.text);
  if (pieces.length === 1) return [line];
  return pieces
    .map((piece, i): Drawn => {
      const text = clean(piece);
      return i === 0 ? { ...line, text, cells: [text], row: null } : { ...blankLine(blanksOfPiece), text, cells: [text], indent: line.indent };
    })
    .filter(({ text }) => text !== '');
}

function blankLine(blanks: number): Pick<Drawn, 'blanks' | 'pageBreak' | 'depth' | 'bullet' | 'tick' | 'bold' | 'row'> {
  return { blanks, pageBreak: false, depth: 0, bullet: null, tick: null, bold: false, row: null };
}

/** Printed lines of a paragraph: its text, cut at hard breaks; tabs make cells. */
function linesOf(node: Nodes): string[] {
  return textOf(node)
    .split('\n')
    .filter((line) => clean(line) !== '');
}

function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html' || node.type === 'image' || node.type === 'definition') return '';
  if ('value' in node) return node.type === 'text' ? node.value.replace(/\n/g, ' ') : node.value;
  if ('children' in node) return node.children.map((child) => textOf(child as Nodes)).join('');
  return '';
}

function push(out: Drawn[], printed: string, extra: Partial<Drawn>): void {
  const spaced = printed.includes('\u00a0') ? printed.replaceAll('\u00a0', ' ') : printed;
  const cells = cellsAt(spaced);
  const text = cells.length > 1 ? clean(spaced) : (cells[0] ?? '');
  if (text === '') return;
  const sign = /^([•·‣▪◦●○]|[-–—](?=\s))\s*(?=\S)/u.exec(text);
  const body = sign ? text.slice(sign[0].length) : text;
  out.push({
    ...blankLine(0),
    text: body,
    cells: cells.length > 1 && !sign ? cells : [body],
    bullet: sign?.[1] ?? null,
    ...extra,
    indent: (extra.indent ?? 0) + indentOf(spaced),
  });
}

/** Marks an empty paragraph: a blank line before what comes next. */
export const emptyParagraph = '\u2060';

function drawBlocks(
  blocks: readonly (BlockContent | DefinitionContent | Root['children'][number])[],
  out: Drawn[],
  indent: number,
  language: Language,
): void {
  let blanks = 0;
  for (const block of blocks) {
    const from = out.length;
    switch (block.type) {
      case 'heading':
        linesOf(block).forEach((line, i) => push(out, line, { depth: i === 0 ? block.depth : 0, indent, blanks: i === 0 ? 1 : 0 }));
        break;
      case 'paragraph': {
        const raw = textOf(block);
        if (clean(raw.replaceAll(emptyParagraph, '')) === '') {
          if (raw.includes(emptyParagraph)) blanks++;
          continue;
        }
        const strong =
          block.children.length > 0 &&
          block.children.every((child) => child.type === 'strong' || (child.type === 'text' && child.value.trim() === ''));
        const lines = linesOf(block);
        lines.forEach((line) =>
          push(out, line.replaceAll(emptyParagraph, ''), { indent, bold: strong && lines.length === 1 && clean(line).length < 90 }),
        );
        break;
      }
      case 'list':
        drawList(block, out, indent, language);
        break;
      case 'table':
        drawTable(block, out, indent, language);
        break;
      case 'blockquote':
        drawBlocks(block.children, out, indent, language);
        break;
      case 'code':
        block.value.split('\n').forEach((line) => push(out, line, { indent }));
        break;
      case 'thematicBreak':
        blanks++;
        continue;
      default:
        break;
    }
    const first = out[from];
    if (first) first.blanks = Math.max(first.blanks, blanks);
    if (out.length > from) blanks = 0;
  }
}

function drawList(list: List, out: Drawn[], indent: number, language: Language): void {
  let number = list.start ?? 1;
  for (const item of list.children) {
    const inner: Drawn[] = [];
    drawBlocks(item.children, inner, indent + 2, language);
    const first = inner[0];
    if (first) {
      if (list.data?.interrupted) first.blanks = Math.max(1, first.blanks);
      first.tick = item.checked ?? null;
      first.indent = indent;
      if (list.ordered && !/^\d+\s?[.)]/.test(first.text)) {
        first.text = `${number}. ${first.text}`;
        first.cells = [first.text];
        first.bullet = null;
      } else if (!list.ordered) first.bullet ??= '•';
    }
    number++;
    for (const line of inner) out.push(line);
  }
}

/** Cells of a row, each as its printed lines. */
function cellsOf(row: Table['children'][number]): string[][] {
  return row.children.map((cell) =>
    linesOf(cell as unknown as Nodes)
      .map((line) => line.replaceAll(emptyParagraph, ''))
      .filter((line) => clean(line) !== ''),
  );
}

type Column =
  'time' | 'item' | 'presenter' | 'attachments' | 'minutes' | 'number' | 'type' | 'decision' | 'text' | 'name' | 'present' | 'initials' | null;

function columnsOf(header: readonly string[][], language: Language): Column[] {
  return header.map((lines) => {
    const text = clean(lines.join(' ')).replace(/:$/, '');
    return language.lexicon.table.find(({ match }) => pattern(`^(?:${match})$`).test(text))?.key ?? null;
  });
}

function drawTable(table: Table, out: Drawn[], indent: number, language: Language): void {
  // HTML without a header row gets an empty one in mdast.
  const rows = table.children.map(cellsOf).filter((row) => row.some((lines) => lines.length > 0));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const start = out.length;
  const first = rows[0];
  if (!first) return;
  const columns = columnsOf(first, language);
  const known = columns.filter((column) => column !== null).length;
  const people = columns.includes('name') && !columns.includes('time');
  const agenda = columns.includes('item') && known >= 2 && !people;
  const timed = rows.filter((row) => language.clock.opening(clean((row[0] ?? []).join(' '))) !== null).length;
  if (width <= 1) {
    for (const row of rows) for (const line of row[0] ?? []) push(out, line, { indent });
  } else if (agenda || (timed >= 2 && timed >= rows.length * 0.4)) {
    const header = agenda ? rows[0] : null;
    if (header)
      push(out, header.map((lines) => lines.join(' ')).join('\t'), { indent, blanks: 1, row: header.map((lines) => clean(lines.join(' '))) });
    const map = agenda ? columns : guessColumns(rows, language);
    for (const row of agenda ? rows.slice(1) : rows) drawAgendaRow(row, map, out, indent);
  } else if (isFieldTable(rows, language)) {
    for (const row of rows) drawField(row, out, indent, language);
  } else {
    for (const row of rows) {
      const cells = row.map((lines) => clean(lines.join(' ')));
      if (cells.every((cell) => cell === '')) continue;
      const text = cells.filter((cell) => cell !== '').join(' ');
      out.push({ ...blankLine(0), text, cells: cells.filter((cell) => cell !== ''), indent, row: people || width > 2 ? cells : null });
    }
  }
  const drawn = out[start];
  if (drawn) drawn.blanks = Math.max(drawn.blanks, 1);
}

function guessColumns(rows: readonly string[][][], language: Language): Column[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns: Column[] = Array.from({ length: width }, () => null);
  columns[0] = 'time';
  let longest = 1;
  let most = -1;
  for (let c = 1; c < width; c++) {
    const length = rows.reduce((sum, row) => sum + (row[c] ?? []).join(' ').length, 0);
    if (length > most) {
      most = length;
      longest = c;
    }
  }
  columns[longest] = 'item';
  for (let c = 1; c < width; c++) {
    if (columns[c] !== null) continue;
    const filled = rows.map((row) => clean((row[c] ?? []).join(' '))).filter((cell) => cell !== '');
    if (filled.length === 0) continue;
    if (filled.filter((cell) => /^\d{1,3}\.?$/.test(cell)).length > filled.length * 0.7) columns[c] = c < longest ? 'number' : 'minutes';
    else if (filled.filter((cell) => cell.length < 80 && language.people.list(cell, true).length > 0).length > filled.length * 0.5)
      columns[c] = 'presenter';
  }
  return columns;
}

/** One row of an agenda table: a heading line with time, number, title and duration; the rest under it. */
function drawAgendaRow(row: readonly string[][], columns: readonly Column[], out: Drawn[], indent: number): void {
  const at = (column: Column) => columns.flatMap((name, c) => (name === column ? [row[c] ?? []] : [])).flat();
  const joined = (column: Column) => clean(at(column).join(' '));
  const item = at('item');
  const time = joined('time').replace(/\s*([-–—])\s*/g, '$1');
  const number = joined('number').replace(/\.$/, '');
  const minutes = joined('minutes');
  const [title = '', ...below] = item;
  const named = /^\d{1,3}\s?[.)]/.test(title) || number === '' ? title : `${number}. ${title}`;
  const type = joined('type');
  const duration = minutes === '' ? '' : /^\d+$/.test(minutes) ? `(${minutes} min.)` : `(${minutes})`;
  const head = clean(`${time} ${named} ${duration}`);
  if (head !== '') push(out, head, { indent, blanks: 1 });
  if (type !== '' && type.length < 40) push(out, `Type: ${type}`, { indent });
  const presenter = joined('presenter');
  if (/\p{L}/u.test(presenter)) push(out, `v/ ${presenter}`, { indent });
  for (const line of below) push(out, line, { indent });
  at('decision').forEach((line, i) => push(out, i === 0 ? `Beslutning: ${line}` : line, { indent }));
  columns.forEach((column, c) => {
    if (column !== 'text' && column !== 'attachments' && column !== null) return;
    for (const line of row[c] ?? []) push(out, line, { indent });
  });
}

/** "Dato | 4. maj 2026", "Til stede | …": the first column holds labels. */
function isFieldTable(rows: readonly string[][][], language: Language): boolean {
  const labelled = rows.filter((row) => {
    const first = clean((row[0] ?? []).join(' '));
    return (
      first !== '' && (language.label(first) !== null || /:$/.test(first) || pattern(`^(?:${language.lexicon.numbering.row})\\s*\\d`).test(first))
    );
  }).length;
  return rows.every((row) => row.length <= 3) && labelled >= rows.length * 0.5;
}

function drawField(row: readonly string[][], out: Drawn[], indent: number, language: Language): void {
  const [label = [], ...values] = row;
  const name = clean(label.join(' '));
  const lines = values.flat();
  const [first = '', ...rest] = lines;
  const isItem = pattern(`^(?:${language.lexicon.numbering.row})\\s*\\d`).test(name);
  if (name === '') {
    lines.forEach((line) => push(out, line, { indent }));
    return;
  }
  if (isItem) push(out, `${name}\t${first}`, { indent, blanks: 1 });
  else if (language.label(name)) push(out, first === '' ? name : `${name}\t${first}`, { indent });
  else push(out, first === '' ? name : `${name} ${first}`, { indent });
  rest.forEach((line) => push(out, line, { indent }));
}
