import type { Belief, Finding } from './belief.ts';
import { calendarBeliefs } from './beliefs/calendar.ts';
import { fileBeliefs } from './beliefs/files.ts';
import { listBeliefs } from './beliefs/lists.ts';
import { otherMailboxBeliefs } from './beliefs/otherMailbox.ts';
import { seriesBeliefs } from './beliefs/series.ts';
import { teamsBeliefs } from './beliefs/teams.ts';
import { wireBeliefs } from './beliefs/wire.ts';
import type { Stops } from './stops.ts';
import { Unexpected } from './wire.ts';

/** In the order they are tried: what leaves nothing behind first. */
export const beliefs: readonly Belief[] = [
  ...wireBeliefs,
  ...calendarBeliefs,
  ...seriesBeliefs,
  ...otherMailboxBeliefs,
  ...listBeliefs,
  ...fileBeliefs,
  ...teamsBeliefs,
];

export interface Tried {
  readonly belief: Belief;
  readonly finding: Finding;
}

/**
 * Tries every belief, one after another. A belief whose answer cannot be read is told as otherwise, one that got no answer as not tried: none
 * stops the others. Ends early, without a word, where `stopped` says so.
 */
export async function takeTour(stops: Stops, onTried: (tried: Tried) => void = () => undefined, stopped = () => false): Promise<readonly Tried[]> {
  const all: Tried[] = [];
  for (const belief of beliefs) {
    if (stopped()) break;
    const tried = { belief, finding: await belief.check(stops).catch(toldAs) };
    all.push(tried);
    onTried(tried);
  }
  return all;
}

function toldAs(error: unknown): Finding {
  if (error instanceof Unexpected) return { kind: 'otherwise', came: error.message };
  return { kind: 'notTried', why: `no answer came (${error instanceof Error ? error.name : 'no error'})` };
}
