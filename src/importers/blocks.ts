// Lines → blocks: hard-wrapped lines joined to the paragraph they were printed from. What opens something new is never joined.
import { mendScan, pattern } from './grammar/pattern.ts';
import { type Language, perLanguage } from './language.ts';
import type { Line, Source } from './source.ts';
import type { NoiseText } from './paper.ts';

/** A paragraph, a list point, a label with its value, a heading or a table row. */
export interface Block {
  index: number;
  text: string;
  /** The printed lines, one per entry. */
  lines: Line[];
  indent: number;
  cells: string[];
  bullet: string | null;
  tick: boolean | null;
  depth: number;
  bold: boolean;
  row: string[] | null;
  /** Blank lines before, the even spacing of a double-spaced paper taken off. */
  gap: number;
}

export interface Layout {
  /** Width at which the paper's lines were wrapped; Infinity when they were not. */
  width: number;
  /** Blank lines that only come from double spacing. */
  spacing: number;
}

/** Measures how a paper was wrapped, from the lines that go on in lower case. */
export function measureLayout(lines: readonly Line[]): Layout {
  let apart = 0;
  let apartWrapped = 0;
  const wrapped: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i];
    const before = lines[i - 1];
    if (!line || !before) continue;
    const goesOn = /^\p{Ll}{2}/u.test(line.text) && line.bullet === null && line.depth === 0;
    if (line.blanks === 1) {
      apart++;
      if (goesOn) apartWrapped++;
    }
    if (goesOn && line.blanks <= 1 && before.text.length > 25) wrapped.push(before.text.length);
  }
  wrapped.sort((a, b) => a - b);
  const close = lines.filter((line) => line.blanks === 0).length;
  const far = lines.filter((line) => line.blanks >= 2).length;
  const spread = close < lines.length * 0.1 && apartWrapped >= 2 && far > lines.length * 0.15;
  const spacing = apart >= 8 && (apartWrapped / apart > 0.25 || spread) ? 1 : 0;
  const width = wrapped.length >= 3 ? (wrapped[Math.floor(wrapped.length * 0.75)] ?? Infinity) : Infinity;
  return { width, spacing };
}

/** Whether a line was broken only because the next word did not fit. */
export function wrapsInto(line: Line, next: Line, layout: Layout, language: Language): boolean {
  const gap = Math.max(0, next.blanks - layout.spacing);
  if (gap > 0 || next.depth > 0 || line.depth > 0 || next.bullet !== null || line.row || next.row) return false;
  if (/^\p{Ll}/u.test(mendScan(next.text.slice(0, 12))) && !/^\p{Ll}\s?[).:]/u.test(next.text)) return true;
  if (/^[(–-]/.test(next.text) && /\p{Ll}$/u.test(line.text) && next.text.length > 3) return !/^-\s?\d+\s?-$/.test(next.text);
  if (/[,\-–/&]$/.test(line.text) && !/[-–]$/.test(line.cells.at(-1) === '–' ? '–' : '')) return line.cells.length === 1 || next.cells.length === 1;
  if (connectorAtEnd(language).test(line.text.slice(-12))) return true;
  const first = next.text.split(' ', 1)[0] ?? '';
  // A short sentence of its own ("Drøftet.") is no remainder of the line above.
  if (/^\p{Lu}\p{L}+(?:\s\p{L}+){0,2}\.$/u.test(next.text)) return false;
  if (roleAtEnd(language).test(line.text.slice(-60))) return true;
  const { width } = layout;
  if (width === Infinity || line.text.length > width * 1.4) return false;
  // A line that ends a sentence must have been quite full to go on.
  const full = /[.!?]$/.test(line.text) ? width * 1.02 : width * 0.93;
  return line.text.length + 1 + first.length > full && line.text.length > 30;
}

/** "og" at a line's end: what it connects is on the next. */
const connectorAtEnd = perLanguage(({ words }) => pattern(`(?:^|\\s)(?:${words.connectors})$`));

/** "v. digitaliseringschef" at a line's end: the name is on the next. */
export const roleAtEnd = perLanguage(({ item, words }) => pattern(`(?:${item.byShort}|${words.by})\\s*(?:${item.roles})$`));

/** Whether a line begins something of its own, whatever came before it. */
export type Starts = (line: Line, before: Line | undefined) => boolean;

/** No paragraph is longer than some pages (letters): lines that only seem to go on for ever are cut there. */
const longestBlock = 8_000;

/** Joins lines to blocks. `starts` tells the lines that open something; `heading` those that do so as an item. */
export function makeBlocks(lines: readonly Line[], layout: Layout, language: Language, starts: Starts, source: Source): Block[] {
  const blocks: Block[] = [];
  let last: Block | undefined;
  let before: Line | undefined;
  for (const line of lines) {
    const tail = last?.lines.at(-1);
    if (last && tail && last.text.length < longestBlock && !starts(line, before) && wrapsInto(tail, line, layout, language)) {
      last.lines.push(line);
      last.text = `${last.text} ${line.text}`;
      if (line.cells.length > 1) last.cells = [...last.cells, ...line.cells];
    } else {
      last = {
        index: blocks.length,
        text: line.text,
        lines: [line],
        indent: line.indent,
        cells: line.cells,
        bullet: line.bullet,
        tick: line.tick,
        depth: line.depth,
        bold: line.bold,
        row: line.row,
        gap: Math.max(0, line.blanks - (source.markdown ? 0 : layout.spacing)),
      };
      blocks.push(last);
    }
    before = line;
  }
  return blocks;
}

export interface Sifted {
  lines: Line[];
  noise: NoiseText[];
}
