// Which lines open an item. Candidates of each numbering style are scored, and the best chain of numbers is chosen as a
// whole, so that a numbered list inside a recommendation does not become agenda points.
import type { Language } from '../language.ts';
import type { Line } from '../source.ts';
import type { Layout } from '../blocks.ts';
import { bestChain, isCompact, score, segments } from './chains.ts';
import { innerLists, quotedAnswers, references } from './nestedLists.ts';
import { type Opener, type Style, openerGrammar, readOpener } from './openerLines.ts';
import { firstList, numberedAgain, titlesAgain, toldAfter, toldOneByOne } from './repeatedTitles.ts';
import { agendaOfSlot, labelledUnderSlots, pointsUnderSlots } from './slotPoints.ts';
import { timesStandBelow } from './slotTimes.ts';
import { pointsUnderDays, withUntimed } from './untimedPoints.ts';

export type { Opener };

export interface Openers {
  mode: 'numbered' | 'timed' | 'headed' | 'none';
  /** The items' own openers, in order. */
  main: Opener[];
  /** A separate list of points printed before the answers or the minutes. */
  list: Opener[];
}

/**
 * "A. …" or "I. …" at the margin with 1, 2, 3 indented beneath, beginning anew under each: then the letters are the points.
 * Null where the numbers are.
 */
function outlineOver(numbers: readonly Opener[], candidates: readonly Opener[][], lines: readonly Line[]): Opener[] | null {
  const indent = ({ line }: Opener) => lines[line]?.indent ?? 0;
  const over = candidates.find((chain) => {
    const first = chain[0];
    if (!first || chain.length < 3 || chain[0]?.style === numbers[0]?.style) return false;
    const widest = Math.max(...chain.map(indent));
    return numbers.every((opener) => opener.line > first.line && indent(opener) > widest);
  });
  return over !== undefined && segments(numbers).length > 1 ? over : null;
}

const plainStyles: readonly Style[] = ['dot', 'paren', 'colon', 'cell', 'space', 'depth', 'roman', 'sign'];

