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

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;
const spaces = /[\s\u00a0]+/g;
const bulletSigns = /^([•·‣▪◦●○∙⁃\uf0b7\uf0a7\uf0d8\u2022*]|[-–—](?=\s))\s*/u;

/** Normalisation N: no invisible characters, white space folded to single spaces, trimmed. */
export function clean(text: string): string {
  return text.replace(invisible, '').replace(controls, ' ').replace(spaces, ' ').trim();
}

/** Takes markdown's own marks off a line of text: links to their text, emphasis, backslashes. */
export function unmark(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*\)?/g, '$1')
    .replace(/\*\*|__/g, '')
    .replace(/\\$/, '')
    .replace(/(^|\s)_([^_]+)_(?=\s|$)/g, '$1$2');
}

const columnGap = /\t+| {3,}/;

/** Splits a paper into lines. Linear in the length of the text. */
export function readSource(raw: string): Source {
  const text = raw.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  const markdown = /^#{1,6} \S/m.test(text.slice(0, 20_000)) || /^\|.*\|\s*\n\|[-:| ]+\|/m.test(text.slice(0, 20_000));
  const lines: Line[] = [];
  let from = 0;
  let number = 0;
  let blanks = 0;
  let pageBreak = false;
  while (from <= text.length) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    number++;
    const slice = text.slice(from, to);
    if (slice.includes('\f')) pageBreak = true;
    const visible = slice
      .replace(invisible, '')
      .replace(/\u00a0/g, ' ')
      .replace(/\f/g, '');
    if (visible.trim() === '') {
      blanks++;
    } else {
      const line = readLine(visible, markdown);
      lines.push({ ...line, number, from, to, blanks, pageBreak });
      blanks = 0;
      pageBreak = false;
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
  const indent = /^[ ]*/.exec(rest.replace(/\t/g, '        '))?.[0].length ?? 0;
  let bullet: string | null = null;
  const trimmed = rest.trim();
  const sign = bulletSigns.exec(trimmed);
  if (sign?.[1] && trimmed.length > sign[0].length) {
    bullet = sign[1];
    rest = trimmed.slice(sign[0].length);
  }
  const box = /^\[([ xX✓]?)\]\s+/.exec(rest.trim());
  if (box) {
    tick = /\S/.test(box[1] ?? '');
    rest = rest.trim().slice(box[0].length);
  }
  const cells =
    row ??
    rest
      .trim()
      .split(columnGap)
      .map(clean)
      .filter((cell) => cell !== '');
  const text = clean(rest);
  return { text, indent, cells: cells.length > 0 ? cells : [text], depth, bullet, tick, bold, row };
}
