// Where the meeting is held.
import type { Block } from '../blocks.ts';
import type { PrintedDate } from '../grammar/date.ts';
import { mendScan, pattern, within } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import { perLanguage, type Language } from '../language.ts';
import type { Field } from './fields.ts';
import type { DateHit } from './meetingDate.ts';
import { maskDates } from './meetingTimes.ts';
import { placeOfHeading, placeTold } from './toldPlace.ts';

const weekdays = perLanguage(({ calendar }) =>
  pattern(`(?<![\\p{L}])(?:${calendar.weekdays.join('|')})(?:\\s+(?:${calendar.the}))?(?![\\p{L}])`, 'giu'),
);

const timeTail = /^[\s,;.:–—-]+|[\s,;:–—-]+$/gu;

/** What is left of a date-and-time line once date, time and their words are gone: often the place. */
function placeOnLine(text: string, date: PrintedDate | null, language: Language): string | null {
  const { lexicon } = language;
  const mended = mendScan(text);
  const ranges = language.clock.find(mended);
  const lastRange = ranges.at(-1);
  const stop = Math.max(date?.to ?? 0, lastRange?.to ?? 0);
  if (stop === 0) return null;
  let after = text.slice(stop).replace(pattern(`^\\s*\\([^)]*(?:${lexicon.calendar.week})[^)]*\\)`), '');
  after = after.replace(timeTail, '');
  after = after
    .replace(pattern(`^(?:(?:${lexicon.words.and})\\s+)?(?:${lexicon.headings.placeLead})\\s*:?\\s+(?=\\S)`), (lead) =>
      pattern(`^(?:${lexicon.headings.placeKept})`).test(lead) || isStreet(after) ? lead : '',
    )
    .replace(timeTail, '');
  after = after.slice(0, language.sentences.firstEnd(after)).replace(/\.$/, '');
  // "… i klubhuset med følgende dagsorden:"
  const lead = /[\s,]+\p{Ll}+\s+\p{Ll}+\s+(\p{Ll}+):?$/u.exec(after);
  if (lead?.[1] && language.holds.agenda.test(lead[1])) after = after.slice(0, lead.index);
  if (
    after.length > 2 &&
    after.length < 110 &&
    /\p{L}{3}/u.test(after) &&
    !language.holds.finiteVerb.test(after.replace(/\([^)]*\)/g, '')) &&
    !language.holds.notTheMeeting.test(after) &&
    !within(lexicon.headings.announces).test(after) &&
    !/^\(/.test(after)
  )
    return after;
  return null;
}

/** "Ved Fjorden 20": the preposition is the street's own. */
const isStreet = (text: string): boolean => /^\p{Lu}\p{Ll}+ \p{Lu}\p{L}+ \d/u.test(text);

/** A line that names a place: rooms, halls, streets, online. */
export function isPlace(text: string, language: Language): boolean {
  return (
    text.length < 110 &&
    language.holds.place.test(text) &&
    !within(language.lexicon.headings.usually).test(text) &&
    !/[.!?]\s+\p{Lu}/u.test(text.replace(/\b\p{L}{1,4}\.\s/gu, '')) &&
    !language.holds.finiteVerb.test(text) &&
    !language.holds.meeting.test(text.replace(pattern(language.lexicon.headings.meetingInPlace, 'giu'), '')) &&
    language.calendar.find(text).length === 0
  );
}

