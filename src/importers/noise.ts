// Lines that are no part of the paper: page headers and footers, rulers, tables of contents, web navigation, join blocks.
// They are declared with a reason, never dropped in silence.
import { pattern } from './grammar/pattern.ts';
import type { Language } from './language.ts';
import type { NoiseReason, NoiseText } from './paper.ts';
import type { Line } from './source.ts';
import type { Sifted } from './blocks.ts';

/** Dots or ellipses that lead to a page number at the end of a line. Read from the end, so that no line of dots takes long. */
function hasLeader(text: string): boolean {
  let at = text.length - 1;
  while (text[at] === ' ') at--;
  while (at >= 0 && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at--;
  while (text[at] === ' ') at--;
  if (text[at] === '…') return text[at - 1] === '…';
  let dots = 0;
  while (dots < 4 && text[at] === '.') {
    dots++;
    at--;
    if (text[at] === ' ' && text[at - 1] === '.') at--;
  }
  return dots >= 4;
}

/** "{{…}}" of a template. */
function hasTemplate(text: string): boolean {
  const from = text.indexOf('{{');
  return from >= 0 && text.includes('}}', from + 2);
}

const menuParts = /\s*[|>»›·•]\s+|\s+\/\s+/;

/** "Forside > Politik > Dagsordner": a trail or a menu that begins with the front page. */
function isMenu(text: string, language: Language): boolean {
  if (text.length > 200) return false;
  const parts = text.split(menuParts);
  return parts.length >= 3 && parts.every((part) => part.length < 60) && language.is.home(parts[0] ?? '');
}

/** "Fjordby Kommune · Havnevej 3 · Tlf. 00 00 00 00": address and telephone on one line. */
function isImprint(text: string, language: Language): boolean {
  return text.length < 200 && text.split(/\s[|·•]\s/).length >= 3 && language.holds.imprint.test(text);
}

const bareNumber = /^\d{1,4}$/;

/** Parts the noise from the lines. A blank or page break in front of noise is handed to the next kept line. */
export function siftNoise(lines: readonly Line[], language: Language): Sifted {
  const reasons = new Map<Line, NoiseReason>();
  const mark = (line: Line | undefined, reason: NoiseReason) => {
    if (line && !reasons.has(line)) reasons.set(line, reason);
  };
  const navigation = new Set(lines.filter((line) => language.is.navigation(line.text)));
  const web = navigation.size >= 3;
  let inJoin = false;
  lines.forEach((line, i) => {
    const { text } = line;
    if (language.is.footer(text) || (line.cells.length > 1 && language.is.footer(line.cells.at(-1) ?? '') && isPageEdge(lines, i)))
      mark(line, 'pageFooter');
    else if (/^(?:[_=*~–—.-]\s?){3,}$/.test(text) || /^[^\p{L}\d]{1,6}$/u.test(text) || (language.is.ruler(text) && !/\p{L}/u.test(text)))
      mark(line, 'ruler');
    else if (language.is.converter(text) || hasTemplate(text)) mark(line, 'converter');
    else if (line.row && line.row.every((cell) => /^[:\s-]*$/.test(cell))) mark(line, 'tableFrame');
    else if (isMenu(text, language)) mark(line, 'navigation');
    else if (isImprint(text, language)) mark(line, 'pageFooter');
    else if (web && (navigation.has(line) || text === '×' || text === 'OK')) mark(line, 'navigation');
    if (language.is.join(text)) {
      mark(line, 'joinBlock');
      inJoin = true;
    } else if (inJoin) {
      if (reasons.get(line) === 'ruler') inJoin = false;
      else if (/https?:|[|<>]|\d{3} \d{3}/.test(text)) mark(line, 'joinBlock');
      else if (line.blanks > 1) inJoin = false;
    }
  });
  if (web) {
    const dialog = lines.findIndex((line) => line.text === '×');
    if (dialog > lines.length * 0.5) lines.slice(dialog).forEach((line) => mark(line, 'navigation'));
  }
  markPageHeaders(lines, reasons);
  markContents(lines, language, mark);
  const kept: Line[] = [];
  const noise: NoiseText[] = [];
  let blanks = 0;
  let pageBreak = false;
  let bullet: string | null = null;
  for (const line of lines) {
    const reason = reasons.get(line);
    if (reason) {
      noise.push({ line: line.number, text: line.text, reason });
      if (/^[•·▪◦●○\uf0b7\uf0a7]$/u.test(line.text)) bullet = line.text;
      // A page edge is not a paragraph's end: what stood before goes on after it.
      if (reason === 'pageFooter' || reason === 'pageHeader') pageBreak = true;
      else blanks = Math.max(blanks, line.blanks);
    } else {
      const atEdge = pageBreak || line.pageBreak;
      kept.push({ ...line, bullet: line.bullet ?? bullet, blanks: atEdge ? 0 : Math.max(blanks, line.blanks), pageBreak: atEdge });
      blanks = 0;
      pageBreak = false;
      bullet = null;
    }
  }
  return { lines: mendEarlyHours(joinSplitTimes(mendBullets(kept), language), language), noise };
}

/** A dash that only goes on with the line above ("– hvad skal vi gøre?") is no list point. */
function mendBullets(lines: readonly Line[]): Line[] {
  return lines.map((line, i) => {
    if (line.bullet === null || !/[–—-]/.test(line.bullet) || line.tick !== null) return line;
    const before = lines[i - 1];
    const after = lines[i + 1];
    if (!before || before.bullet !== null || line.blanks > 0 || /[:.;,]$/.test(before.text) || !/^\p{Ll}/u.test(line.text) || /^at\b/.test(line.text))
      return line;
    if (after && after.bullet === line.bullet && after.blanks === 0) return line;
    const text = `${line.bullet} ${line.text}`;
    return { ...line, bullet: null, text, cells: [text] };
  });
}

/** "9.00 Velkomst" before "10.15 Debat" is a time, not point 9.00: written with a colon it is read as one. */
function mendEarlyHours(lines: readonly Line[], language: Language): Line[] {
  const early = /^([6-9])\.([0-5][05])(?=\s)/;
  if (!lines.some(({ text }) => early.test(text))) return [...lines];
  const later = lines.filter(({ text, row }) => row === null && /^\d{2}/.test(text) && language.clock.opening(text) !== null).length;
  // Without numbers of one decimal beside them, three such lines need no more to vouch for them.
  const earlier = lines.filter(({ text }) => early.test(text)).length;
  const decimals = lines.some(({ text }) => /^\d{1,2}\.\d(?!\d)/.test(text));
  if (later < 3 && (decimals || earlier + later < 3)) return [...lines];
  const mend = (text: string) => text.replace(early, '$1:$2');
  return lines.map((line) => (line.row === null && early.test(line.text) ? { ...line, text: mend(line.text), cells: line.cells.map(mend) } : line));
}

/** "10.00-" and "10.30" on lines of their own, as narrow table cells print them, are one range. */
function joinSplitTimes(lines: readonly Line[], { lexicon }: Language): Line[] {
  const { said } = lexicon.clock;
  const begins = pattern(`^(?:\\d{1,2}[.)]\\s+)?(?:(?:${said})\\s*)?\\d{1,2}[.:]\\d{2}\\s*[-–—]$`);
  const ends = pattern(`^(?:(?:${said})\\s*)?\\d{1,2}[.:]\\d{2}(?!\\d)`);
  const out: Line[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    if (last && line.blanks <= 1 && /[-–—]$/.test(last.text) && begins.test(last.text) && ends.test(line.text)) {
      out[out.length - 1] = { ...last, text: `${last.text} ${line.text}`, cells: [`${last.text} ${line.text}`], to: line.to };
    } else out.push(line);
  }
  return out;
}

function isPageEdge(lines: readonly Line[], i: number): boolean {
  return (lines[i]?.pageBreak ?? false) || (lines[i + 1]?.pageBreak ?? true) || (lines[i]?.cells.length ?? 0) <= 2;
}

/** Lines that open a page and come back on other pages, or repeat the paper's letterhead. */
function markPageHeaders(lines: readonly Line[], reasons: Map<Line, NoiseReason>): void {
  const tops = new Map<string, Line[]>();
  let sinceTop = 99;
  for (const line of lines) {
    if (line.pageBreak || reasons.get(line) === 'pageFooter') sinceTop = line.pageBreak ? 0 : -1;
    else if (sinceTop < 99) sinceTop++;
    if (reasons.has(line) || sinceTop > 2 || sinceTop < 0) continue;
    const shape = line.text.replace(/\d+/g, '#').toLowerCase();
    const there = tops.get(shape);
    if (there) there.push(line);
    else tops.set(shape, [line]);
  }
  const first = lines[0]?.cells[0]?.toLowerCase();
  for (const [, found] of tops) {
    for (const line of found) {
      const repeatsLetterhead = line.pageBreak && line !== lines[0] && line.cells[0]?.toLowerCase() === first && line.number > 4;
      if (found.length >= 2 || repeatsLetterhead) reasons.set(line, 'pageHeader');
    }
  }
}

function markContents(lines: readonly Line[], language: Language, mark: (line: Line | undefined, reason: NoiseReason) => void): void {
  const start = lines.findIndex((line) => language.is.contents(line.text));
  const leaders = lines.filter((line) => hasLeader(line.text) && /\p{L}{3}/u.test(line.text));
  if (start < 0) {
    if (leaders.length >= 3) leaders.forEach((line) => mark(line, 'contents'));
    return;
  }
  let last = start;
  let misses = 0;
  for (let i = start + 1; i < lines.length && misses <= 4; i++) {
    const line = lines[i];
    if (!line) break;
    if (hasLeader(line.text) || (bareNumber.test(line.text) && i > start + 1)) {
      last = i;
      misses = 0;
    } else misses++;
  }
  if (last === start) return;
  for (let i = start; i <= last; i++) mark(lines[i], 'contents');
}
