// The place as a sentence or the heading tells it: "Temamødet holdes hos Fjordby Bibliotek", "Temadag om lys i Havneby den 2. november".
import type { Block } from '../blocks.ts';
import { mendScan, pattern, within } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import { perLanguage, type Language } from '../language.ts';
import type { DateHit } from './meetingDate.ts';
import { isPlace } from './meetingPlace.ts';
import { maskDates } from './meetingTimes.ts';

const patternsOf = perLanguage(({ headings, calendar, clock }) => ({
  held: pattern(`(?:${headings.meeting})[^.!?]{0,60}?(?<![\\p{L}])(?:${headings.held})(?![\\p{L}])(.{0,200})$`),
  at: pattern(
    `^[\\s,]*(?:(?:${calendar.weekdays.join('|')}|${calendar.the}|${clock.said}|${clock.from})\\.?[\\s,]*)*(?:${headings.placeLead})\\s+(\\S.*)$`,
  ),
  before: pattern(
    `(?<![\\p{L}])(?:${headings.placeIn})\\s+(\\p{Lu}\\p{Ll}{2,}(?:\\s\\p{Lu}\\p{Ll}+)?),?\\s+(?:(?:${calendar.weekdays.join('|')}|${calendar.the})\\.?,?\\s+)*$`,
  ),
  onPlace: pattern(`\\s(?:${headings.placeOn})\\s+(\\p{Lu}[^,.:;]{3,60})$`),
  usually: within(headings.usually),
}));

/** "Generalforsamlingen afholdes i klubhuset": where a sentence says that this meeting is held. */
export function placeTold(preface: readonly Block[], language: Language): { text: string; block: Block } | null {
  const p = patternsOf(language);
  for (const block of preface) {
    if (block.text.length > 600) continue;
    for (const sentence of language.sentences.split(block.text)) {
      if (language.holds.notTheMeeting.test(sentence) || p.usually.test(sentence)) continue;
      const tail = p.held.exec(unpunctuate(maskDates(sentence, language)))?.[1];
      if (tail === undefined) continue;
      const named = p.at
        .exec(withoutTimes(tail, language))?.[1]
        ?.split(/ {2,}/)[0]
        ?.split(/,\s+(?=\p{Ll})/u);
      // "Fjordby Skole, lokale 12, hvor …": what goes on in small letters belongs to it while it names a room.
      const rooms = named?.slice(0, 1 + Math.max(0, ...named.map((part, i) => (language.holds.place.test(part) ? i : 0))));
      const text = rooms === undefined ? '' : unpunctuate(rooms.join(', '));
      if (text.length > 3 && text.length < 90 && (/^\p{Lu}/u.test(text) || isPlace(text, language)) && !language.holds.finiteVerb.test(text))
        return { text, block };
    }
  }
  return null;
}

/** The place that the line with the date or the heading names: "(online)", "… i Havneby den 2. november", "… på Fjordby Kulturcenter". */
export function placeOfHeading(
  hit: DateHit | null,
  title: Block | null,
  preface: readonly Block[],
  language: Language,
): { text: string; block: Block } | null {
  const p = patternsOf(language);
  if (hit) {
    const { text } = hit.block;
    const bracket = /\(([^()]{3,60})\)/.exec(text.slice(hit.date.to));
    if (bracket?.[1] && text.length < 200 && isPlace(bracket[1], language)) return { text: unpunctuate(bracket[1]), block: hit.block };
    const town = language.holds.event.test(text) && text.length < 200 ? p.before.exec(text.slice(0, hit.date.from))?.[1] : undefined;
    if (town !== undefined && !language.is.body(town) && !language.holds.body.test(town)) return { text: town, block: hit.block };
  }
  // "Program for stormøde i Fjordby Forsamlingshus den …", wherever the date is printed again: what names a house needs no event.
  for (const block of hit ? preface.filter(({ text }) => text.length < 200) : []) {
    const text = mendScan(block.text);
    const again = language.calendar.find(text).find(({ day, month }) => day === hit?.date.day && month === hit.date.month);
    const house = again ? p.before.exec(text.slice(0, again.from))?.[1] : undefined;
    if (house !== undefined && isPlace(house, language) && !language.holds.body.test(house)) return { text: house, block };
  }
  const on = title ? p.onPlace.exec(unpunctuate(title.text))?.[1] : undefined;
  return title && on !== undefined && isPlace(on, language) ? { text: on, block: title } : null;
}

function withoutTimes(text: string, language: Language): string {
  let masked = text;
  for (const { from, to } of language.clock.find(text)) masked = masked.slice(0, from) + ' '.repeat(to - from) + masked.slice(to);
  return masked;
}
