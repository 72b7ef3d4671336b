// The items' region cut into segments: one for each item, with its group, day and block.
import { pattern } from '../grammar/pattern.ts';
import type { Block } from '../blocks.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import type { Language } from '../language.ts';
import type { SourceText } from '../paper.ts';
import { looseBreak } from './breaks.ts';
import { dayHeadings, loneDay } from './days.ts';
import { type Group, readGroup } from './groups.ts';
import type { Opener, Openers } from './openers.ts';
import { isTimeAlone, timesStandAbove } from './slotTimes.ts';

/** What each block is for: an item's heading, a group or day heading, or plain. */
export interface Segment {
  opener: Opener | null;
  /** "Kl. 9.00-9.20" on a line of its own above the numbered heading. */
  lead?: Block;
  heading: Block[];
  body: Block[];
  group: Group | null;
  day: number | null;
  block: string | null;
}

export function segmentsOf(
  region: readonly Block[],
  blockOpener: ReadonlyMap<Block, Opener>,
  main: ReadonlySet<Opener>,
  openers: Openers,
  language: Language,
  head: readonly Block[],
  headings: SourceText[],
): Segment[] {
  const segments: Segment[] = [];
  const days = openers.mode === 'timed' ? dayHeadings(region, language) : new Set<Block>();
  const timesAbove = timesStandAbove(region, (entry) => main.has(blockOpener.get(entry) as Opener), language);
  const dayWord = language.lexicon.calendar.day;
  let group: Group | null = null;
  let day: number | null = null;
  let block: string | null = null;
  let pending: string | null = null;
  let lastDate: string | null = null;
  const dayIn = head
    .map((entry) => (entry.text.length < 60 ? pattern(`(?:^|\\s)(?:${dayWord})\\s*(\\d)(?:\\s|$)`).exec(entry.text)?.[1] : undefined))
    .filter((found) => found !== undefined);
  if (openers.mode === 'timed' && dayIn.length > 0) day = Number(dayIn.at(-1));
  let current: Segment | null = null;
  let waiting: Block | null = null;
  const push = (segment: Segment) => {
    segments.push(segment);
    current = segment;
    if (group?.once) group = null;
  };
  const keep = (entry: Block) => headings.push({ line: entry.lines[0]?.number ?? 0, text: entry.text });
  for (let at = 0; at < region.length; at++) {
    const entry = region[at];
    if (!entry) break;
    const opener = blockOpener.get(entry);
    if (opener && main.has(opener)) {
      const holder = current as Segment | null;
      const over = holder?.body.at(-1) ?? waiting;
      const lead = over && timesAbove && over === region[at - 1] && opener.number !== null && isTimeAlone(over, language) ? over : null;
      if (lead && holder?.body.at(-1) === lead) holder.body.pop();
      // "13.30 – 16.45" alone right over "3. Regnskab": the slot is the point's.
      const slot =
        (opener.number !== null || opener.rest.endsWith(':')) && !opener.under && holder !== null && holder === segments.at(-1)
          ? timeOver(holder, language)
          : null;
      if (slot) {
        segments.pop();
        push({ opener, lead: slot, heading: [entry], body: [], group, day, block });
        continue;
      }
      push({ opener, ...(lead ? { lead } : {}), heading: [entry], body: [], group, day, block });
      waiting = null;
      continue;
    }
    if (segments.length === 0 && openers.mode === 'numbered' && isTimeAlone(entry, language)) {
      waiting = entry;
      continue;
    }
    if (days.has(entry)) {
      const date = language.calendar.find(entry.text)[0];
      const key = date ? `${date.month}-${date.day}` : (loneDay(entry.text, language) ?? entry.text);
      const said = pattern(`(?:${dayWord})\\s*(\\d)`).exec(entry.text)?.[1] ?? pattern(`^(\\d)\\. (?:${dayWord})`).exec(entry.text)?.[1];
      if (said) day = Number(said);
      else if (key !== lastDate) day = (day ?? 0) + 1;
      lastDate = key;
      keep(entry);
      block = null;
      current = null;
      continue;
    }
    if (openers.mode === 'timed' && language.opens.block.test(entry.text) && entry.text.length < 160) {
      block = unpunctuate(entry.text);
      keep(entry);
      pending = /:$/.test(entry.text) ? entry.text : null;
      current = null;
      continue;
    }
    if (pending !== null && current === null && entry.text.length < 160 && language.clock.opening(entry.text) === null && !/:$/.test(entry.text)) {
      block = unpunctuate(`${pending} ${entry.text}`);
      keep(entry);
      pending = null;
      continue;
    }
    if (pending === null && block !== null && current === null && (/^[–-]/.test(entry.text) || entry.bullet === '–') && entry.gap === 0) {
      block = `${block} ${entry.bullet ?? ''} ${entry.text}`.replace(/\s+/g, ' ');
      keep(entry);
      continue;
    }
    const follows = region[at + 1];
    const heads = follows !== undefined && (main.has(blockOpener.get(follows) as Opener) || readGroup(follows.text, language) !== null);
    const found = !heads
      ? null
      : entry.gap > 0 || current === null || entry.depth > 0 || /^[\p{Lu}\s]+$/u.test(entry.text)
        ? readGroup(entry.text, language)
        : null;
    if (found) {
      group = found;
      keep(entry);
      current = null;
      continue;
    }
    const untitled =
      current !== null &&
      (current as Segment).body.length === 0 &&
      (current as Segment).opener !== null &&
      !/\p{L}{3}/u.test((current as Segment).opener?.rest ?? '');
    if (!untitled && looseBreak(entry, language, openers)) {
      push({ opener: null, heading: [entry], body: [], group: null, day, block });
      current = segments.at(-1) ?? null;
      continue;
    }
    if (current !== null) (current as Segment).body.push(entry);
    else if (openers.mode === 'timed' && day !== null && segments.length + 1 > 0) {
      // "Morgenmad og udtjekning kl. 7.00-8.15": the time at the end, before the first slot of a day.
      const range = language.clock.find(entry.text).at(-1);
      if (range && range.to >= entry.text.length - 1 && entry.text.length < 120)
        push({ opener: null, heading: [entry], body: [], group, day, block });
      else if (segments.length > 0) segments.at(-1)?.body.push(entry);
      else keep(entry);
    } else if (segments.length > 0) segments.at(-1)?.body.push(entry);
    else keep(entry);
  }
  return segments;
}

/** The block of a segment that is nothing but a time, or null. */
function timeOver(segment: Segment | null, language: Language): Block | null {
  const [only] = segment?.heading ?? [];
  return segment?.opener?.time && segment.body.length === 0 && segment.heading.length === 1 && only && isTimeAlone(only, language) ? only : null;
}
