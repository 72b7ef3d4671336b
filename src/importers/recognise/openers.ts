// Which lines open an item. Candidates of each numbering style are scored, and the best chain of numbers is chosen as a
// whole, so that a numbered list inside a recommendation does not become agenda points.
import type { Language } from '../language.ts';
import { mendScan, pattern } from '../grammar/pattern.ts';
import type { ClockRange } from '../grammar/clock.ts';
import type { Line } from '../source.ts';
import type { Layout } from '../blocks.ts';

export type Style = 'point' | 'answer' | 'section' | 'dot' | 'paren' | 'colon' | 'cell' | 'space' | 'bare' | 'depth';

export interface Opener {
  line: number;
  style: Style;
  /** As printed. */
  number: string | null;
  value: number;
  /** Text after the number. */
  rest: string;
  time: ClockRange | null;
  score: number;
  /** A sub-item of the opener before it that is none. */
  under?: boolean;
}

export interface Openers {
  mode: 'numbered' | 'timed' | 'headed' | 'none';
  /** The items' own openers, in order. */
  main: Opener[];
  /** A separate list of points printed before the answers or the minutes. */
  list: Opener[];
}

export interface Grammar {
  strong: RegExp;
  answer: RegExp;
  section: RegExp;
  weak: RegExp;
  space: RegExp;
}

export function openerGrammar(language: Language): Grammar {
  const { numbering, calendar, words, clock } = language.lexicon;
  const months = calendar.months.flat().join('|');
  return {
    strong: pattern(
      `^(?:${numbering.strong})\\.?\\s*(?:(?:${words.number})\\s*)?(\\d{1,3})(\\s?\\.?\\s?[a-z](?![\\p{L}]))?(\\s*[.:)|–-]+\\s*|\\s+(?=\\p{Lu}|(?:${clock.said})(?![\\p{L}])|["”“»(\\d])|\\s*$)(.*)$`,
    ),
    answer: pattern(
      `^(?:${numbering.answers})\\.?\\s*(?:(?:${numbering.row})\\s*)?(\\d{1,3})(\\s?\\.?\\s?[a-z](?![\\p{L}]))?(\\s*[.:)–-]+\\s*|\\s+|$)(.*)$`,
    ),
    section: pattern(`^(?:${numbering.paragraphSign})\\s*(\\d{1,3})\\s*[.:)]?\\s*()()(.*)$`),
    weak: pattern(`^(\\d{1,3})\\s?([.):])(?!\\d)(?!\\s*(?:${months})(?![\\p{L}]))(\\*?)[\\s\\u00a0]*(\\S.*)$`, 'u'),
    space: pattern(`^(\\d{1,3})(?:\\s+|\\s*[-–]\\s+)(?=[\\p{Lu}"”“»])(.{3,})$`, 'u'),
  };
}

/** Reads a line as an opener of some numbering style, or null. */
export function readOpener(lines: readonly Line[], index: number, grammar: Grammar, language: Language): Opener | null {
  const line = lines[index];
  if (!line || line.row) return null;
  const text = line.text.slice(0, 400);
  const mended = mendScan(text);
  const make = (style: Style, number: string, restLength: number): Opener => {
    const rest = restLength === 0 ? '' : line.text.slice(text.length - restLength).trim();
    return { line: index, style, number, value: Number.parseInt(number, 10), rest, time: language.clock.opening(rest), score: 0 };
  };
  const strong = grammar.strong.exec(mended);
  if (strong?.[1] !== undefined && !strong[2]) return make('point', strong[1], (strong[4] ?? '').length);
  const answer = grammar.answer.exec(mended);
  if (answer?.[1] !== undefined && !answer[2]) return make('answer', answer[1], (answer[4] ?? '').length);
  const section = grammar.section.exec(mended);
  if (section?.[1] !== undefined) return make('section', section[1], (section[4] ?? '').length);
  if (line.bullet !== null) return null;
  const weak = grammar.weak.exec(mended);
  if (weak?.[1] !== undefined && weak[4] !== undefined && /^[\p{L}\d"“”»«'(§*–-]/u.test(weak[4]) && !/^[-–]\s*\d/.test(weak[4])) {
    const opener = make(line.depth > 0 ? 'depth' : weak[2] === ')' ? 'paren' : weak[2] === ':' ? 'colon' : 'dot', weak[1], weak[4].length);
    if (weak[3]) opener.rest = `* ${opener.rest}`;
    if (weak[2] === '.' && language.clock.opening(text)?.said === false && /^\d{1,2}\.\d{2}/.test(text)) return null;
    return opener;
  }
  const misread = /^([Il|])\s?[.)]\s+(?=\p{Lu})(.+)$/u.exec(text);
  if (misread?.[1] && misread[2]) return { ...make('dot', '1', misread[2].length), number: misread[1] };
  if (line.cells.length > 1 && /^\d{1,3}\.?\*?$/.test(line.cells[0] ?? '') && /\p{L}/u.test(line.cells[1] ?? '')) {
    const first = line.cells[0] ?? '';
    const opener = make('cell', first.replace(/\D/g, ''), line.text.length - first.length > 400 ? 0 : line.text.length - first.length);
    if (first.endsWith('*')) opener.rest = `* ${opener.rest}`;
    return opener;
  }
  if (/^\d{1,3}$/.test(text)) return make('bare', text, 0);
  const spaced = grammar.space.exec(mended);
  if (spaced?.[1] && spaced[2] && language.clock.opening(text) === null && language.calendar.find(text.slice(0, 40))[0]?.from !== 0)
    return make('space', spaced[1], spaced[2].length);
  return null;
}

