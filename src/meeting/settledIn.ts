import { toldBy } from './edition.ts';
import type { Edition, Treatment } from './meeting.ts';

/** What published minutes tell became of the items, for those who may not read the drafts: that something did, and no more. */
export function settledIn(minutes: Pick<Edition, 'audience' | 'lines'>): Treatment[] {
  return minutes.lines
    .filter((line) => !['nothing', 'elsewhere'].includes(toldBy(minutes, line)))
    .map(({ itemId, openness }) => ({ itemId, openness, outcome: 'other', decision: '', publicDecision: '', notTreated: false }));
}
