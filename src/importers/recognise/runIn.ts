// Headings that run into their text: "3) Regnskab: Kassereren gennemgik regnskabet."
import type { Block } from '../blocks.ts';
import type { Language } from '../language.ts';

const shape = /^(\p{Lu}[^:.!?;]{2,80}?)(?::|\s+[–—-])\s+(\p{Lu}.*)$/su;

const mostWords = 9;

/** A short heading and the text that follows it on the line, or null. `heading` is said without a verb, the text is a sentence. */
export function splitRunIn(text: string, language: Language): { heading: string; text: string } | null {
  const hit = shape.exec(text.slice(0, 2_000));
  const heading = hit?.[1]?.trim();
  const rest = hit?.[2];
  if (!heading || !rest || heading.split(' ').length > mostWords || language.holds.finiteVerb.test(heading)) return null;
  if (language.people.isName(heading) || language.opens.tracks.test(text) || language.opens.block.test(text)) return null;
  const sentence = language.sentences.first(rest);
  if (/\?$/.test(sentence)) return null;
  const told = language.holds.finiteVerb.test(sentence) ? /[.!:]$/.test(sentence) || rest.length > 60 : /[.!]$/.test(sentence);
  return told ? { heading, text: text.slice(text.length - rest.length - Math.max(0, text.length - 2_000)) } : null;
}

/** Whether this paper's headings run into their text: two and more of them, and a good part of all. */
export function runsIn(headings: readonly Block[], textOf: (block: Block) => string, language: Language): boolean {
  const found = headings.filter((block) => {
    const split = splitRunIn(textOf(block), language);
    return split !== null && language.holds.finiteVerb.test(language.sentences.first(split.text));
  });
  return found.length >= 2 && found.length >= headings.length * 0.3;
}
