import type { Heading, List, ListItem } from 'mdast';
import type { Branch, Chapter } from '../../meeting/chapters.ts';
import { heading, list, plain } from './document.ts';
import { wordsOf, type Language } from './words.ts';

/** The items under the headings of their days and blocks. Blocks stand a level below days, where there are any. */
export function chapterNodes<Line>(
  chapters: readonly Chapter<Line>[],
  language: Language,
  itemNode: (branch: Branch<Line>) => ListItem,
): (Heading | List)[] {
  const blockDepth = chapters.some((chapter) => chapter.newDay) ? 3 : 2;
  return chapters.flatMap(({ day, block, newDay, branches }) => {
    const name = plain(block ?? '');
    return [
      ...(newDay && day !== null ? [heading(2, 'day', wordsOf(language).day(day))] : []),
      ...(name === '' ? [] : [heading(blockDepth, 'block', name)]),
      list('items', branches.map(itemNode)),
    ];
  });
}
