import type { Publication } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';
import { lookLast } from './closedSince.ts';
import { errorWords } from './errorWords.ts';
import type { Look, PublicationOrder } from './publishInput.ts';

/**
 * A channel message cannot be written over itself, nor read back without an administrator's consent. So its log line is claimed before
 * posting, and a claim without an answer is 'uncertain' until a person has looked. How open everything is, is read once more as the last thing before
 * each try: after the claim, which whoever closes an item waits for.
 */
export async function sendToChannel(store: Store, order: PublicationOrder, look: Look): Promise<Publication> {
  const { pointer, version, board, digest, at } = order;
  const earlier = await store.readLogLine(pointer, version, 'channel');
  if (earlier?.line.state === 'done' || earlier?.line.state === 'uncertain') return earlier.line;
  // Claimed by an earlier attempt that never told how it went.
  if (earlier?.line.state === 'pending') return store.keepLogLine(pointer, { ...earlier.line, state: 'uncertain' });
  const attempts = (earlier?.line.attempts ?? 0) + 1;
  const claim: Publication = { target: 'channel', version, state: 'pending', attempts, error: null, reference: null, at };
  if (!(await store.claimLogLine(pointer, claim, earlier))) return { ...claim, state: 'uncertain' };
  const posted = await store.postChannelMessage(board, digest, () => lookLast(store, order, look), order.answers ?? null);
  if (posted.kind !== 'posted') return store.keepLogLine(pointer, { ...claim, state: posted.kind, error: errorWords(posted.error) });
  try {
    return await store.keepLogLine(pointer, { ...claim, state: 'done', reference: posted.webUrl });
  } catch (error) {
    // It was posted, and the log does not know: the claim stands, which reads as uncertain next time.
    return store.keepLogLine(pointer, { ...claim, state: 'uncertain', error: errorWords(error) });
  }
}
