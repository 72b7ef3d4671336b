// Sub-items: lettered or numbered headings inside a point, tracks and talks inside a programme's slot.
import type { Block } from '../blocks.ts';
import { pattern } from '../grammar/pattern.ts';
import { readPresenters } from '../grammar/presenters.ts';
import type { Language } from '../language.ts';
import { personLine } from './presenterLines.ts';
import { subjectLines } from './subjectLines.ts';

export interface ChildBlocks {
  number: string | null;
  heading: string;
  block: Block;
  body: Block[];
}

const lettered = /^([\p{Ll}A-H])\s?([).:])\s+(\S.*)$/u;
const decimal = /^(\d{1,3})\.(\d{1,2})\.?\)?\s+(\p{Lu}.*)$/u;

/** "3a. Tidsplan", "5.a Tidsplan" under point 3 or 5. */
const numberAndLetter = /^((\d{1,3})\.?\s?[a-z])\s?[.):]?\s+(\p{Lu}.*)$/u;

const notHere = new Set(['recommendation', 'attachments', 'history', 'preparation']);

/** Splits sub-items off the blocks under a point. */
export function splitChildren(
  parent: string | null,
  blocks: readonly Block[],
  language: Language,
  timed: boolean,
  indent: number | null = null,
): { body: Block[]; children: ChildBlocks[] } {
  const marks: { at: number; number: string; heading: string }[] = [];
  // Letters count the points: numbers further in, with headings behind them, are theirs.
  const underLetter = parent !== null && /^\p{Lu}$/u.test(parent);
  const nested = underLetter
    ? nestedNumbers(blocks, 0, language, /^\p{Lu}.{2,100}[^.;,:]$/u)
    : indent === null
      ? []
      : nestedNumbers(blocks, indent, language);
  if (nested.length >= 2) {
    const first = nested[0]?.at ?? 0;
    return {
      body: blocks.slice(0, first),
      children: nested.map((mark, i) => ({
        number: mark.number,
        heading: mark.heading,
        block: blocks[mark.at] as Block,
        body: blocks.slice(mark.at + 1, nested[i + 1]?.at ?? blocks.length),
      })),
    };
  }
  let context: string | null = null;
  let expected: string | null = null;
  blocks.forEach((block, at) => {
    const label = language.label(block.text, block.lines[0]?.cells);
    const track = block.row ? null : language.opens.tracks.exec(block.text);
    if (track?.[1] && (timed || block.text.length < 120)) {
      marks.push({ at, number: track[1], heading: block.text.slice(track[0].length).trim() });
      return;
    }
    const sub = decimal.exec(block.text);
    if (sub?.[1] && sub[2] && sub[3] && (parent === null || Number.parseInt(parent, 10) === Number(sub[1])) && sub[3].length < 140) {
      marks.push({ at, number: `${sub[1]}.${sub[2]}`, heading: sub[3] });
      context = null;
      return;
    }
    const both = numberAndLetter.exec(block.text);
    if (both?.[1] && both[2] && both[3] && parent !== null && Number.parseInt(parent, 10) === Number(both[2]) && both[3].length < 140) {
      marks.push({ at, number: both[1], heading: both[3] });
      context = null;
      return;
    }
    const letter = lettered.exec(block.text);
    if (letter?.[1] && letter[3] && block.bullet === null) {
      const lower = letter[1].toLowerCase();
      const opens = lower === 'a' && !/^\p{Ll}/u.test(letter[3].slice(0, 1)) ? true : lower === 'a';
      const heading = letter[3];
      const fits =
        (expected === null
          ? opens
          : lower === expected || lower === 'a' || lower === String.fromCharCode((expected.codePointAt(0) ?? 0) - 1) || lower > expected) &&
        (heading.length <= 130 || /^\p{Lu}[^:.!?;]{1,60}:\s/u.test(heading));
      const inList = context !== null && notHere.has(context);
      if (fits && !inList && !pattern(`^(?:${language.lexicon.words.that})\\b`).test(heading)) {
        marks.push({ at, number: letter[1], heading });
        expected = String.fromCharCode((lower.codePointAt(0) ?? 96) + 1);
        return;
      }
    }
    if (label) context = label.key;
  });
  // A lone letter is a list point, unless it is a decimal number or a track.
  const letters = marks.filter(({ number }) => /^\p{L}$/u.test(number) && !/^[A-Z]$/.test(number));
  const distinct = new Set(letters.map(({ number }) => number.toLowerCase())).size;
  const kept =
    letters.length > 0 && distinct < 2 && !(letters.length > 1 && letters.every(({ heading }) => heading.length < 60))
      ? marks.filter((mark) => !letters.includes(mark))
      : marks;
  const first = kept[0]?.at;
  if (first === undefined) {
    const subjects = timed ? [] : subjectLines(blocks, language);
    const from = subjects[0]?.at;
    if (from === undefined) return { body: [...blocks], children: [] };
    return {
      body: blocks.slice(0, from),
      children: subjects.map(({ at, heading, text }, i) => {
        const block = blocks[at] as Block;
        const body = blocks.slice(at + 1, subjects[i + 1]?.at ?? blocks.length);
        return { number: null, heading, block, body: text === '' ? body : [{ ...block, text, cells: [text], gap: 0 }, ...body] };
      }),
    };
  }
  const children: ChildBlocks[] = kept.map((mark, i) => {
    const next = kept[i + 1]?.at ?? blocks.length;
    const block = blocks[mark.at] as Block;
    return { number: mark.number, heading: mark.heading, block, body: blocks.slice(mark.at + 1, next) };
  });
  // What covers the whole point (its decision, its attachments) does not belong to the last sub-item.
  const last = children.at(-1);
  const rest: Block[] = [];
  if (last) {
    const back = last.body.findIndex((block) => block.gap > 0 && belongsToPoint(block, language));
    if (back >= 0) {
      rest.push(...last.body.slice(back));
      last.body = last.body.slice(0, back);
    }
  }
  return { body: [...blocks.slice(0, first), ...rest], children };
}