const listKeys = new Set(['recommendation', 'attachments', 'process', 'history', 'followUp', 'preparation', 'mailFiles', 'guests']);

/** Scores how much each candidate looks like an item's heading rather than a list point. */
function score(openers: Opener[], lines: readonly Line[], language: Language, layout: Layout): void {
  const indents = openers.map((opener) => lines[opener.line]?.indent ?? 0);
  const least = indents.reduce((a, b) => Math.min(a, b), Infinity);
  let cursor = 0;
  let context: string | null = null;
  for (const opener of openers) {
    for (; cursor < opener.line; cursor++) {
      const passed = lines[cursor];
      if (!passed) continue;
      const label = language.label(passed.text, passed.cells);
      if (label) context = label.rest === '' && !language.is.groupTyped(passed.text) ? label.key : null;
      else if (language.is.groupTyped(passed.text)) context = null;
      else if (/:$/.test(passed.text)) context = 'lead';
      else if (!/^\d+[.)]/.test(passed.text) && passed.blanks > layout.spacing) context = context === 'lead' ? null : context;
    }
    const line = lines[opener.line];
    const before = lines[opener.line - 1];
    const next = lines[opener.line + 1];
    if (!line) continue;
    const strong = opener.style === 'point' || opener.style === 'answer' || opener.style === 'section' || opener.style === 'depth';
    let points = strong ? 3 : 0;
    const gap = Math.max(0, line.blanks - layout.spacing);
    const gapAfter = next ? Math.max(0, next.blanks - layout.spacing) : 1;
    if (gap > 0 || line.pageBreak || !before) points += 1;
    if (gapAfter > 0) points += 0.7;
    const label = next && language.label(next.text, next.cells);
    if (label || (next && language.is.caseNumber(next.text))) points += 1.5;
    const { rest } = opener;
    if (rest.length > 0 && rest.length <= 90 && !/[.;,]$/.test(rest)) points += 0.8;
    if (rest.length > 160) points -= 1.5;
    if (/[;,]$/.test(rest)) points -= 0.8;
    if (opener.time) points += 2;
    if (language.opens.break.test(rest) || language.holds.agenda.test(rest)) points += 0.7;
    if (opener.style === 'bare') {
      points -= 1;
      if (!next || /^\d+$/.test(next.text) || !/^\p{Lu}/u.test(next.text)) points -= 4;
    }
    if (opener.style === 'space') points -= 1;
    if (!strong) {
      if (/^\p{Ll}/u.test(rest)) points -= /^at\b/.test(rest) ? 4 : 2;
      if (line.indent > least + 2) points -= 1.2;
      else points += 0.6;
      if (context === 'agenda') points += 1;
      else if (context !== null && listKeys.has(context)) points -= gap > 0 && (label ?? null) !== null ? 1 : gap > 0 ? 2.6 : 4.5;
      else if (context === 'lead' && gap === 0) points -= 2;
      else if (context === 'lead') points -= 1;
    }
    opener.score = points;
  }
}

