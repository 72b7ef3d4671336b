// What an item's sections state: its purpose, the recommendation and the decision, each in a sentence.
import type { Block } from '../blocks.ts';
import { joinText } from '../grammar/heading.ts';
import { opening, pattern } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import type { Language } from '../language.ts';
import type { ImportedItem } from '../paper.ts';
import type { ItemContext } from './items.ts';
import { findOutcome, statesOutcome } from './outcome.ts';
import type { Part } from './sections.ts';
import { withoutAttendance } from './toldAttendance.ts';

function firstText(part: Part): string {
  return part.blocks[0]?.text ?? '';
}

export function readPurpose(item: ImportedItem, parts: readonly Part[], language: Language, context: ItemContext): void {
  const section = parts.find((part) => part.role === 'purpose' && part.blocks.length > 0);
  if (section) {
    item.purpose = unpunctuate(language.sentences.first(firstText(section)));
    const span = context.spans([section.source], item.purpose, 0.95);
    if (span) item.spans['purpose'] = span;
    return;
  }
  for (const part of parts) {
    if (part.role !== 'text' && part.role !== 'minutes') continue;
    for (const { block, text } of part.blocks) {
      const sentence = language.sentences
        .split(text.slice(0, 5_000))
        .find(
          (candidate) =>
            language.holds.purpose.test(candidate) && pattern(`^\\s*\\p{L}*\\s?(?:${language.lexicon.item.purposeWord})`).test(candidate),
        );
      if (!sentence) continue;
      item.purpose = unpunctuate(sentence);
      const span = context.spans([block], item.purpose, 0.8);
      if (span) item.spans['purpose'] = span;
      return;
    }
  }
}

/** Lead-in and, when it is a list, its first point; the first sentence of that. */
function leadAndFirst(blocks: readonly { block: Block; text: string }[], language: Language): string {
  const first = blocks[0] ? firstOfGlued(blocks[0]) : '';
  const second = blocks[1];
  const { words, item } = language.lexicon;
  const sentence = language.sentences.first(first);
  if (sentence.length < first.length) return unpunctuate(sentence);
  const leads =
    !pattern(`^(?:[-–•]\\s*)?(?:${words.that})\\b.{12,}`).test(first) &&
    (pattern(`[:,]$|\\b(?:${words.that}|${item.recommendsVerb})$`).test(first) ||
      (second !== undefined &&
        (second.block.bullet !== null || pattern(`^(?:(?:${words.that})\\b|\\d+[.)]|[a-z]\\))`).test(second.text)) &&
        !/[.!?]$/.test(first) &&
        first.length < 200));
  // "Centret indstiller, at" with nothing under it says nothing.
  if (leads && !second && pattern(`\\b(?:${words.that})$`).test(first)) return '';
  if (leads && second) {
    const point = language.sentences.first(firstOfGlued(second).replace(/^(\d+[.)]\s+)/, ''));
    return unpunctuate(joinText(first, point));
  }
  return unpunctuate(first);
}

/** "- Rådet godkender planen - Rådet vælger en formand" on one line: the first point, told by the word both begin with. */
function firstOfGlued({ block, text }: { block: Block; text: string }): string {
  const word = block.bullet !== null ? /^[\p{L}\d.-]+/u.exec(text)?.[0] : undefined;
  const again = word === undefined ? -1 : ([' - ', ' – ', ' • '].map((sign) => text.indexOf(`${sign}${word} `)).find((at) => at > 0) ?? -1);
  return again < 0 ? text : text.slice(0, again);
}

