import { joinedDecisions } from '../../meeting/joinedDecisions.ts';
import { Failure } from '../../meeting/errors.ts';
import type { Publication, PublicationTarget } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';
import type { Run } from '../plan.ts';
import type { Look, PublicationOrder } from './publishInput.ts';
import { targets } from './targets.ts';

/**
 * Sends minutes to each target that has not confirmed them, and keeps the log; then marks the meeting as published, where all are done.
 * One target that fails does not stop the others, but for those that wait for all.
 * @param look what it would send if it were decided now: others may close an item meanwhile
 * @throws Failure only where the log itself cannot be kept
 */
export async function sendPublication(
  store: Store,
  order: PublicationOrder,
  look: Look,
  { steps, tell }: Run<PublicationTarget, Publication>,
): Promise<readonly Publication[]> {
  const log: Publication[] = [];
  if (order.version > 1) await closeEarlier(store, order);
  for (const target of targets) {
    if (!target.wanted(order)) {
      steps.skip(target.name);
      continue;
    }
    const blocked = target.afterAll && log.some((line) => line.state !== 'done');
    if (!blocked) steps.settle(target.name, 'doing');
    const line = blocked ? unsent(order, target.name) : await target.send(store, order, look);
    steps.settle(target.name, stepStateOf(line));
    log.push(line);
    tell(line);
  }
  if (log.every((line) => line.state === 'done')) await store.markPublished(order.pointer);
  return log;
}

/** What is closed by now is closed in the editions before as well: a correction must not leave the words where they were. */
async function closeEarlier(store: Store, { pointer, outside, closed }: PublicationOrder): Promise<void> {
  const ids = new Set(closed.map(({ itemId }) => itemId));
  const since = outside.lines
    .filter(({ itemId }) => ids.has(itemId))
    .map((line) => ({ itemId: line.itemId, neutralTitle: line.title === '' ? null : line.title, publicDecision: joinedDecisions(line)[1] }));
  if (since.length > 0) await store.closeMinutes(pointer, since);
}

const unsent = ({ version, at }: PublicationOrder, target: PublicationTarget): Publication => ({
  target,
  version,
  state: 'pending',
  attempts: 0,
  error: null,
  reference: null,
  at,
});

function stepStateOf({ state, error }: Publication): 'done' | 'waiting' | { readonly failed: Failure } {
  if (state === 'done') return 'done';
  if (state === 'pending') return 'waiting';
  return { failed: new Failure('ServerFault', error ?? 'No answer came', { detail: { state } }) };
}
