// Points of a programme that have no time of their own.
import { mendScan } from '../grammar/pattern.ts';
import type { Language } from '../language.ts';
import type { Line } from '../source.ts';
import { dayHeadings } from './days.ts';
import type { Opener } from './openerLines.ts';

const untimed = (line: number, rest: string): Opener => ({ line, style: 'cell', number: null, value: 0, rest, time: null, score: 0 });

/** A line that lists nothing but a pause: no point has sub-points there. */
const isBreak = (text: string, language: Language): boolean => language.opens.break.test(mendScan(text)) && !language.opens.notBreak.test(text);

/**
 * Adds the bullets between the timed lines of a programme. Bullets under a slot may as well tell of that slot; where some stand
 * under a pause, which has nothing to tell, the bullets set off in the same way are points of their own.
 */
export function withUntimed(timed: readonly Opener[], lines: readonly Line[], language: Language): Opener[] {
  const runs = timed.map((opener, i) => ({ opener, lines: runAfter(opener.line, timed[i + 1]?.line ?? lines.length, lines) }));
  const paused = runs.find((run) => run.lines.length > 0 && isBreak(run.opener.rest.replace(/^[\s:.–—-]+/, ''), language));
  const first = paused?.lines[0];
  if (first === undefined) return [...timed];
  const { blanks = 0, indent = 0 } = lines[first] ?? {};
  const alike = runs.flatMap((run) => {
    const opens = lines[run.lines[0] ?? -1];
    return opens && opens.blanks > 0 === blanks > 0 ? run.lines.filter((i) => (lines[i]?.indent ?? 0) <= indent) : [];
  });
  return [...timed, ...alike.map((i) => untimed(i, lines[i]?.text ?? ''))].sort((a, b) => a.line - b.line);
}

/** The bullets right below a line, up to what ends their list. */
function runAfter(from: number, until: number, lines: readonly Line[]): number[] {
  const found: number[] = [];
  const indent = lines[from + 1]?.indent ?? 0;
  for (let i = from + 1; i < until; i++) {
    const line = lines[i];
    if (!line) break;
    if (line.bullet !== null && line.tick === null) found.push(i);
    else if (line.indent <= indent || line.blanks > 0) break;
  }
  return found;
}

/** A programme without a single time: the bullets, or else the short lines, under two and more day headings. */
export function pointsUnderDays(lines: readonly Line[], language: Language): Opener[] {
  const days = dayHeadings(lines, language);
  const at = lines.flatMap((line, i) => (days.has(line) ? [i] : []));
  if (at.length < 2) return [];
  const under = at.map((from, k) => {
    const until = at[k + 1] ?? lines.length;
    const bullets = runAfter(from, until, lines);
    return bullets.length > 0 ? bullets : shortLines(from, until, lines, language);
  });
  return under.every((points) => points.length > 0) ? under.flat().map((i) => untimed(i, lines[i]?.text ?? '')) : [];
}

function shortLines(from: number, until: number, lines: readonly Line[], language: Language): number[] {
  const found: number[] = [];
  for (let i = from + 1; i < until; i++) {
    const line = lines[i];
    if (!line || line.text.length > 90 || !/^\p{Lu}/u.test(line.text) || /[.:]$/.test(line.text)) break;
    if (language.holds.finiteVerb.test(line.text) || language.label(line.text, line.cells) || (found.length > 0 && line.blanks > 1)) break;
    found.push(i);
  }
  return found;
}
