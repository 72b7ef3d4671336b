// The best chain of numbers among the candidates that may open items, chosen as a whole.
import type { Layout } from '../blocks.ts';
import type { Language } from '../language.ts';
import type { Line } from '../source.ts';
import type { Opener } from './openerLines.ts';
import { foldTitle } from './titleWords.ts';

const listKeys = new Set(['recommendation', 'attachments', 'process', 'history', 'followUp', 'preparation', 'mailFiles', 'guests']);

/** Scores how much each candidate looks like an item's heading rather than a list point. */
export function score(openers: Opener[], lines: readonly Line[], language: Language, layout: Layout): void {
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
export function bestChain(openers: readonly Opener[]): { chain: Opener[]; total: number } {
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

const farJump = 6;

/** Cuts a chain where the numbers begin anew: at a smaller one, or far on where a title comes a second time. */
export function segments(chain: readonly Opener[]): Opener[][] {
  const parts: Opener[][] = [];
  const titles = new Set<string>();
  for (const opener of chain) {
    const last = parts.at(-1);
    const before = last?.at(-1);
    const title = foldTitle(opener.rest);
    const again = before !== undefined && opener.value - before.value > farJump && title !== '' && titles.has(title);
    if (last && before && opener.value >= before.value && !again) last.push(opener);
    else parts.push([opener]);
    titles.add(title);
  }
  return parts;
}

/** A bare list: few lines between its openers. */
export function isCompact(part: readonly Opener[], lines: readonly Line[]): boolean {
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
