import * as v from 'valibot';
import type { Conflict } from './errors.ts';
import type { Treatment } from './meeting.ts';
import { PHRASES } from './phrases.ts';
import { votes } from './schemas.ts';

/** The treatment as the other person left it in the fields where the two of us clash, and as I had read it in the others. */
export function theirVersion(read: Treatment, conflict: Pick<Conflict, 'fields'>): Treatment {
  let theirs = read;
  for (const { field, theirs: value } of conflict.fields) {
    if ((field === 'decision' || field === 'publicDecision' || field === 'notes' || field === 'dissent') && typeof value === 'string')
      theirs = { ...theirs, [field]: value };
    else if (field === 'notTreated' && typeof value === 'boolean') theirs = { ...theirs, notTreated: value };
    else if (field === 'outcome') theirs = { ...theirs, outcome: value === null ? null : (PHRASES.find((phrase) => phrase === value) ?? 'other') };
    else if (field === 'votes') theirs = { ...theirs, votes: v.is(votes, value) ? value : undefined };
    // Openness is never opened by a conflict: whoever closed it wins.
    else if (field === 'openness') theirs = { ...theirs, openness: 'closed' };
  }
  return theirs;
}

/** Both texts, mine first, each once; the result code stays mine where I chose one. */
export function bothTexts(mine: Treatment, theirs: Treatment): Treatment {
  const both = (a: string, b: string) => (a.trim() === b.trim() ? a : [a, b].filter((text) => text.trim() !== '').join('\n\n'));
  const outcome = mine.outcome ?? theirs.outcome;
  const decision = both(mine.decision, theirs.decision);
  return {
    ...mine,
    openness: mine.openness === 'closed' || theirs.openness === 'closed' ? 'closed' : 'open',
    outcome,
    decision,
    publicDecision: both(mine.publicDecision, theirs.publicDecision),
    ...(both(mine.notes ?? '', theirs.notes ?? '') !== '' && { notes: both(mine.notes ?? '', theirs.notes ?? '') }),
    ...(both(mine.dissent ?? '', theirs.dissent ?? '') !== '' && { dissent: both(mine.dissent ?? '', theirs.dissent ?? '') }),
    notTreated: outcome === null && decision.trim() === '' && (mine.notTreated || theirs.notTreated),
  };
}
