// Word's document as mammoth reads it → document tree: headings, lists and tables as Word knows them, straight from its model,
// without the HTML that mammoth would write and a parser would have to read again.
import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent, Table, TableCell, TableRow } from 'mdast';
import { emptyParagraph } from './tree.ts';

/** What of mammoth's document model is read here (mammoth/lib/documents.js); everything may be missing, as the model is not promised. */
export interface WordNode {
  type: string;
  children?: WordNode[];
  value?: string;
  styleId?: string | null;
  styleName?: string | null;
  isBold?: boolean;
  breakType?: string;
  checked?: boolean;
  /** The level of the list a paragraph is a point of: one object for each level of each list. */
  numbering?: NumberingLevel | null;
  colSpan?: number;
  rowSpan?: number;
  noteType?: string;
  noteId?: string;
}

interface NumberingLevel {
  isOrdered: boolean;
  /** Digits, from "0". */
  level: string;
}

export interface WordDocument extends WordNode {
  notes?: { resolve(reference: WordNode): { body?: WordNode[] } | null };
}

/** Runs of text that are alike in being bold; null is a line break. */
type Run = { text: string; bold: boolean } | null;

/** What is counted through the whole document: the points of its numbered lists, the notes it refers to. */
interface Reading {
  numbers: ListNumbers;
  notes: WordNode[];
}

/** Draws Word's document as a tree; footnotes stand after the text, under the numbers that refer to them. */
export function treeOfWord(document: WordDocument): Root {
  const reading: Reading = { numbers: new ListNumbers(), notes: [] };
  const children: RootContent[] = [];
  drawBlocks(document.children ?? [], children, reading);
  // A note may refer to another: the list grows while it is read.
  for (let i = 0; i < reading.notes.length; i++) {
    const reference = reading.notes[i];
    const body = reference && document.notes?.resolve(reference)?.body;
    if (!body) continue;
    const from = children.length;
    drawBlocks(body, children, reading);
    const first = children[from];
    if (first?.type === 'paragraph') first.children.unshift({ type: 'text', value: `[${i + 1}] ` });
  }
  return { type: 'root', children };
}

function drawBlocks(nodes: readonly WordNode[], out: RootContent[], reading: Reading): void {
  let lists: OpenList[] = [];
  for (const node of nodes) {
    if (node.type === 'table') {
      lists = [];
      out.push(tableOf(node, reading));
      continue;
    }
    // Text that stands in no paragraph (a field or a link around nothing) is a paragraph of its own.
    const runs = runsOf(node.type === 'paragraph' ? (node.children ?? []) : [node], reading);
    if (node.type !== 'paragraph' && isBlank(runs)) continue;
    const depth = headingDepth(node);
    const { numbering } = node;
    if (depth > 0) {
      lists = [];
      reading.numbers.restart();
      out.push({ type: 'heading', depth: depth as 1, children: phrases(runs) });
    } else if (numbering) {
      addPoint(numbering, phrases(runs), lists, out, reading);
    } else {
      lists = [];
      // A number typed by hand goes on with no list of Word's: those that come under it count from one.
      if (/^\s*\d{1,3}\s?[.)]\s+\p{Lu}/u.test(runs[0]?.text ?? '')) reading.numbers.restart();
      out.push(isBlank(runs) ? { type: 'paragraph', children: [{ type: 'text', value: emptyParagraph }] } : paragraphOf(runs));
    }
  }
}

function addPoint(numbering: NumberingLevel, children: PhrasingContent[], open: OpenList[], out: RootContent[], reading: Reading): void {
  const level = levelOf(numbering);
  const number = numbering.isOrdered ? reading.numbers.next(numbering) : null;
  open.length = Math.min(open.length, level + 1);
  if (open[level] && open[level].numbering !== numbering) open.length = level;
  while (open.length <= level) {
    const start = open.length === level ? number : null;
    const list: List = { type: 'list', ordered: numbering.isOrdered, start, spread: false, children: [] };
    const above = open.at(-1)?.list;
    if (above) lastPoint(above).children.push(list);
    else out.push(list);
    open.push({ list, numbering });
    if (start !== null) reading.numbers.printed(numbering, list);
  }
  open[level]?.list.children.push({ type: 'listItem', spread: false, checked: null, children: [{ type: 'paragraph', children }] });
}

function lastPoint(list: List): ListItem {
  const last = list.children.at(-1);
  if (last) return last;
  const point: ListItem = { type: 'listItem', spread: false, checked: null, children: [] };
  list.children.push(point);
  return point;
}

const deepestList = 8;

const levelOf = ({ level }: NumberingLevel): number => Math.min(deepestList, Math.max(0, Number.parseInt(level, 10) || 0));

/**
 * The numbers of list points. Word goes on counting after a paragraph that interrupts a list, so a list is known by its level's
 * object, not by what stands beside it. A list that began inside the points of another begins anew at that one's next point.
 */
class ListNumbers {
  #open: { level: NumberingLevel; count: number; parts: List[] }[] = [];

  next(level: NumberingLevel): number {
    const at = this.#open.findIndex((list) => list.level === level);
    if (at < 0) {
      this.#open.push({ level, count: 1, parts: [] });
      return 1;
    }
    this.#open.length = at + 1;
    const list = this.#open[at];
    return list ? ++list.count : 1;
  }

  /** Remembers a part of the list. A list in parts has text of its own under its points: they are headings rather than points. */
  printed(level: NumberingLevel, part: List): void {
    const list = this.#open.find((open) => open.level === level);
    list?.parts.push(part);
    if (list && list.parts.length > 1) for (const each of list.parts) each.data = { interrupted: true };
  }

