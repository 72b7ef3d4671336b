import { paperWordsOf } from '../document/paperWords.ts';
import type { PaperItem } from './paper.ts';

/** What became of an item: the word for it, and the decision in full. */
export function decidedBy(item: PaperItem, language: 'da' | 'en'): { readonly outcome: string | null; readonly text: string | null } {
  const words = paperWordsOf(language);
  const full = item.sections
    .filter(({ role, text }) => role === 'decision' && text.trim() !== '')
    .map(({ text }) => text.trim())
    .join('\n\n');
  const text = full === '' ? item.decision : full;
  if (item.notTreated) return { outcome: words.notTreated, text };
  return { outcome: item.outcome === null ? null : words.outcomes[item.outcome], text };
}
