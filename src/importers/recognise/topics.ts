// Several subjects under one time slot, in prose: each paragraph that opens with a subject is an item of its own.
import type { Block } from '../blocks.ts';
import type { Language } from '../language.ts';

export interface Topic {
  heading: Block;
  body: Block[];
}

/** Cuts a slot's prose into its subjects; null when it holds no prose. */
export function splitTopics(heading: readonly Block[], body: readonly Block[], language: Language): Topic[] | null {
  const slot = heading[0];
  if (!slot) return null;
  const topics: Topic[] = [];
  for (const block of body) {
    const subject = subjectOf(block.text, language, topics.length === 0);
    const last = topics.at(-1);
    if (subject !== null) {
      const lead = topics.length === 0 ? `${slot.text} ${subject}` : subject;
      const rest = block.text.slice(subject.length).replace(/^\.\s*/, '');
      topics.push({
        heading: { ...block, text: lead, lines: topics.length === 0 ? [...slot.lines, ...block.lines] : block.lines },
        body: rest === '' ? [] : [{ ...block, text: rest, cells: [rest] }],
      });
    } else if (last) last.body.push(block);
  }
  return topics.length > 0 ? topics : null;
}

/** The subject a paragraph opens with: a first sentence without a verb, or the noun phrase before it. */
function subjectOf(text: string, language: Language, first: boolean): string | null {
  const end = language.sentences.firstEnd(text);
  const sentence = text.slice(0, end).replace(/\.$/, '');
  const verb = language.holds.finiteVerb.exec(sentence.replace(/["“”»][^"“”«]*["“”«]/gu, (quote) => ' '.repeat(quote.length)));
  if (!verb && sentence.length <= 180 && (first || end < text.length)) return sentence;
  if (verb && first && verb.index > 8 && verb.index < 120) return text.slice(0, verb.index).trim();
  return first ? sentence : null;
}
