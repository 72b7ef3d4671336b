// Numbers that count no points of the paper: lists inside a point, references to a point, other bodies' answers quoted in one.
import type { Language } from '../language.ts';
import { pattern, whole } from '../grammar/pattern.ts';
import type { Line } from '../source.ts';
import type { Opener, Style } from './openerLines.ts';

/** Nobody prints lists in lists any deeper. */
const deepest = 6;

const plain: readonly Style[] = ['dot', 'paren', 'colon'];

/** One level of numbers, by how far in it is printed. */
interface Level {
  indent: number;
  style: Style;
  first: Opener;
  last: Opener;
  /** How many numbers follow each other here, one by one. */
  length: number;
  inner: Opener[];
}

/**
 * Lists that begin with 1 further in than the point above them. The points go on after them with the next number, or the list follows right
 * upon the last point.
 */
export function innerLists(openers: readonly Opener[], lines: readonly Line[]): Set<Opener> {
  const nested = new Set<Opener>();
  const levels: Level[] = [];
  const close = (level: Level, over: Level | undefined, goesOn: boolean) => {
    const found = [level.first, ...level.inner];
    const touches = over !== undefined && isUnder(over.last, level.first, lines);
    if (over && over.length >= (goesOn ? 1 : 3) && (goesOn || touches)) for (const opener of found) nested.add(opener);
  };
  const counting = openers.filter(({ style }) => plain.includes(style));
  let skipTo = 0;
  for (let at = 0; at < counting.length; at++) {
    const opener = counting[at];
    if (!opener || at < skipTo) continue;
    const listEnd = ledIn(counting, at, levels.at(-1)?.last ?? null, lines);
    if (listEnd > at) {
      for (const inner of counting.slice(at, listEnd)) nested.add(inner);
      skipTo = listEnd;
      continue;
    }
    const indent = lines[opener.line]?.indent ?? 0;
    const home = levels.findLastIndex(
      (level) =>
        level.style === opener.style && opener.value === level.last.value + 1 && Math.abs(level.indent - indent) <= (opener.value === 10 ? 1 : 0),
    );
    if (home >= 0) {
      while (levels.length > home + 1) {
        const level = levels.pop();
        if (level) close(level, levels.at(-1), levels.length === home + 1);
      }
      const level = levels[home];
      if (!level) continue;
      level.inner.push(opener);
      level.last = opener;
      level.length++;
      continue;
    }
    const over = levels.at(-1);
    if (over && opener.value === 1 && indent > over.indent && levels.length < deepest) {
      levels.push({ indent, style: opener.style, first: opener, last: opener, length: 1, inner: [] });
      continue;
    }
    // A new count at the margin, or a number out of order: what was open ends here.
    while (levels.length > 0) {
      const level = levels.pop();
      if (level) close(level, levels.at(-1), false);
    }
    levels.push({ indent, style: opener.style, first: opener, last: opener, length: 1, inner: [] });
  }
  while (levels.length > 0) {
    const level = levels.pop();
    if (level) close(level, levels.at(-1), false);
  }
  return nested;
}

/**
 * Where a list ends that a line with a colon leads in ("Rådet drøftede:"), line upon line at whatever margin, when the points go on after it with
 * the number after `point`; `at` itself when there is none.
 */
function ledIn(openers: readonly Opener[], at: number, point: Opener | null, lines: readonly Line[]): number {
  const first = openers[at];
  const lead = first && lines[first.line - 1];
  if (!first || !lead || first.value !== 1 || point === null || !/:$/.test(lead.text) || (lines[first.line]?.blanks ?? 1) > 0) return at;
  let end = at + 1;
  for (let next = openers[end]; next; next = openers[++end]) {
    const before = openers[end - 1];
    if (before?.value !== next.value - 1 || next.line !== before.line + 1 || next.style !== first.style || (lines[next.line]?.blanks ?? 1) > 0) break;
  }
  const after = openers[end];
  return end - at >= 2 && after?.style === point.style && after.value === point.value + 1 ? end : at;
}

/** Whether a list begins right under a point, at most a line between them and no blank one. */
function isUnder(point: Opener, first: Opener, lines: readonly Line[]): boolean {
  if (first.line - point.line > 2) return false;
  return lines.slice(point.line + 1, first.line + 1).every(({ blanks }) => blanks === 0);
}

/** "Punkt 5. Sagsfremstilling / Punkt 5, bilag 1" under point 5: links to what belongs to it. */
export function references(openers: readonly Opener[], language: Language): Set<Opener> {
  const found = new Set<Opener>();
  let point: Opener | null = null;
  for (const opener of openers) {
    if (opener.style !== 'point') {
      if (opener.style !== 'answer') point = opener;
      continue;
    }
    if (point === null || point.value !== opener.value) continue;
    const [first] = opener.rest.split(/\s*[/|]\s*|,\s+/);
    const key = language.label(first ?? '')?.key;
    if ((key && referred.has(key)) || pattern(`^(?:${language.lexicon.attachments.word})\\s+(?:\\d|[a-z](?![\\p{L}]))`).test(opener.rest))
      found.add(opener);
  }
  return found;
}

const referred = new Set(['case', 'summary', 'attachments', 'recommendation']);

/** "Ad 1", "Ad 2" between the points, or under a point of quite other numbers: what somebody said about a recommendation's list. */
export function quotedAnswers(openers: readonly Opener[], points: readonly Opener[], language: Language): boolean {
  const answers = openers.filter(({ style }) => style === 'answer');
  const first = answers[0];
  const last = answers.at(-1);
  const before = points.filter(({ line }) => first !== undefined && line < first.line);
  if (!first || !last || before.length === 0) return false;
  const rising = points.every((point, i) => point.value > (points[i - 1]?.value ?? -1));
  if (!rising) return false;
  // "Ad a" under numbered points answers their sub-points.
  if (answers.every(({ number }) => /^\p{Ll}$/u.test(number ?? ''))) return true;
  const values = new Set(points.map(({ value }) => value));
  const between = points.some(({ line }) => line > last.line);
  const bare = answers.every(({ rest }) => rest === '' || whole(`(?:${language.lexicon.words.none})`).test(rest));
  return (between && points.length >= 2) || (bare && points.length >= 2 && answers.every(({ value }) => !values.has(value)));
}