/** "1. …", "2. …" printed further in than the listed point they stand under. */
function nestedNumbers(
  blocks: readonly Block[],
  indent: number,
  language: Language,
  heading = /^/u,
): { at: number; number: string; heading: string }[] {
  const found: { at: number; number: string; heading: string }[] = [];
  blocks.forEach((block, at) => {
    const hit = /^(\d{1,2})[.)]\s+(\S.*)$/u.exec(block.text);
    if (!hit?.[1] || !hit[2] || block.indent <= indent || Number(hit[1]) !== found.length + 1 || hit[2].length >= 400) return;
    // One letter further in is little: then it must look like a heading too.
    const near = block.indent === indent + 1;
    if (heading.test(hit[2]) && !(near && (/[.;,:]$/.test(hit[2]) || language.holds.finiteVerb.test(hit[2]))))
      found.push({ at, number: hit[1], heading: hit[2] });
  });
  return found;
}

function belongsToPoint(block: Block, language: Language): boolean {
  const key = language.label(block.text, block.lines[0]?.cells)?.key;
  if (key === 'attachments' || key === 'recommendation' || key === 'absent') return true;
  return (key === 'decision' && block.text.length < 20) || pattern(`^(?:${language.lexicon.headings.decisionOf})\\s`).test(block.text);
}

/** Talks under a slot that has no presenter of its own: two or more lines that name who speaks. */
export function readSlotChildren(blocks: readonly Block[], language: Language): { body: Block[]; children: ChildBlocks[] } | null {
  const talks: { at: number; until: number; heading: string }[] = [];
  const { words, item } = language.lexicon;
  const mark = item.presenterMark;
  const byAtEnd = pattern(`\\b(?:${words.by})\\s*:$`);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block || block.row) continue;
    const { text } = block;
    const next = blocks[i + 1];
    if (/["“”»].{6,}["“”«]\s*$/u.test(text) && speakerBefore(text, language)) talks.push({ at: i, until: i + 1, heading: text });
    else if (next && /^["“”»].{6,}["“”«]\s*$/u.test(next.text) && (personLine(text, language) !== null || speakerBefore(`${text} "`, language))) {
      talks.push({ at: i, until: i + 2, heading: `${text} ${next.text}` });
      i++;
    } else if (byAtEnd.test(text) && next) {
      let until = i + 1;
      while (until < blocks.length && personLine(blocks[until]?.text ?? '', language) !== null) until++;
      const names = blocks
        .slice(i + 1, until)
        .map((line) => personLine(line.text, language))
        .filter((name) => name !== null);
      if (names.length > 0) {
        talks.push({ at: i, until, heading: `${text.replace(byAtEnd, '').trimEnd()} ${mark} ${names.join(', ')}` });
        i = until - 1;
      }
    } else {
      const dash = /^(.{3,90}?)\s+[-–]\s+(\p{Lu}[^,]{3,40})(?:,.*)?$/u.exec(text);
      if (dash?.[1] && dash[2] && language.people.isName(dash[2].trim())) {
        talks.push({ at: i, until: i + 1, heading: `${dash[1]} ${mark} ${dash[2].trim()}` });
        continue;
      }
      const given = pattern(`^(.{3,80}?)\\s+(?:(?:${words.by})\\s+|(?:${item.byShort})\\s*)(.+)$`).exec(text);
      if (given?.[1] && given[2] && !/[.!?]\s/.test(given[1]) && readPresenters(given[2], language, new Set(), false))
        talks.push({ at: i, until: i + 1, heading: text });
    }
  }
  if (talks.length < 2) return null;
  const inTalk = new Set<number>();
  for (const talk of talks) for (let i = talk.at; i < talk.until; i++) inTalk.add(i);
  return {
    body: blocks.filter((_, i) => !inTalk.has(i) && i < (talks[0]?.at ?? 0)),
    children: talks.map((talk, i) => {
      const next = talks[i + 1]?.at ?? blocks.length;
      return {
        number: null,
        heading: talk.heading,
        block: joinBlocks(blocks.slice(talk.at, talk.until)),
        body: blocks.slice(talk.until, next).filter((_, k) => !inTalk.has(talk.until + k)),
      };
    }),
  };
}

function speakerBefore(text: string, language: Language): boolean {
  const speaker = text.split(/["“”»]/u)[0]?.replace(/[\s:,–-]+$/u, '') ?? '';
  return speaker.length > 2 && (readPresenters(speaker, language, new Set(), false)?.length ?? 0) > 0;
}

function joinBlocks(blocks: readonly Block[]): Block {
  const first = blocks[0] as Block;
  return { ...first, text: blocks.map((block) => block.text).join('\n'), lines: blocks.flatMap((block) => block.lines) };
}
