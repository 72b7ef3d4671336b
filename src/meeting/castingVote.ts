import { plainName } from './persons.ts';
import type { VoteSide } from './words.ts';
import { tallyOf, type Votes } from './votes.ts';

/** The side that the chair's vote decided for; null where the sides are not even, whatever was noted while they were. */
export const castingOf = (votes: Votes): Votes['casting'] => (tallyOf(votes).isTied ? votes.casting : null);

/** The side a person is named on, among those for and against; null where on none, or on both. */
function sideOf(votes: Votes, name: string): Votes['casting'] {
  const called = plainName(name);
  const names = (text: string) => text.split(/[,;\n]|\sog\s|\sand\s/).map(plainName);
  const [isFor, isAgainst] = [names(votes.for).includes(called), names(votes.against).includes(called)];
  return called === '' || isFor === isAgainst ? null : isFor ? 'for' : 'against';
}

interface CastingRule {
  readonly castingVote: boolean;
  /** The names of the body's chairs. */
  readonly chairs: readonly string[];
}

/**
 * A vote with the chair's own vote deciding where the body's rules give it that, both sides are even, and the chair is named on one of them. What somebody
 * has noted stands.
 */
export function withCastingVote(votes: Votes, { castingVote, chairs }: CastingRule): Votes {
  if (!castingVote || votes.casting !== null || !tallyOf(votes).isTied) return votes;
  const sides = new Set(chairs.flatMap((name) => sideOf(votes, name) ?? []));
  const [side] = sides;
  return sides.size === 1 && side !== undefined ? { ...votes, casting: side } : votes;
}

/** A vote with other names on its sides. What the names before had filled in by itself does not outlive them; what somebody has noted stands. */
export function withNames(before: Votes, names: Partial<Readonly<Record<VoteSide, string>>>, rule: CastingRule): Votes {
  const byItself = withCastingVote({ ...before, casting: null }, rule).casting;
  return withCastingVote({ ...before, ...names, casting: before.casting === byItself ? null : before.casting }, rule);
}
