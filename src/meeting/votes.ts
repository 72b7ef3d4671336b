import type { VoteSide } from './words.ts';
import { VOTE_SIDES } from './words.ts';

/** How a vote went. Who voted stands as it was written, persons and groups with their numbers: "A (4), V (2), Ane Kratholm". */
export interface Votes extends Readonly<Record<VoteSide, string>> {
  /** How many with a vote were there; null where nobody said. */
  readonly present: number | null;
  /** Which side the chair's vote decided for, where the body's rules give it that and both were even; null otherwise. */
  readonly casting: Exclude<VoteSide, 'abstained'> | null;
}

export const blankVotes: Votes = { for: '', against: '', abstained: '', present: null, casting: null };

export interface Tally extends Readonly<Record<VoteSide, number>> {
  readonly total: number;
  /** How many of those who were there are not counted (below 0: counted too often); null where nobody said how many were there. */
  readonly missing: number | null;
  readonly isTied: boolean;
}

/** So many votes does a side have: each name is one, a group has the number that stands with it ("A (4)", "4 A", "A 4"). */
export function countVotes(text: string): number {
  return text
    .split(/[,;\n]|\sog\s|\sand\s/)
    .map((who) => who.trim())
    .filter((who) => who !== '')
    .reduce((sum, who) => sum + Number(/^(\d{1,3})(?:\s|$)/.exec(who)?.[1] ?? /(?:\s|\()(\d{1,3})\)?$/.exec(who)?.[1] ?? 1), 0);
}

export function tallyOf(votes: Votes): Tally {
  const counts = { for: countVotes(votes.for), against: countVotes(votes.against), abstained: countVotes(votes.abstained) };
  const total = counts.for + counts.against + counts.abstained;
  return {
    ...counts,
    total,
    missing: votes.present === null ? null : votes.present - total,
    isTied: counts.for > 0 && counts.for === counts.against,
  };
}

/** Is anything noted of a vote? */
export const isVote = (votes: Votes | undefined): votes is Votes => votes !== undefined && VOTE_SIDES.some((side) => votes[side].trim() !== '');
