// Source text → lines with the features the recogniser looks at. Offsets stay those of the normalised source.

/** One line of the source. `text` is cleaned for reading (no zero-width characters, single spaces); `from`/`to` are offsets into the source. */
export interface Line {
  /** 1-based line number in the source. */
  number: number;
  from: number;
  to: number;
  text: string;
  indent: number;
  /** Columns, where tabs or three and more spaces part them; always at least one. */
  cells: string[];
  /** Blank lines before this one. */
  blanks: number;
  pageBreak: boolean;
  /** Markdown or document heading depth, 0 for none. */
  depth: number;
  /** A bullet sign in front, taken off `text`. */
  bullet: string | null;
  tick: boolean | null;
  bold: boolean;
  /** Cells of a real table row (markdown, html, docx), or null. */
  row: string[] | null;
}

export interface Source {
  text: string;
  lines: Line[];
  markdown: boolean;
}

/** The joiner that makes one picture of several stays between them. */
const invisible = /[\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d/gu;
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;
const spaces = /[\s\u00a0]+/g;
const bulletSigns = /^([•·‣▪◦●○∙⁃\uf0b7\uf0a7\uf0d8\u2022*]|[-–—](?=\s))\s*/u;

/** Normalisation N: no invisible characters, white space folded to single spaces, trimmed. */
export function clean(text: string): string {
  if (isClean(text)) return text;
  return text.replace(invisible, '').replace(controls, ' ').replace(spaces, ' ').trim();
}

/** Whether there is nothing to clean, as in nearly every line; signs that are seldom seen are left to be looked at closer. */
function isClean(text: string): boolean {
  let before = space;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= space) {
      if (code < space || before === space) return false;
    } else if (code >= 0x7f && !isPlain(code)) return false;
    before = code;
  }
  return before !== space || text === '';
}

const space = 0x20;

/** Letters from é to the Cyrillic, dashes, quotes, bullets, the ellipsis. */
const isPlain = (code: number): boolean =>
  (code > 0xa0 && code < 0x1680 && code !== 0xad) || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2030 && code <= 0x205e);

/** Takes markdown's own marks off a line of text: links to their text, emphasis, backslashes. */
export function unmark(text: string): string {
  return text
    .replace(/!?\[([^\][]*)\]\((?:[^()\s]|\([^()]*\))*\)?/g, '$1')
    .replace(/\*\*|__/g, '')
    .replace(/\\$/, '')
    .replace(/(^|\s)_([^_]+)_(?=\s|$)/g, '$1$2');
}

const columnGap = /\t+| {3,}/;

/** The columns of a printed line, cleaned: parted by tabs or three and more spaces; none when the line is blank. */
export function columnsOf(printed: string): string[] {
  if (!printed.includes('\t') && !printed.includes('   ')) {
    const text = clean(printed);
    return text === '' ? [] : [text];
  }
  return printed
    .trim()
    .split(columnGap)
    .map(clean)
    .filter((cell) => cell !== '');
}

/** White space at the beginning of a line, in letters; a tab is eight. */
export function indentOf(printed: string): number {
  let width = 0;
  for (let i = 0; i < printed.length; i++) {
    const code = printed.charCodeAt(i);
    if (code === space) width++;
    else if (code === 0x09) width += 8;
    else break;
  }
  return width;
}

/** Characters that are not shown, hard spaces and page breaks: what makes a line worth a closer look. */
const unusual = /[\u00ad\u200b-\u200f\u2060\ufeff\u00a0\f]/;

/** No paragraph anyone writes is as long (letters); beyond it a line is read in pieces, so that nothing takes long. */
const longestLine = 6_000;
const longestPiece = 3_000;

/** Blank lines that are said to stand before a piece, which keep it from being joined to the one before. */
export const blanksOfPiece = 2;

