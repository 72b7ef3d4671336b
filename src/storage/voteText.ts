import * as v from 'valibot';
import { votes } from '../meeting/schemas.ts';
import { isVote, type Votes } from '../meeting/votes.ts';
import { storedVotes } from './voteColumn.ts';

/** A vote of which nobody is noted is none, but for how many were there. */
export const votesToText = (told: Votes | undefined): string | null =>
  told === undefined || (told.present === null && !isVote(told)) ? null : JSON.stringify(v.parse(votes, told));

/** What stands in a column as a vote; null where it is none. */
export function votesOf(stored: unknown): Votes | null {
  const found = v.safeParse(storedVotes, stored);
  return found.success ? found.output : null;
}
