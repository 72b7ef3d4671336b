import type { Paragraph, PhrasingContent } from 'mdast';
import type { MeetingHead } from '../../meeting/head.ts';
import { paragraph, plain, text, timeText } from './document.ts';
import { whenOf, type DayAndTime } from './when.ts';
import { wordsOf, type Language } from './words.ts';

/** The lines under the title: the body and when it meets, the place, the chair; what is not known is left out. */
export function headLines(head: MeetingHead, title: string, language: Language): Paragraph[] {
  const words = wordsOf(language);
  const body = plain(head.body ?? '');
  const when = whenWords(whenOf(head, language));
  // Where the meeting has no title of its own the body's name stands in the title already.
  const first: PhrasingContent[] = body === '' || title.endsWith(body) ? when : [text(when.length === 0 ? body : `${body}, `), ...when];
  const place = plain(head.location ?? '');
  const chair = plain(head.chair ?? '');
  return [
    ...(first.length === 0 ? [] : [paragraph('head', ...first)]),
    ...(place === '' ? [] : [paragraph('head', text(`${words.place}: ${place}`))]),
    ...(chair === '' ? [] : [paragraph('head', text(`${words.chair}: ${chair}`))]),
  ];
}

/** Days with their times as phrasing: "torsdag den 3. september 2026 kl. 08.30–11.00". */
export function whenWords(days: readonly DayAndTime[]): PhrasingContent[] {
  return days.flatMap(({ day, time }, place) => [
    text(`${place === 0 ? '' : ' – '}${day}${time === '' ? '' : ' '}`),
    ...(time === '' ? [] : [timeText(time)]),
  ]);
}
