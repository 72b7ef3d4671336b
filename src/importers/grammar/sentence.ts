// Where a sentence ends: at . ! ? before a capital or the line's end, not after abbreviations, initials or ordinals.
import type { Lexicon } from '../lexicon/lexicon.ts';

export interface Sentences {
  /** End offset of the first sentence (after its sign), or the text's length. */
  firstEnd(text: string): number;
  first(text: string): string;
  split(text: string): string[];
}

/** Takes the closing punctuation off a title, decision, recommendation or purpose. */
export function unpunctuate(text: string): string {
  return text.replace(/[\s.:;,]+$/u, '').trim();
}

/** Compiles the sentence reader for one language. */
export function makeSentences(lexicon: Lexicon): Sentences {
  const abbreviation = new RegExp(`(?:^|[\\s(.,/-])(?:${lexicon.words.abbreviations})\\.$`, 'iu');
  const unit = new RegExp(`(?:^|[\\s\\d(.,])(?:${lexicon.words.units})\\.$`, 'iu');
  const next = /[.!?]["”’»)]*(?=\s|$)/gu;
  const firstEnd = (text: string): number => {
    next.lastIndex = 0;
    for (let match = next.exec(text); match !== null; match = next.exec(text)) {
      const at = match.index + match[0].length;
      const after = text.slice(at, at + 40).trimStart();
      if (after === '') return at;
      if (!/^["“”»«'(]?[\p{Lu}\d•]/u.test(after) && !/^["“”»«'(]?\p{Lu}/u.test(after)) continue;
      if (/^\d/.test(after) && match[0].startsWith('.') && !/^\d+[.)]\s/.test(after)) {
        // "pkt. 3" and "d. 22": digits open a sentence only when the word before is a real word.
        const word = /(\p{L}+)\.$/u.exec(text.slice(Math.max(0, at - 20), at))?.[1] ?? '';
        if (word.length < 4) continue;
      }
      if (match[0].startsWith('.')) {
        const before = text.slice(Math.max(0, match.index - 14), match.index + 1);
        if (abbreviation.test(before) && !(unit.test(before) && /^\p{Lu}/u.test(after))) continue;
        if (/(?:^|[\s(])\p{Lu}\.$/u.test(before)) continue;
        // "27. juni" has no capital, but "7. Udvalg" and "3. Maj" must not end here either.
        if (
          /(?:^|[\s(.–-])\d{1,2}\.$/.test(before) &&
          !/\d{4}\.$/.test(before) &&
          !/(?:\p{Ll}{3}|[,:(§])\s+\d{1,2}\.$/u.test(text.slice(Math.max(0, match.index - 20), match.index + 1))
        )
          continue;
      }
      return at;
    }
    return text.length;
  };
  return {
    firstEnd,
    first: (text) => text.slice(0, firstEnd(text)).trim(),
    split(text) {
      const parts: string[] = [];
      let rest = text;
      while (rest.trim() !== '') {
        const end = firstEnd(rest);
        parts.push(rest.slice(0, end).trim());
        rest = rest.slice(end);
      }
      return parts.filter((part) => part !== '');
    },
  };
}
