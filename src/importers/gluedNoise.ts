// Words a web page prints before or after every section's heading ("fold dette punkt ind Resume", "Bilag Kopiér link"):
// they are told by standing at several known headings, always the same.
import type { Language } from './language.ts';
import type { LabelKey } from './lexicon/lexicon.ts';
import type { NoiseText } from './paper.ts';
import { sectionHeading } from './recognise/sections.ts';
import type { Line } from './source.ts';

const longestLine = 120;
const mostWords = 6;
const leastTimes = 3;

const sections = new Set<LabelKey>([
  'summary',
  'background',
  'case',
  'recommendation',
  'decision',
  'minutes',
  'finance',
  'legal',
  'consultation',
  'process',
  'history',
  'attachments',
]);

type Side = 'before' | 'after';

/** The line cut after its first (or before its last) words, for each number of words. Words stand one space apart. */
function cuts(text: string, side: Side): { extra: string; rest: string }[] {
  const found = [];
  let at = side === 'before' ? -1 : text.length;
  for (let k = 1; k <= mostWords; k++) {
    at = side === 'before' ? text.indexOf(' ', at + 1) : text.lastIndexOf(' ', at - 1);
    if (at <= 0) break;
    const [first, last] = [text.slice(0, at), text.slice(at + 1)];
    found.push(side === 'before' ? { extra: first, rest: last } : { extra: last, rest: first });
  }
  return found;
}

/** One word may belong to the heading ("Udvalgets beslutning"); a sign or several words do not. */
const mayBeExtra = (extra: string): boolean => extra.includes(' ') || !/[\p{L}\d]/u.test(extra);

/** The section a text heads, or that it heads some section; null for any other text. */
function keyOf(text: string, language: Language): string | null {
  const label = language.label(text);
  if (label && label.rest === '' && sections.has(label.key)) return label.key;
  return sectionHeading(text, language) !== null ? 'heading' : null;
}

/** Takes what is glued to headings off them; it goes to `noise`. */
export function ungluedHeadings(lines: readonly Line[], language: Language, noise: NoiseText[]): Line[] {
  let out = [...lines];
  for (const side of ['before', 'after'] as const) {
    const times = new Map<string, number>();
    const textOf = (line: Line) => (line.text.length <= longestLine && line.row === null ? line.text : '');
    for (const line of out) for (const { extra } of cuts(textOf(line), side)) if (mayBeExtra(extra)) times.set(extra, (times.get(extra) ?? 0) + 1);
    const often = new Set([...times].filter(([, count]) => count >= leastTimes).map(([extra]) => extra));
    if (often.size === 0) continue;
    // The same words come back at every point.
    const keys = new Map<string, string | null>();
    const headings = new Map<string, { keys: Set<string>; at: Map<Line, string> }>();
    for (const line of out) {
      for (const { extra, rest } of cuts(textOf(line), side)) {
        if (!often.has(extra)) continue;
        // "Referent: Ann Holm": what follows a colon is the label's value.
        if (side === 'after' && /:$/.test(rest)) continue;
        let key = keys.get(rest);
        if (key === undefined) keys.set(rest, (key = keyOf(rest, language)));
        if (key === null) continue;
        const there = headings.get(extra) ?? { keys: new Set(), at: new Map() };
        there.keys.add(key);
        there.at.set(line, rest);
        headings.set(extra, there);
      }
    }
    const glued = [...headings].filter(([, { keys, at }]) => keys.size >= 2 && at.size >= leastTimes).sort(([a], [b]) => b.length - a.length);
    if (glued.length === 0) continue;
    out = out.map((line) => {
      const hit = glued.find(([, { at }]) => at.has(line));
      const rest = hit?.[1].at.get(line);
      if (!hit || rest === undefined) return line;
      noise.push({ line: line.number, text: hit[0], reason: 'navigation' });
      return { ...line, text: rest, cells: [rest] };
    });
  }
  return out;
}
