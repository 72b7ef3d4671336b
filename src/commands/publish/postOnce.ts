import type { Board, MeetingPointer, Publication } from '../../meeting/meeting.ts';
import type { MessageContent } from '../../storage/postMessage.ts';
import type { Store } from '../../storage/store.ts';
import { errorWords } from './errorWords.ts';

/** A message to the board's channel, and the line of which log it is. */
export interface Message {
  /** Where its log stands. */
  readonly log: MeetingPointer;
  readonly version: number;
  /** ISO instant. */
  readonly at: string;
  readonly board: Board;
  readonly content: MessageContent;
  /** The link to a message that this one answers. */
  readonly answers: string | null;
}

/**
 * A channel message cannot be written over itself, nor read back without an administrator's consent. So its log line is claimed before
 * posting, and a claim without an answer is 'uncertain' until a person has looked.
 * @param lastLook is done as the last thing before each try, after the claim, which whoever closes an item waits for
 */
export async function postOnce(store: Store, message: Message, lastLook: () => Promise<void>): Promise<Publication> {
  const { log, version, board, content, answers, at } = message;
  const earlier = await store.readLogLine(log, version, 'channel');
  if (earlier?.line.state === 'done' || earlier?.line.state === 'uncertain') return earlier.line;
  // Claimed by an earlier attempt that never told how it went.
  if (earlier?.line.state === 'pending') return store.keepLogLine(log, { ...earlier.line, state: 'uncertain' });
  const attempts = (earlier?.line.attempts ?? 0) + 1;
  const claim: Publication = { target: 'channel', version, state: 'pending', attempts, error: null, reference: null, at };
  if (!(await store.claimLogLine(log, claim, earlier))) return { ...claim, state: 'uncertain' };
  const posted = await store.postChannelMessage(board, content, lastLook, answers);
  if (posted.kind !== 'posted') return store.keepLogLine(log, { ...claim, state: posted.kind, error: errorWords(posted.error) });
  try {
    return await store.keepLogLine(log, { ...claim, state: 'done', reference: posted.webUrl });
  } catch (error) {
    // It was posted, and the log does not know: the claim stands, which reads as uncertain next time.
    return store.keepLogLine(log, { ...claim, state: 'uncertain', error: errorWords(error) });
  }
}