function step(from: number, to: number): number {
  const d = to - from;
  if (d === 1) return 2;
  if (d === 0) return -1;
  if (d === 2) return 0.6;
  if (d === 3) return 0;
  if (d > 3 && d <= 6) return -1.2;
  if (d > 6) return -4;
  return to <= 2 ? -6 : -9;
}

const horizon = 48;

/** The best chain of numbers through the candidates; linear, each looks back over a fixed horizon. */
function bestChain(openers: readonly Opener[]): { chain: Opener[]; total: number } {
  const best: number[] = [];
  const back: number[] = [];
  let top = -1;
  openers.forEach((opener, i) => {
    let value = opener.score + (opener.value <= 1 ? 1 : opener.value > 3 ? -0.8 : -0.3);
    let from = -1;
    for (let j = Math.max(0, i - horizon); j < i; j++) {
      const other = openers[j];
      if (!other) continue;
      const through = (best[j] ?? 0) + opener.score + step(other.value, opener.value);
      if (through > value) {
        value = through;
        from = j;
      }
    }
    best.push(value);
    back.push(from);
    if (top < 0 || value > (best[top] ?? -Infinity)) top = i;
  });
  const chain: Opener[] = [];
  for (let i = top; i >= 0; i = back[i] ?? -1) {
    const opener = openers[i];
    if (opener) chain.push(opener);
  }
  chain.reverse();
  return { chain, total: top < 0 ? 0 : (best[top] ?? 0) };
}

/** Cuts a chain where the numbers begin anew. */
function segments(chain: readonly Opener[]): Opener[][] {
  const parts: Opener[][] = [];
  for (const opener of chain) {
    const last = parts.at(-1);
    const before = last?.at(-1);
    if (last && before && opener.value >= before.value) last.push(opener);
    else parts.push([opener]);
  }
  return parts;
}

/** A bare list: few lines between its openers. */
function isCompact(part: readonly Opener[], lines: readonly Line[]): boolean {
  const first = part[0];
  const last = part.at(-1);
  if (!first || !last || part.length < 2) return false;
  const between = lines.slice(first.line, last.line + 1);
  if (between.length <= part.length * 2.2) return true;
  return (
    between.length <= part.length * 4 &&
    between.every(({ text }) => text.length < 160) &&
    between.reduce((sum, { text }) => sum + text.length, 0) < part.length * 130
  );
}

