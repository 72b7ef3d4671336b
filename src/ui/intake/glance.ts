import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Section } from '../../meeting/agenda.ts';

/** More than a line in review shows, however wide it is. */
const ENOUGH = 400;
const reader = unified().use(remarkParse);

/**
 * The beginning of an item's text as plain words: "Formål: At finde de fem største usikkerheder". `headingOf` names a
 * part, or answers null for text without a heading. Empty where the item has no text.
 */
export function textAtAGlance(sections: readonly Section[], headingOf: (section: Section) => string | null): string {
  let glance = '';
  for (const section of sections) {
    if (glance.length >= ENOUGH) break;
    const words = wordsOf(reader.parse(section.text.slice(0, ENOUGH)).children);
    if (words === '') continue;
    const heading = headingOf(section)?.replace(/\s*:$/u, '');
    glance += `${glance === '' ? '' : ' '}${heading ? `${heading}: ` : ''}${words}`;
  }
  return glance.slice(0, ENOUGH);
}

/** Lists hold paragraphs, which `toString` alone would glue together. */
function wordsOf(blocks: readonly RootContent[]): string {
  return blocks
    .map((block) => (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote' ? wordsOf(block.children) : toString(block)))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