export function readPlace(
  preface: readonly Block[],
  fields: readonly Field[],
  free: readonly Block[],
  hit: DateHit | null,
  language: Language,
  title: string | null,
  body: string | null,
  titleBlock: Block | null,
): { text: string; block: Block } | null {
  const labelled = fields.find((field) => field.key === 'place' && field.values.length > 0);
  if (labelled?.values[0]) {
    const lines = labelled.values.filter(
      ({ text, block }, i) =>
        i === 0 || (block.gap === 0 && text.length < 60 && language.label(text) === null && language.clock.find(text).length === 0),
    );
    const text = lines
      .slice(0, 3)
      .map((entry) => entry.text)
      .join(' ');
    // "Sognegården, kl. 18.30"
    const time = language.clock.find(text).at(-1);
    const before = time && time.said && time.to === text.length ? cutBeforeTime(text.slice(0, time.from), language) : '';
    return { text: unpunctuate(before.length > 2 ? before : text), block: labelled.blocks[0] ?? labelled.values[0].block };
  }
  if (hit) {
    const onLine = placeOnLine(hit.block.text, hit.date, language);
    if (onLine && onLine !== title && onLine !== body) return { text: unpunctuate(onLine), block: hit.block };
  }
  // "Fjordby Skole, lokale 12 tirsdag den 2. december 2027"
  const ahead = hit && hit.date.from > 3 ? unpunctuate(hit.block.text.slice(0, hit.date.from)) : '';
  if (hit && isPlace(ahead, language) && !language.holds.body.test(ahead) && ahead !== title && ahead !== body)
    return { text: ahead, block: hit.block };
  // The date may be printed twice, and the place beside one of them only.
  for (const block of hit ? preface.filter((other) => other !== hit.block && other.text.length < 300) : []) {
    const again = language.calendar.find(mendScan(block.text)).find(({ day, month }) => day === hit?.date.day && month === hit.date.month);
    const onLine = again ? placeOnLine(block.text, again, language) : null;
    if (onLine && onLine !== title && onLine !== body && isPlace(onLine, language)) return { text: unpunctuate(onLine), block };
  }
  const at = hit ? preface.indexOf(hit.block) : -1;
  for (const block of hit ? preface.slice(at + 1, at + 4) : []) {
    const label = language.label(block.text, block.lines[0]?.cells);
    if (label && !['place', 'agenda', 'time', 'date'].includes(label.key)) continue;
    const ranges = language.clock.find(mendScan(block.text));
    if (ranges.length > 0) {
      const first = ranges[0];
      const ahead = first ? maskDates(block.text, language).slice(0, first.from).replace(weekdays(language), ' ') : '';
      const before = language.sentences.first(cutBeforeTime(ahead, language));
      const after = before.length > 3 && /^\p{Lu}/u.test(before) && label === null ? null : placeOnLine(block.text, null, language);
      if (after) return { text: unpunctuate(after), block };
      if (before.length > 3 && before.length < 80 && !language.holds.meeting.test(before)) return { text: unpunctuate(before), block };
      continue;
    }
    if (isPlace(block.text, language)) return { text: unpunctuate(block.text), block };
    const below = preface[preface.indexOf(block) + 1];
    if (
      preface.indexOf(block) === at + 1 &&
      block.gap === 0 &&
      block.text.split(' ').length <= 4 &&
      /^\p{Lu}/u.test(block.text) &&
      below &&
      language.label(below.text, below.lines[0]?.cells) &&
      !language.holds.meeting.test(block.text) &&
      !language.holds.body.test(block.text) &&
      !language.is.documentType(block.text) &&
      !language.people.isName(block.text) &&
      language.calendar.find(block.text).length === 0 &&
      block.text !== title
    )
      return { text: unpunctuate(block.text), block };
    const spoken = pattern(`^(?:${language.lexicon.headings.placeSpoken})\\s+(\\p{Lu}.{3,80})$`, 'u').exec(block.text);
    if (spoken?.[1] && !language.holds.finiteVerb.test(spoken[1])) return { text: unpunctuate(spoken[1]), block };
    const clockless = pattern(`^(.{3,60}?)[.,]\\s*(?:${language.lexicon.clock.said})\\s`).exec(block.text);
    if (clockless?.[1]) return { text: unpunctuate(clockless[1]), block };
  }
  const told = placeOfHeading(hit, titleBlock, preface, language) ?? placeTold(preface, language);
  if (told) return told;
  for (const block of free) {
    if (within(language.lexicon.headings.usually).test(block.text)) continue;
    const opening = block.text.length < 160 && block !== hit?.block ? language.clock.opening(block.text) : null;
    const behind = opening?.end ? placeOnLine(language.sentences.first(block.text), null, language) : null;
    if (behind) return { text: unpunctuate(behind), block };
    const ranges = language.clock.find(block.text);
    const first = ranges[0];
    if (first && first.from > 3 && block.text.length < 90 && block !== hit?.block) {
      const before = cutBeforeTime(block.text.slice(0, first.from), language);
      if (
        before.length > 3 &&
        !language.holds.meeting.test(before) &&
        language.calendar.find(before).length === 0 &&
        !language.holds.finiteVerb.test(before)
      )
        return { text: unpunctuate(before), block };
    }
  }
  const lone = free.find(
    (block) =>
      isPlace(block.text, language) &&
      block.text.split(' ').length <= 10 &&
      !language.is.letterhead(block.text) &&
      block.text !== title &&
      block.text !== body &&
      !language.is.greeting(block.text),
  );
  if (!lone) {
    // "Online (Zoom)" alone on its line heads no list of people.
    const online = fields.find(
      (field) => field.key === 'group' && field.values.length === 0 && field.blocks[0] && isPlace(field.blocks[0].text, language),
    );
    if (online?.blocks[0]) return { text: unpunctuate(online.blocks[0].text), block: online.blocks[0] };
  }
  return lone ? { text: unpunctuate(lone.text), block: lone } : null;
}

function cutBeforeTime(text: string, { lexicon }: Language): string {
  return text
    .replace(pattern(`[\\s,;.–-]*(?:${lexicon.clock.before})?[\\s.:]*$`), '')
    .replace(pattern(`[\\s,;.–-]*(?:${lexicon.clock.from})?\\s*$`), '')
    .trim();
}
