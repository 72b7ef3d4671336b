// Pauses between the points.
import { pattern } from '../grammar/pattern.ts';
import type { Block } from '../blocks.ts';
import type { Language } from '../language.ts';
import type { Openers } from './openers.ts';

/** "Pause   10 min." between numbered points is an item without a number. */
export function looseBreak(block: Block, language: Language, openers: Openers): boolean | null {
  if (openers.mode === 'none' || block.text.length > 90 || block.row) return null;
  const whole = block.text.replace(/^\(|\)$/g, '');
  // "Kl. 10.00-10.15: Pause" stands between numbered points as often as "Pause kl. 10.00".
  const clock = language.clock.opening(whole);
  const text = clock === null ? whole : whole.slice(clock.to).replace(/^[\s:.–—-]+/, '');
  const timed = clock !== null || language.clock.find(text).length > 0 || language.clock.durations(text).length > 0;
  if (!language.opens.break.test(text) || language.opens.notBreak.test(text)) return null;
  if (timed || pattern(`^(?:${language.lexicon.item.plainBreaks})\\.?$`).test(text)) return true;
  return null;
}
