import type { Paragraph, PhrasingContent } from 'mdast';
import { saysOnlyClosed } from '../../meeting/shownTitle.ts';
import { paragraph, plain, text, timeText, type ItemData } from './document.ts';
import { wordsOf, type Language } from './words.ts';

/** What a reader is shown as an item's title: its own words, the standard words of a closed one, or what stands for none. */
export function shownTitle(own: string | null, closed: boolean, none: string, language: Language): string {
  const title = plain(own ?? '');
  if (title !== '' && !(closed && saysOnlyClosed(title))) return title;
  return closed ? wordsOf(language).closedItem : none;
}

/** Number and title: "4" is printed "4.", while "5.a" and "IV" stand as they are. */
export function numbered({ number, title }: Pick<ItemData, 'number' | 'title'>): string {
  const printed = plain(number ?? '');
  if (printed === '') return title;
  return `${printed}${/^\d+$/.test(printed) ? '.' : ''} ${title}`;
}

/** The paragraph an item begins with: its time, its title, and what is said in parentheses behind it. */
export function itemLine(time: string, title: PhrasingContent, notes: readonly string[]): Paragraph {
  const said = notes.filter((note) => note !== '');
  return paragraph(
    'line',
    ...(time === '' ? [] : [timeText(time), { ...text(' '), data: { part: 'gap' as const } }]),
    title,
    ...(said.length === 0 ? [] : [text(` (${said.join(', ')})`)]),
  );
}