export function readRecommendation(item: ImportedItem, parts: readonly Part[], language: Language, context: ItemContext): void {
  const { lexicon } = language;
  const sections = parts.filter((part) => part.role === 'recommendation' && part.blocks.length > 0);
  const section =
    sections.find((part) =>
      pattern(`${lexicon.item.recommendStem}|^(?:[-–•]\\s*)?(?:\\d+[.)]\\s*)?(?:${lexicon.words.that})\\b`).test(
        part.blocks
          .map(({ text }) => text)
          .slice(0, 2)
          .join(' '),
      ),
    ) ?? sections[0];
  if (section) {
    const value = leadAndFirst(section.blocks, language);
    const label = section.label?.label ?? '';
    if (value === '') return;
    item.recommendation =
      pattern(lexicon.item.recommendLabel).test(label) && !pattern(lexicon.item.recommendStem).test(value) ? unpunctuate(`${label} ${value}`) : value;
    const span = context.spans([section.source, ...section.blocks.slice(0, 2).map(({ block }) => block)], value, 0.95);
    if (span) item.spans['recommendation'] = span;
    return;
  }
  const inTitle = recommendedInTitle(item.title, language);
  if (inTitle !== null) {
    item.recommendation = inTitle;
    if (item.spans['title']) item.spans['recommendation'] = { ...item.spans['title'], confidence: 0.8 };
    return;
  }
  for (const part of parts) {
    if (part.role === 'attachments' || part.role === 'meta' || part.role === 'decision' || part.role === 'history' || part.role === 'minutes')
      continue;
    for (let i = 0; i < part.blocks.length; i++) {
      const entry = part.blocks[i];
      if (!entry) continue;
      const sentence = language.sentences.split(entry.text.slice(0, 5_000)).find((candidate) => language.holds.recommends.test(candidate));
      if (!sentence) continue;
      const whole = entry.text.endsWith(sentence)
        ? [{ block: entry.block, text: sentence }, ...part.blocks.slice(i + 1, i + 2)]
        : [{ block: entry.block, text: sentence }];
      item.recommendation = leadAndFirst(whole, language) || null;
      const span = context.spans([entry.block], item.recommendation, 0.8);
      if (span) item.spans['recommendation'] = span;
      return;
    }
  }
}

/** What is left under "Beslutning" without dashes and without the lines that tell who was there. */
function decisive(part: Part, language: Language): Part['blocks'] {
  return part.blocks
    .map((entry) => ({ ...entry, text: withoutAttendance(entry.text, language) }))
    .filter(({ text }) => text !== '' && !saysNothing(text));
}

/** "(bestyrelsen indstiller genvalg)" in the heading itself. */
function recommendedInTitle(title: string, language: Language): string | null {
  const inside = /\(([^()]{8,200})\)/.exec(title)?.[1];
  return inside !== undefined && language.holds.recommends.test(inside) ? unpunctuate(inside) : null;
}

/** A dash or a stray full stop under "Beslutning" is no decision. */
function saysNothing(text: string): boolean {
  return /^[-–—.\s]*$/u.test(text);
}

export function readDecision(item: ImportedItem, parts: readonly Part[], language: Language, context: ItemContext): void {
  const sections = parts.filter((part) => part.role === 'decision');
  if (sections.length > 0) {
    const filled = sections.filter((part) => decisive(part, language).length > 0);
    const chosen =
      filled.find((part) => part.date !== null && part.date === context.date) ??
      filled.filter((part) => part.date === null || context.date === null || part.date >= context.date).at(-1);
    if (!chosen) return;
    const blocks = decisive(chosen, language);
    if (blocks.length === 0) return;
    item.decision = leadAndFirst(blocks, language) || null;
    const span = context.spans([chosen.source, ...blocks.slice(0, 2).map(({ block }) => block)], item.decision, 0.95);
    if (span) item.spans['decision'] = span;
    return;
  }
  const entries = parts.filter((part) => part.role === 'text' || part.role === 'minutes' || part.role === 'case').flatMap((part) => part.blocks);
  if (context.kind === 'case' || opening(language.lexicon.outcome.nextMeeting).test(item.title)) return;
  // "5. Lene og Poul blev valgt til bestyrelsen": the point's own sentence goes before what is told under it.
  if (item.number !== null && statesOutcome(item.title, language) && language.holds.finiteVerb.test(item.title)) {
    item.decision = item.title;
    if (item.spans['title']) item.spans['decision'] = { ...item.spans['title'], confidence: 0.7 };
    return;
  }
  const outcome = findOutcome(
    entries.map(({ text, block }) => (block.tick === false ? '' : text)),
    language,
    context.date,
  );
  if (outcome === null) return;
  item.decision = outcome;
  const holder = entries.find(({ text }) => text.includes(outcome.slice(0, 40)));
  const span = holder ? context.spans([holder.block], outcome, 0.7) : null;
  if (span) item.spans['decision'] = span;
}