/** Where to cut a line that is too long, in offsets: after a space where there is one. An ordinary line is one piece. */
export function piecesOf(line: string): string[] {
  if (line.length <= longestLine) return [line];
  const pieces: string[] = [];
  let from = 0;
  while (line.length - from > longestPiece) {
    const gap = line.slice(from, from + longestPiece).lastIndexOf(' ');
    let to = from + (gap > longestPiece / 2 ? gap + 1 : longestPiece);
    // A sign of two code units stays whole.
    if (/[\ud800-\udbff]/.test(line.charAt(to - 1))) to--;
    pieces.push(line.slice(from, to));
    from = to;
  }
  pieces.push(line.slice(from));
  return pieces;
}

/** Marks a mail puts before each line it quotes: "> ", ">> ", "| ". A table's row has more bars than one. */
const quoteMarks = /^[ \t]*(?:>[ \t]?)+|^\|[ \t](?=[^|]*$)/;

/** Whether lines of the paper are quoted, as in a mail that was answered or forwarded: two and more below each other. */
function isQuoted(text: string): boolean {
  return /^[ \t]*>.*\n[ \t]*>/m.test(text) || /^\|[ \t][^|\n]*\n\|[ \t][^|\n]*$/m.test(text);
}

/** Splits a paper into lines. Linear in the length of the text. */
export function readSource(raw: string): Source {
  const text = (raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw).replace(/^\ufeff/, '');
  const plain = !unusual.test(text);
  const markdown = /^#{1,6} \S/m.test(text.slice(0, 20_000)) || /^\|.*\|\s*\n\|[-:| ]+\|/m.test(text.slice(0, 20_000));
  const quoted = isQuoted(text);
  const lines: Line[] = [];
  let from = 0;
  let number = 0;
  let blanks = 0;
  let pageBreak = false;
  while (from <= text.length) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    number++;
    let at = from;
    for (const piece of piecesOf(text.slice(from, to))) {
      let visible = piece;
      if (!plain && unusual.test(visible)) {
        if (visible.includes('\f')) pageBreak = true;
        visible = visible
          .replace(invisible, '')
          .replace(/\u00a0/g, ' ')
          .replace(/\f/g, '');
      }
      if (quoted && at === from) visible = visible.replace(quoteMarks, '');
      if (visible.trim() === '') {
        if (at === from) blanks++;
      } else {
        const line = readLine(visible, markdown);
        lines.push({ ...line, number, from: at, to: at + piece.length, blanks: at === from ? blanks : blanksOfPiece, pageBreak });
        blanks = 0;
        pageBreak = false;
      }
      at += piece.length;
    }
    from = to + 1;
  }
  return { text, lines, markdown };
}

function readLine(visible: string, markdown: boolean): Omit<Line, 'number' | 'from' | 'to' | 'blanks' | 'pageBreak'> {
  let rest = visible;
  let depth = 0;
  let tick: boolean | null = null;
  let bold = false;
  let row: string[] | null = null;
  if (markdown) {
    const heading = /^\s{0,3}(#{1,6})\s+/.exec(rest);
    if (heading?.[1]) {
      depth = heading[1].length;
      rest = rest.slice(heading[0].length).replace(/\s#+\s*$/, '');
    }
    rest = rest.replace(/^(\s*)>+ ?/, '$1');
    if (/^\s*\|.*\|\s*$/.test(rest)) {
      row = rest
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => clean(unmark(cell)));
    }
    bold = /^\s*\*\*[^*]+\*\*:?\s*$/.test(rest);
    rest = unmark(rest);
  }
  const indent = indentOf(rest);
  let bullet: string | null = null;
  rest = rest.trim();
  const sign = bulletSigns.exec(rest);
  if (sign?.[1] && rest.length > sign[0].length) {
    bullet = sign[1];
    rest = rest.slice(sign[0].length);
  }
  const box = /^\[([ xX✓]?)\]\s+/.exec(rest);
  if (box) {
    tick = /\S/.test(box[1] ?? '');
    rest = rest.slice(box[0].length);
  }
  const cells = row ?? columnsOf(rest);
  const text = row === null && cells.length === 1 ? (cells[0] ?? '') : clean(rest);
  return { text, indent, cells: cells.length > 0 ? cells : [text], depth, bullet, tick, bold, row };
}
