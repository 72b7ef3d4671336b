import type { Treatment } from './meeting.ts';
import type { ItemType, OutcomeCode } from './words.ts';

/** The turns of phrase that minutes are made of, in the order they are offered, each with its result code. */
export const PHRASES = [
  'approved',
  'endorsed',
  'discussed',
  'noted',
  'deferred',
  'returned',
  'withdrawn',
  'rejected',
  'dismissed',
] as const satisfies readonly OutcomeCode[];
export type Phrase = (typeof PHRASES)[number];

/** What an item of a kind mostly ends with, the likeliest first. */
const LIKELY = {
  decision: ['approved', 'endorsed', 'rejected', 'deferred', 'returned', 'discussed'],
  discussion: ['discussed', 'noted', 'approved', 'deferred', 'returned'],
  information: ['noted', 'discussed', 'approved', 'deferred'],
  presentation: ['noted', 'discussed', 'approved', 'deferred'],
  otherBusiness: ['noted', 'discussed', 'deferred'],
} as const satisfies Readonly<Record<ItemType, readonly Phrase[]>>;

/** The phrases for an item of this kind, the likely ones first and the others after them; each has the key of its place. */
export function phrasesFor(type: ItemType | null): { readonly likely: readonly Phrase[]; readonly others: readonly Phrase[] } {
  if (type === null) return { likely: PHRASES, others: [] };
  const likely: readonly Phrase[] = LIKELY[type];
  return { likely, others: PHRASES.filter((phrase) => !likely.includes(phrase)) };
}

/**
 * The recommendation becomes the decision: approved, with the words that were recommended under it. What was written already stays below.
 * @param recommended CommonMark, as it was put to the meeting
 */
export function withRecommendation(treatment: Treatment, recommended: readonly string[], words: Readonly<Record<Phrase, string>>): Treatment {
  const text = recommended
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .join('\n\n');
  const own = withoutPhrase(treatment.decision, Object.values(words));
  if (text === '' || own.includes(text)) return treatment;
  const decision = [`${words.approved}.`, text, own].filter((part) => part !== '').join('\n\n');
  return { ...treatment, outcome: 'approved', notTreated: false, decision };
}

/**
 * A phrase button was pressed. The phrase becomes the first sentence: it takes the place of another phrase that stands
 * there, and what the secretary wrote herself stays after it. Pressing the same one again takes it away.
 *
 * @param words the phrases as printed in the language on screen
 */
export function withPhrase(treatment: Treatment, phrase: Phrase, words: Readonly<Record<Phrase, string>>): Treatment {
  const rest = withoutPhrase(treatment.decision, Object.values(words));
  if (treatment.outcome === phrase) return { ...treatment, outcome: null, decision: rest };
  const sentence = `${words[phrase]}.`;
  return { ...treatment, outcome: phrase, notTreated: false, decision: rest === '' ? sentence : `${sentence} ${rest}` };
}

/** The decision without a phrase that stands as its whole first sentence. "Godkendt med bemærkning" is no phrase alone and stays. */
function withoutPhrase(decision: string, phrases: readonly string[]): string {
  const text = decision.trim();
  for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
    if (text === phrase) return '';
    if (text.startsWith(`${phrase}.`)) return text.slice(phrase.length + 1).trimStart();
  }
  return text;
}

/** "Ikke behandlet" and an outcome exclude each other; the words that were written stay, in case it was a slip. */
export function asNotTreated(treatment: Treatment, notTreated: boolean): Treatment {
  return { ...treatment, notTreated, outcome: notTreated ? null : treatment.outcome };
}

/** Written words say that the item was treated. */
export function withDecision(treatment: Treatment, decision: string): Treatment {
  return { ...treatment, decision, notTreated: decision.trim() === '' ? treatment.notTreated : false };
}
