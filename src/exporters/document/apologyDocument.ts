import type { BlockContent, List, Paragraph } from 'mdast';
import { printClock, type ClockTime } from '../../meeting/clock.ts';
import type { Audience, Excused, ExcusedItem, ExcusedScope } from '../../meeting/edition.ts';
import type { MeetingHead } from '../../meeting/head.ts';
import { documentOf, heading, list, listItem, paragraph, plain, text, type Document } from './document.ts';
import { headLines } from './head.ts';
import { shownTitle } from './itemLine.ts';
import { wordsOf, type Language } from './words.ts';

export interface ApologySource {
  readonly head: MeetingHead;
  /** As one audience may read them: the items they name are named so already. */
  readonly excused: readonly Excused[];
  readonly audience: Audience;
  readonly language: Language;
}

/** The list of those who sent an apology. It has no reasons: there are none (health data). */
export function apologyDocument({ head, excused, audience, language }: ApologySource): Document {
  const words = wordsOf(language);
  const own = plain(head.title);
  const title = own === '' ? words.apologies : `${words.apologies}: ${own}`;
  return documentOf({ kind: 'apologies', audience, language, title, head, published: null }, [
    heading(1, 'title', title),
    ...headLines(head, title, language),
    excusedNode(excused, language),
  ]);
}

/** The people, or the word that there are none: an empty list is no answer. */
export function excusedNode(excused: readonly Excused[], language: Language): List | Paragraph {
  if (excused.length === 0) return paragraph('foot', text(wordsOf(language).noApologies));
  return list(
    'people',
    excused.map((person) => listItem({ excused: person }, personLine(person, language))),
  );
}

function personLine({ name, scope, substitute, onTheDay }: Excused, language: Language): BlockContent {
  const words = wordsOf(language);
  const more = [
    scopeWords(scope, language),
    onTheDay ? words.onTheDay : '',
    plain(substitute ?? '') === '' ? '' : words.instead(plain(substitute ?? '')),
  ].filter((part) => part !== '');
  return { type: 'paragraph', children: [text(`${plain(name)}${more.length === 0 ? '' : ` (${more.join('; ')})`}`)] };
}

/** "til punkt 3, punkt 4"; "kommer kl. 10.00, går efter punkt 4"; '' for the whole meeting. */
export function scopeWords(scope: ExcusedScope, language: Language): string {
  const words = wordsOf(language);
  if (scope.kind === 'meeting') return '';
  if (scope.kind === 'items') return words.partly(scope.items.map((item) => itemName(item, language)).join(', '));
  const { arrives, leaves } = scope;
  return [
    arrives === null
      ? ''
      : 'clock' in arrives
        ? words.arrivesAt(clockOf(arrives.clock, language))
        : words.arrivesTo(itemName(arrives.item, language)),
    leaves === null ? '' : 'clock' in leaves ? words.leavesAt(clockOf(leaves.clock, language)) : words.leavesAfter(itemName(leaves.item, language)),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const clockOf = (time: ClockTime, language: Language): string => (language === 'da' ? printClock(time) : time);

/** An item in a sentence: by its number, else by its title. */
export function itemName({ number, title, openness }: ExcusedItem, language: Language): string {
  const printed = plain(number ?? '');
  const words = wordsOf(language);
  return printed === '' ? shownTitle(title, openness === 'closed', '?', language) : words.item(printed);
}
