import { isoDay } from '../meeting/danishTime.ts';
import type { LoggedDecision } from '../meeting/decisionLog.ts';
import { csv } from './csv.ts';
import { wordsOf, type Language } from './document/words.ts';

const HEADS = {
  da: ['Dato', 'Mødeforum', 'Punkt', 'Overskrift', 'Resultat', 'Beslutning', 'Link'],
  en: ['Date', 'Body', 'Item', 'Title', 'Result', 'Decision', 'Link'],
} as const;

/** Decisions as a table for a spreadsheet, in the order given; `linkOf` leads to the minutes they stand in. */
export function decisionsCsv(decisions: readonly LoggedDecision[], language: Language, linkOf: (decision: LoggedDecision) => string): string {
  const words = wordsOf(language);
  const resultOf = ({ notTreated, outcome }: LoggedDecision): string =>
    notTreated ? words.notTreated : outcome === null ? '' : words.outcomes[outcome];
  return csv([
    HEADS[language],
    ...decisions.map((found) => [
      isoDay(found.start),
      found.body,
      found.number ?? '',
      found.title.trim() === '' ? words.closedItem : found.title,
      resultOf(found),
      found.decision,
      linkOf(found),
    ]),
  ]);
}
