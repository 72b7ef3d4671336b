// What in a paper can only have been written after the meeting.
import type { Block } from '../blocks.ts';
import type { Language } from '../language.ts';
import { statesOutcome } from './outcome.ts';
import { sectionHeading } from './sections.ts';

const longestBare = 60;
const mostWords = 4;

const attendance = new Set(['present', 'absent', 'noShow']);

/**
 * How many points (what stands before the first counts as one) show an outcome: a decision heading with a text that says something, or "Udsættes",
 * "Godkendt." as a paragraph of its own.
 */
export function pointsWithOutcome(blocks: readonly Block[], opens: (block: Block) => boolean, language: Language): number {
  const plain = (block: Block | undefined): block is Block => {
    if (block === undefined || opens(block) || language.is.none(block.text) || sectionHeading(block.text, language) !== null) return false;
    const label = language.label(block.text, block.lines[0]?.cells);
    // "Godkendt" alone is no date of approval.
    return label === null || (label.key === 'mailSent' && label.rest === '' && !label.marked);
  };
  const found = new Set<number>();
  let point = 0;
  blocks.forEach((block, i) => {
    if (opens(block)) point++;
    const label = language.label(block.text, block.lines[0]?.cells);
    if (label?.rest === '' && (label.key === 'decision' || label.key === 'minutes')) {
      // Who was not there for the point may stand first.
      const first = blocks.slice(i + 1, i + 4).find((next) => !attendance.has(language.label(next.text, next.lines[0]?.cells)?.key ?? ''));
      if (plain(first) && (label.key === 'decision' || statesOutcome(language.sentences.first(first.text), language))) found.add(point);
      return;
    }
    const short = block.bullet === null && block.row === null && block.text.length <= longestBare && block.text.split(' ').length <= mostWords;
    if (short && plain(block) && statesOutcome(block.text, language)) found.add(point);
  });
  return found.size;
}
