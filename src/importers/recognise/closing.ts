// Where the items end and the closing lines begin.
import type { Block } from '../blocks.ts';
import { pattern } from '../grammar/pattern.ts';
import type { Language } from '../language.ts';
import { sectionHeading } from './sections.ts';
import type { Openers } from './openers.ts';

export function findClosing(blocks: readonly Block[], lastOpener: number, language: Language, openers: Openers, caseForm: boolean): number {
  if (lastOpener < 0) return blocks.length;
  if (caseForm) {
    const over = blocks.findIndex(
      (block, i) =>
        i > lastOpener &&
        ['recommendation', 'attachments', 'decision', 'absent'].includes(
          language.label(block.text, block.lines[0]?.cells)?.key ?? sectionHeading(block.text, language)?.key ?? '',
        ),
    );
    return over < 0 ? blocks.length : over;
  }
  const closes = pattern(`^(?:${language.lexicon.headings.closing})`);
  for (let i = lastOpener + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    // The last point's heading printed once more under itself.
    if (i === lastOpener + 1 && blocks[lastOpener]?.text.endsWith(block.text)) continue;
    if (openers.mode === 'headed' && block.gap === 0 && i === lastOpener + 1) continue;
    const label = language.label(block.text, block.lines[0]?.cells);
    if (label && ['nextMeeting', 'closing', 'practical'].includes(label.key) && (label.marked || label.rest === '')) return i;
    if (language.opens.signOff.test(block.text) && block.text.length < 60) return i;
    if (language.is.appendix(block.text)) return i;
    if (closes.test(block.text)) return i;
    if (label && ['attachments'].includes(label.key) && pattern(language.lexicon.attachments.overview).test(label.label)) return i;
    if (openers.mode === 'timed' && block.gap >= 2 && language.clock.opening(block.text) === null && block.text.length < 40 && i > lastOpener + 1)
      return i;
  }
  return blocks.length;
}