/** Finds the lines that open items, and how this paper opens them. */
export function findOpeners(lines: readonly Line[], language: Language, layout: Layout): Openers {
  const grammar = openerGrammar(language);
  const all: Opener[] = [];
  const timed: Opener[] = [];
  lines.forEach((line, index) => {
    const opener = readOpener(lines, index, grammar, language);
    if (opener) all.push(opener);
    const stripped = line.text.replace(/^\d{1,2}[.)]\s+(?=\d{1,2}[.:]\d{2})/, '');
    const time = line.row === null && line.bullet === null ? language.clock.opening(stripped) : null;
    if (time) {
      const rest = stripped.slice(time.to).trim();
      if (!/^(?:blev|var|kom|gik|forlod|deltog)\b/.test(rest))
        timed.push({ line: index, style: 'cell', number: null, value: 0, rest, time, score: 0 });
    }
  });
  score(all, lines, language, layout);
  const groups = new Map<Style, Opener[]>();
  for (const opener of all) {
    const there = groups.get(opener.style);
    if (there) there.push(opener);
    else groups.set(opener.style, [opener]);
  }
  const chains = new Map<Style, { chain: Opener[]; total: number }>();
  for (const [style, group] of groups) chains.set(style, bestChain(group));

  const strong = (['answer', 'point', 'section'] as const)
    .map((style) => ({ style, ...(chains.get(style) ?? { chain: [], total: 0 }) }))
    .filter(({ chain }) => chain.length > 0)
    .sort((a, b) => b.total - a.total)[0];
  const weak = (['dot', 'paren', 'colon', 'cell', 'bare', 'space', 'depth'] as const)
    .map((style) => ({ style, ...(chains.get(style) ?? { chain: [], total: 0 }) }))
    .filter(({ chain, total }) => chain.length >= 2 && total > 1.5)
    .sort((a, b) => b.total - a.total)[0];

  if (strong && (strong.chain.length >= 2 || !weak || weak.chain.length < 3)) {
    const parts = segments(strong.chain);
    const titled = parts.filter((part) => part.some(({ rest, line }) => /\p{L}/u.test(rest) || /\p{L}/u.test(lines[line + 1]?.text ?? '')));
    const main = mainPart(parts, lines);
    const list: Opener[] = parts.filter((part) => part !== main && titled.includes(part) && isCompact(part, lines)).flat();
    const firstMain = main[0]?.line ?? 0;
    const leastIndent = all
      .filter((opener) => opener.style !== 'point' && opener.style !== 'answer' && opener.line < firstMain)
      .reduce((least, opener) => Math.min(least, lines[opener.line]?.indent ?? 0), Infinity);
    // Points listed with plain numbers, answered as "Ad 1": the list stands before the answers.
    const listed = bestChain(
      all.filter(
        (opener) =>
          (opener.style === 'dot' || opener.style === 'paren' || opener.style === 'cell') &&
          opener.line < firstMain &&
          (lines[opener.line]?.indent ?? 0) <= leastIndent + 1,
      ),
    );
    if (listed.chain.length >= 2 && isCompact(listed.chain, lines)) for (const opener of listed.chain) list.push(opener);
    // A schedule in other words before the titled points ("Pkt. 1 kl. 12.00-12.20 …").
    const taken = new Set([...main, ...list]);
    const others = all.filter((opener) => opener.style === 'point' && opener.line < firstMain && !taken.has(opener));
    for (const opener of others) list.push(opener);
    return { mode: 'numbered', main, list: list.sort((a, b) => a.line - b.line) };
  }
  const numberedLines = new Set((weak?.chain ?? []).filter((opener) => opener.time).map((opener) => opener.line));
  const timedOnly = timed.filter((opener) => !numberedLines.has(opener.line));
  const untimedNumbers = (weak?.chain ?? []).filter((opener) => !opener.time).length;
  const timedWins =
    timedOnly.length >= 3 &&
    timedOnly.length >= 0.7 * untimedNumbers &&
    (timedOnly.length > numberedLines.size || numberedLines.size < 0.75 * timed.length);
  if (timedWins) return { mode: 'timed', main: numberedLines.size > 0 ? timed : timedOnly, list: [] };
  if (weak) {
    const parts = segments(weak.chain);
    const main = mainPart(parts, lines);
    const list = parts.filter((part) => part !== main && isCompact(part, lines) && (part[0]?.line ?? 0) < (main[0]?.line ?? 0)).flat();
    // The first point of a list may have lost its number: nothing to do here, headings are looked for later.
    if (list.length === 0 && main[0]) {
      const until = main[0].line;
      const styles: Style[] = ['dot', 'paren', 'cell'];
      const before = bestChain(all.filter((opener) => styles.includes(opener.style) && opener.line < until));
      if (before.chain.length >= 3 && before.total > 4 && isCompact(before.chain, lines)) for (const opener of before.chain) list.push(opener);
    }
    const lost = main[0]?.value === 2 ? lostFirst(lines, main[0].line, language) : null;
    return { mode: 'numbered', main: lost ? [lost, ...main] : main, list };
  }
  if (timedOnly.length >= 2) return { mode: 'timed', main: timedOnly, list: [] };
  return { mode: 'none', main: [], list: [] };
}

/** Points that begin with 2: the first heading may have lost its number ("Valg af dirigent:" before "2. …"). */
function lostFirst(lines: readonly Line[], until: number, language: Language): Opener | null {
  for (let i = until - 1; i >= Math.max(0, until - 25); i--) {
    const line = lines[i];
    if (!line || line.bullet !== null || language.label(line.text, line.cells)) continue;
    if (/^\p{Lu}.{3,80}:$/u.test(line.text) && line.blanks > 0)
      return { line: i, style: 'dot', number: null, value: 1, rest: line.text, time: null, score: 0 };
  }
  return null;
}

/** Of several runs of numbers, the one with the most under its points; a lone run is itself. */
function mainPart(parts: readonly Opener[][], lines: readonly Line[]): Opener[] {
  if (parts.length === 1) return parts[0] ?? [];
  let chosen: Opener[] = [];
  let most = -1;
  parts.forEach((part, i) => {
    const first = part[0]?.line ?? 0;
    const end = parts[i + 1]?.[0]?.line ?? lines.length;
    const weight = (end - first) * (part.length > 1 ? 1 : 0.3) * (isCompact(part, lines) && i < parts.length - 1 ? 0.2 : 1);
    if (weight >= most) {
      most = weight;
      chosen = part;
    }
  });
  return chosen;
}