  restart(): void {
    this.#open = [];
  }
}

/** Heading styles by their ids and names in Word, LibreOffice and Pages; 0 for anything else. */
function headingDepth({ type, styleId, styleName }: WordNode): number {
  if (type !== 'paragraph' || (!styleId && !styleName)) return 0;
  if (styleId === 'Heading' || styleName === 'Heading') return 1;
  const digit = /^Heading([1-6])$/.exec(styleId ?? '')?.[1] ?? /^[Hh]eading ([1-6])$/.exec(styleName ?? '')?.[1];
  return digit === undefined ? 0 : Number(digit);
}

function runsOf(nodes: readonly WordNode[], reading: Reading): Run[] {
  const runs: Run[] = [];
  collectRuns(nodes, false, runs, reading);
  return runs;
}

function collectRuns(nodes: readonly WordNode[], bold: boolean, runs: Run[], reading: Reading): void {
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        addText(node.value ?? '', bold, runs);
        break;
      case 'tab':
        addText('\t', bold, runs);
        break;
      case 'break':
        if (node.breakType === 'line') runs.push(null);
        break;
      case 'checkbox':
        addText(node.checked ? '☒ ' : '☐ ', bold, runs);
        break;
      case 'noteReference':
        reading.notes.push(node);
        addText(`[${reading.notes.length}]`, bold, runs);
        break;
      case 'run':
        collectRuns(node.children ?? [], bold || node.isBold === true || node.styleName === 'Strong', runs, reading);
        break;
      default:
        if (node.children) collectRuns(node.children, bold, runs, reading);
    }
  }
}

function addText(text: string, bold: boolean, runs: Run[]): void {
  const last = runs.at(-1);
  if (last && last.bold === bold) last.text += text;
  else runs.push({ text, bold });
}

/** A list that may be gone on with; in a row of them, each stands in the last point of the one before it. */
interface OpenList {
  list: List;
  numbering: NumberingLevel;
}

const isBlank = (runs: readonly Run[]): boolean => runs.every((run) => run === null || run.text.trim() === '');

/** Wide gaps and tabs are columns, as Word prints them: kept as spaces that nothing folds. Other white space is folded. */
function spaced(text: string): string {
  if (!/[\t\n\r\f]| {2}/.test(text)) return text;
  return text.replace(/\t| {3,}/g, (gap) => '\u00a0'.repeat(Math.max(4, gap.length))).replace(/[\n\r\f ]+/g, ' ');
}

function phrases(runs: readonly Run[]): PhrasingContent[] {
  return runs.map((run, i): PhrasingContent => {
    if (run === null) return { type: 'break' };
    // A space or two in front of a line is a slip, not an indentation.
    const opens = i === 0 || runs[i - 1] === null;
    const text: PhrasingContent = { type: 'text', value: spaced(opens ? run.text.replace(/^ {1,2}(?! )/, '') : run.text) };
    return run.bold && run.text.trim() !== '' ? { type: 'strong', children: [text] } : text;
  });
}

function paragraphOf(runs: readonly Run[]): Paragraph {
  return { type: 'paragraph', children: phrases(runs) };
}

/** Columns a cell may cover (Word's own limit for a table). */
const mostColumns = 63;

/** A table with every cell in its column: where one covers others, beside or below it, those are empty. */
function tableOf(node: WordNode, reading: Reading): Table {
  const wordRows = ofType(node, 'tableRow');
  const covered = wordRows.map(() => new Set<number>());
  const rows = wordRows.map((row, r): TableRow => {
    const cells: TableCell[] = [];
    const skip = (): void => {
      while (covered[r]?.has(cells.length)) cells.push(emptyCell());
    };
    for (const cell of ofType(row, 'tableCell')) {
      skip();
      const from = cells.length;
      cells.push({ type: 'tableCell', children: cellOf(cell, reading) });
      for (let c = 1; c < Math.min(cell.colSpan ?? 1, mostColumns); c++) cells.push(emptyCell());
      for (let below = r + 1; below < r + (cell.rowSpan ?? 1); below++) for (let c = from; c < cells.length; c++) covered[below]?.add(c);
    }
    skip();
    return { type: 'tableRow', children: cells };
  });
  return { type: 'table', align: [], children: rows };
}

const emptyCell = (): TableCell => ({ type: 'tableCell', children: [] });

const ofType = (node: WordNode, type: string): WordNode[] => (node.children ?? []).filter((child) => child.type === type);

/** The paragraphs of a cell, parted by line breaks, which a cell of the tree can hold; list points carry their sign or number. */
function cellOf(cell: WordNode, reading: Reading): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  const line = (content: readonly PhrasingContent[]): void => {
    if (out.length > 0) out.push({ type: 'break' });
    for (const part of content) out.push(part);
  };
  for (const node of cell.children ?? []) {
    if (node.type === 'table') {
      for (const row of tableOf(node, reading).children)
        line(row.children.flatMap((inner, c) => (c === 0 ? inner.children : [{ type: 'text', value: spaced('\t') }, ...inner.children])));
      continue;
    }
    const content = phrases(runsOf(node.type === 'paragraph' ? (node.children ?? []) : [node], reading));
    if (node.numbering) content.unshift({ type: 'text', value: node.numbering.isOrdered ? `${reading.numbers.next(node.numbering)}. ` : '• ' });
    line(content);
  }
  return out;
}
