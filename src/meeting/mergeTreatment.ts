import type { Treatment } from './meeting.ts';
import { blankVotes, type Votes } from './votes.ts';
import { mergeText, mergeValue, type Merge } from './mergeText.ts';

/** Do the two say the same about the item? */
export function sameTreatment(one: Treatment, other: Treatment): boolean {
  return (
    one.openness === other.openness &&
    one.outcome === other.outcome &&
    one.decision === other.decision &&
    one.publicDecision === other.publicDecision &&
    one.notTreated === other.notTreated &&
    (one.notes ?? '') === (other.notes ?? '') &&
    (one.dissent ?? '') === (other.dissent ?? '') &&
    told(one.votes) === told(other.votes)
  );
}

/**
 * What two people wrote about one item, made one: field by field, texts line by line. Whoever closed it wins, and "ikke
 * behandlet" beside an outcome is a clash although each was written in a field of its own.
 */
export function mergeTreatment(base: Treatment, mine: Treatment, theirs: Treatment): Merge<Treatment> {
  const outcome = mergeValue(base.outcome, mine.outcome, theirs.outcome);
  const notTreated = mergeValue(base.notTreated, mine.notTreated, theirs.notTreated);
  const decision = mergeText(base.decision, mine.decision, theirs.decision);
  const publicDecision = mergeText(base.publicDecision, mine.publicDecision, theirs.publicDecision);
  const notes = mergeText(base.notes ?? '', mine.notes ?? '', theirs.notes ?? '');
  const dissent = mergeText(base.dissent ?? '', mine.dissent ?? '', theirs.dissent ?? '');
  const votes = mergeValue(told(base.votes), told(mine.votes), told(theirs.votes));
  const side = (of: 'mine' | 'theirs'): Treatment => ({
    itemId: mine.itemId,
    openness: mine.openness === 'closed' || theirs.openness === 'closed' ? 'closed' : 'open',
    outcome: on(of, outcome),
    decision: on(of, decision),
    publicDecision: on(of, publicDecision),
    notTreated: on(of, notTreated),
    ...(on(of, notes) !== '' && { notes: on(of, notes) }),
    ...(on(of, dissent) !== '' && { dissent: on(of, dissent) }),
    ...votesOn(on(of, votes) === told(mine.votes) ? mine.votes : theirs.votes),
  });
  const [my, their] = [side('mine'), side('theirs')];
  // A contradiction that stood in one of the two already is for a person to mend, not for every later word to stumble over.
  const arose = (contradicts(my) || contradicts(their)) && !contradicts(mine) && !contradicts(theirs);
  if (arose) return { kind: 'clash', mine: withResult(my, mine), theirs: withResult(their, theirs) };
  const clash = [outcome, notTreated, decision, publicDecision, notes, dissent, votes].some(({ kind }) => kind === 'clash');
  return clash ? { kind: 'clash', mine: my, theirs: their } : { kind: 'merged', value: my };
}

const on = <Value>(of: 'mine' | 'theirs', merge: Merge<Value>): Value => (merge.kind === 'merged' ? merge.value : merge[of]);
const contradicts = ({ notTreated, outcome }: Treatment): boolean => notTreated && outcome !== null;
const withResult = (treatment: Treatment, { outcome, notTreated }: Treatment): Treatment => ({ ...treatment, outcome, notTreated });

/** A vote is one whole: half of one person's count and half of another's is nobody's. None, and one of which nothing is noted, are the same. */
const told = (votes: Votes | undefined): string =>
  votes === undefined || JSON.stringify(votes) === JSON.stringify(blankVotes) ? '' : JSON.stringify(votes);
const votesOn = (votes: Votes | undefined): Pick<Treatment, 'votes'> => (told(votes) === '' ? {} : { votes });
