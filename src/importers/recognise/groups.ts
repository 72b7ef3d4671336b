// Headings over several points ("BESLUTNINGSPUNKTER", "LUKKEDE PUNKTER") and what they say of the points under them.
import { pattern, whole } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import type { Language } from '../language.ts';
import type { ItemType } from '../paper.ts';

export interface Group {
  type: ItemType | null;
  fixed: boolean;
  closed: boolean;
  /** "LUKKET PUNKT" covers the next point only. */
  once: boolean;
}

/** "BESLUTNINGSPUNKTER", "LUKKEDE PUNKTER", "FASTE PUNKTER": a heading over several points. */
export function readGroup(text: string, language: Language): Group | null {
  const plain = unpunctuate(text.replace(/^[\p{Lu}\d]{1,3}[.)]\s+/u, '').replace(/\s*\([^()]*\)\s*$/, ''));
  if (plain.length > 60 || plain.length < 4) return null;
  const { is } = language;
  const { item } = language.lexicon;
  const singular = pattern(`(?:${item.groupSingle})$`).test(plain);
  if (is.groupClosed(plain) && !whole(item.groupClosedAlone).test(plain)) return { type: null, fixed: false, closed: true, once: singular };
  if (is.groupOpen(plain) && pattern(item.groupOpenWords).test(plain)) return { type: null, fixed: false, closed: false, once: false };
  if (is.groupFixed(plain)) return { type: null, fixed: true, closed: false, once: false };
  if (is.groupOther(plain)) return { type: null, fixed: false, closed: false, once: false };
  for (const { type, group } of item.types) {
    if (pattern(`^(?:${group})$`).test(plain) && (pattern(item.groupTypedWords).test(plain) || /^\p{Lu}{6,}$/u.test(plain)))
      return { type, fixed: false, closed: false, once: false };
  }
  return null;
}
