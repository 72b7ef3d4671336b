// Headings that run into their text: "3) Regnskab: Kassereren gennemgik regnskabet."
import type { Block } from '../blocks.ts';
import type { Language } from '../language.ts';
import { statesOutcome } from './outcome.ts';

const shape = /^(\p{Lu}[^:!?;]{2,80}?)(?::|\s+[–—-])\s+([\p{Lu}].*)$/su;

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
  const said = statesOutcome(sentence, language) && sentence.length < 60 && sentence.length === rest.trim().length;
  const told = said || (language.holds.finiteVerb.test(sentence) ? /[.!:]$/.test(sentence) || rest.length > 60 : /[.!]$/.test(sentence));
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

const childShape = /^(\p{Lu}[^:.!?;]{1,60}?)\s?:\s+(\S.*)$/su;

/** Sub-items whose headings run into their text ("a) Skur: Ole har hentet to tilbud."), told by most of those beside each other. */
export function splitChildRunIns(headings: readonly string[], language: Language): ({ heading: string; text: string } | null)[] {
  const found = headings.map((text) => {
    const hit = childShape.exec(text.slice(0, 2_000));
    if (!hit?.[1] || !hit[2] || hit[1].split(' ').length > mostWords || language.holds.finiteVerb.test(hit[1])) return null;
    if (language.people.isName(hit[1]) || language.opens.tracks.test(text)) return null;
    const rest = text.slice(hit[0].length - hit[2].length);
    const sentence = language.sentences.first(rest);
    return /[.!]$/.test(sentence) || language.sentences.split(rest).length > 1 ? { heading: hit[1].trim(), text: rest } : null;
  });
  const several = found.filter((split) => split !== null).length;
  const told = found.some((split) => {
    const sentence = split === null ? '' : language.sentences.first(split.text);
    return language.holds.finiteVerb.test(sentence) || statesOutcome(sentence, language);
  });
  return several >= 2 && told && several >= headings.length * 0.5 ? found : headings.map(() => null);
}

const subject = /^([\p{L}\d](?:[^:!?;.]|\.(?=\S)){1,79}?)\s?:(?:\s+(\S.*))?$/su;

/** "Løb: bestyrelsen bakker op": the words before the first colon, where a point is known to open with its subject; or null. */
export function splitSubject(text: string, language: Language): { heading: string; text: string } | null {
  const hit = subject.exec(text.slice(0, 2_000));
  const heading = hit?.[1]?.trim();
  if (!heading || heading.split(' ').length > mostWords || language.holds.finiteVerb.test(heading) || language.people.isName(heading)) return null;
  const rest = hit?.[2] ?? '';
  return { heading, text: rest === '' ? '' : text.slice((hit?.[0].length ?? 0) - rest.length) };
}