/** Finds the lines that open items, and how this paper opens them. */
export function findOpeners(lines: readonly Line[], language: Language, layout: Layout): Openers {
  const grammar = openerGrammar(lines, language);
  let all: Opener[] = [];
  let timed: Opener[] = [];
  // "- 9.00-9.30: Velkomst": a timetable in bullets, where there is no other.
  const bulleted: Opener[] = [];
  lines.forEach((line, index) => {
    const opener = readOpener(lines, index, grammar, language);
    if (opener) all.push(opener);
    const stripped = line.text.replace(/^\d{1,2}[.)]\s+(?=\d{1,2}[.:]\d{2})/, '');
    const time = line.row === null ? language.clock.opening(stripped) : null;
    if (time) {
      const rest = stripped.slice(time.to).trim();
      // "… onsdag den 9. marts 2016," and "kl. 9.00-12.00, Lokale 1" on the next line are the meeting's own.
      const before = lines[index - 1];
      const ofMeeting = before !== undefined && line.blanks === 0 && /[,–-]$/.test(before.text) && language.calendar.find(before.text).length > 0;
      if (!ofMeeting && !/^(?:blev|var|kom|gik|forlod|deltog)\b/.test(rest))
        (line.bullet === null ? timed : bulleted).push({ line: index, style: 'cell', number: null, value: 0, rest, time, score: 0 });
    }
  });
  if (isMeetingsOwn(timed, lines, language)) timed.shift();
  if (timed.length < 2 && bulleted.length >= 3) timed = bulleted;
  const inner = innerLists(all, lines);
  const referring = references(
    all.filter((opener) => !inner.has(opener)),
    language,
  );
  if (inner.size + referring.size > 0) all = all.filter((opener) => !inner.has(opener) && !referring.has(opener));
  score(all, lines, language, layout);
  const groups = new Map<Style, Opener[]>();
  for (const opener of all) {
    const there = groups.get(opener.style);
    if (there) there.push(opener);
    else groups.set(opener.style, [opener]);
  }
  const chains = new Map<Style, { chain: Opener[]; total: number }>();
  for (const [style, group] of groups) chains.set(style, bestChain(group));
  const counted = plainStyles
    .map((style) => chains.get(style))
    .filter((chain) => chain !== undefined)
    .sort((a, b) => b.total - a.total)[0];
  if (counted && chains.has('answer') && quotedAnswers(all, counted.chain, language)) chains.delete('answer');

  const strong = (['answer', 'point', 'section'] as const)
    .map((style) => ({ style, ...(chains.get(style) ?? { chain: [], total: 0 }) }))
    .filter(({ chain }) => chain.length > 0)
    .sort((a, b) => b.total - a.total)[0];
  const weakest = (['dot', 'paren', 'colon', 'cell', 'bare', 'space', 'dash', 'depth', 'roman', 'sign'] as const)
    .map((style) => ({ style, ...(chains.get(style) ?? { chain: [], total: 0 }) }))
    .filter(({ chain, total }) => chain.length >= 2 && total > 1.5)
    .sort((a, b) => b.total - a.total);
  const weak = weakest[0];
  // "A. …", "B. …": letters count points only where nothing else does, or where they tell what was listed.
  const lettered = (chains.get('letter')?.chain ?? []).filter((opener, i) => opener.value === i + 1);

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
          (opener.style === 'dot' ||
            opener.style === 'paren' ||
            opener.style === 'cell' ||
            opener.style === 'roman' ||
            // Lettered answers tell a lettered list.
            (opener.style === 'letter' && main.every(({ number }) => /^\p{L}$/u.test(number ?? '') && !/^[IVX]$/.test(number ?? '')))) &&
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
    !timesStandBelow(weak?.chain ?? [], lines, language) &&
    timedOnly.length >= 3 &&
    timedOnly.length >= 0.7 * untimedNumbers &&
    (timedOnly.length > numberedLines.size || numberedLines.size < 0.75 * timed.length);
  if (timedWins) {
    const slots = withUntimed(numberedLines.size > 0 ? timed : timedOnly, lines, language);
    const points = numberedLines.size === 0 ? pointsUnderSlots(slots, weak?.chain ?? []) : [];
    return { mode: 'timed', main: [...slots, ...points, ...labelledUnderSlots(slots, lines)].sort((a, b) => a.line - b.line), list: [] };
  }
  const both = weak && numberedLines.size === 0 ? agendaOfSlot(timedOnly, weak.chain, lines, language) : null;
  if (both) return { mode: 'timed', main: both, list: [] };
  const over = weak ? outlineOver(groups.get(weak.style) ?? [], [lettered, chains.get('roman')?.chain ?? []], lines) : null;
  if (over) return { mode: 'numbered', main: over, list: [] };
  const told = weak && !timedWins ? toldAfter(weak.chain, [...weakest.map(({ chain }) => chain), lettered], lines) : null;
  if (weak && told) return { mode: 'numbered', main: [...told], list: weak.chain };
  const contents = weak ? firstList(all, lines) : [];
  const single = toldOneByOne(contents, all, lines);
  if (single[0]) {
    const { style } = single[0];
    const below = bestChain(all.filter((opener) => opener.style === style && opener.line > (contents.at(-1)?.line ?? 0))).chain;
    // Points that were not on the list come with those that were.
    const more = below.some(({ line }) => line === single[0]?.line) && single.every(({ line }) => below.some((opener) => opener.line === line));
    const known = new Map(single.map((opener) => [opener.line, opener]));
    return { mode: 'numbered', main: more ? below.map((opener) => known.get(opener.line) ?? opener) : single, list: contents };
  }
  for (const { chain } of weak ? weakest : chains.values()) {
    const counted = numberedAgain(chain, all, lines);
    if (counted.length > 0) return { mode: 'numbered', main: counted, list: chain };
  }
  const again = weak ? titlesAgain(weak.chain, lines) : [];
  if (weak && again.length > 0) return { mode: 'numbered', main: again, list: weak.chain };
  if (weak) {
    const parts = segments(weak.chain);
    const main = mainPart(parts, lines);
    const list = parts.filter((part) => part !== main && isCompact(part, lines) && (part[0]?.line ?? 0) < (main[0]?.line ?? 0)).flat();
    // The first point of a list may have lost its number: nothing to do here, headings are looked for later.
    if (list.length === 0 && main[0]) {
      const until = main[0].line;
      const styles: Style[] = ['dot', 'paren', 'cell', 'roman'];
      const before = bestChain(all.filter((opener) => styles.includes(opener.style) && opener.line < until));
      if (before.chain.length >= 3 && before.total > 4 && isCompact(before.chain, lines)) for (const opener of before.chain) list.push(opener);
    }
    const lost = main[0]?.value === 2 ? lostFirst(lines, main[0].line, language) : null;
    return { mode: 'numbered', main: lost ? [lost, ...main] : main, list };
  }
  if (timedOnly.length >= 2) return { mode: 'timed', main: withUntimed(timedOnly, lines, language), list: [] };
  const closing = timesAtEnd(lines, language);
  if (closing.length >= 4 && !weak) return { mode: 'timed', main: closing, list: [] };
  // "1.0 …", "1.1 …", "2.0 …" with no whole numbers over them.
  const decimals = (groups.get('decimal') ?? []).filter((opener, i, those) => opener.value > (those[i - 1]?.value ?? 0));
  if (decimals.length >= 3 && !weak) return { mode: 'numbered', main: decimals, list: [] };
  if (lettered.length >= 3) return { mode: 'numbered', main: lettered, list: [] };
  const underDays = pointsUnderDays(lines, language);
  if (underDays.length >= 3) return { mode: 'timed', main: underDays, list: [] };
  return { mode: 'none', main: [], list: [] };
}

/** "lørdag 4. september 2027" and "kl. 10 - kl. 16" under it, before a timetable that begins within those hours: when the meeting is held. */
function isMeetingsOwn(timed: readonly Opener[], lines: readonly Line[], language: Language): boolean {
  const [first, second] = timed;
  const before = first ? lines[first.line - 1] : undefined;
  if (!first?.time?.end || !second?.time || timed.length < 4 || /[\p{L}\d]/u.test(first.rest) || before === undefined) return false;
  const date = language.calendar.find(before.text)[0];
  const ofDate = date !== undefined && before.text.length < 60 && !/[\p{L}\d]/u.test(before.text.slice(date.to));
  return ofDate && second.line > first.line + 1 && second.time.start >= first.time.start && second.time.start < first.time.end;
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

/** "Velkomst kl. 9.00-9.30": short lines that end in a time. */
function timesAtEnd(lines: readonly Line[], language: Language): Opener[] {
  return lines.flatMap((line, index) => {
    if (line.text.length > 120 || line.row !== null || language.label(line.text, line.cells)) return [];
    const time = language.clock.find(line.text).at(-1);
    if (!time || time.from < 4 || (time.end === null && !time.said) || /[\p{L}\d]/u.test(line.text.slice(time.to))) return [];
    return language.calendar.find(line.text).length > 0
      ? []
      : [{ line: index, style: 'cell' as const, number: null, value: 0, rest: line.text, time: null, score: 0 }];
  });
}
