// When the meeting begins and ends, as the lines around the items say it.
import type { Block } from '../blocks.ts';
import { mendScan, within } from '../grammar/pattern.ts';
import type { Language } from '../language.ts';

/** Dates blanked out, so that "09. 11 2021" is not read as a time. */
export function maskDates(text: string, language: Language): string {
  let masked = text;
  for (const { from, to } of language.calendar.each(mendScan(text))) masked = masked.slice(0, from) + ' '.repeat(to - from) + masked.slice(to);
  return masked;
}

export function nextTo(blocks: readonly Block[], block: Block): Block[] {
  const at = blocks.indexOf(block);
  return blocks.slice(at + 1, at + 3).filter((other) => other.text.length < 120);
}

/** "Vi begynder kl. 9 og slutter senest kl. 14.30", "Mødet afsluttedes ca. 19:00". */
export function statedTimes(blocks: readonly Block[], language: Language): { start: string | null; end: string | null } {
  let start: string | null = null;
  let end: string | null = null;
  for (const block of blocks) {
    if (block.text.length > 400) continue;
    const text = mendScan(block.text);
    for (const range of language.clock.find(text)) {
      const ahead = text.slice(Math.max(0, range.from - 45), range.from);
      if (within(language.lexicon.words.next).test(text.slice(0, range.from))) continue;
      const ending = language.holds.ends.test(ahead);
      const beginning = language.holds.begins.test(ahead);
      if (ending && !language.holds.begins.test(ahead.slice(ahead.search(language.holds.ends)))) end ??= range.start;
      else if (beginning) start ??= range.start;
    }
  }
  return { start, end };
}
