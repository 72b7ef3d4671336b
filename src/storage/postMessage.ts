import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { postChannelMessage } from '../graph/teams.ts';
import { isFailure } from '../meeting/errors.ts';
import type { Board } from '../meeting/meeting.ts';
import type { PublicationState } from '../meeting/words.ts';
import { asFailure } from './failure.ts';

/** How posting went. `uncertain`: the message may be in the channel although nobody said so. */
export type Posted =
  | { readonly kind: 'posted'; readonly webUrl: string | null }
  | { readonly kind: Extract<PublicationState, 'failed' | 'uncertain'>; readonly error: unknown };

/**
 * Posts in the board's channel, once. Throws nothing: whoever posts must know which of three it was.
 * @param lastLook is done before each try; where it throws, nothing was posted
 */
export async function postMessage(
  graph: Graph,
  board: Board,
  content: { readonly subject: string; readonly html: string },
  lastLook: () => Promise<void>,
): Promise<Posted> {
  let refusal: { readonly error: unknown } | null = null;
  const look = async (): Promise<void> => {
    try {
      await lastLook();
    } catch (error) {
      refusal = { error };
      throw error;
    }
  };
  const refused = (): { readonly error: unknown } | null => refusal;
  try {
    const message = await postChannelMessage(graph, board.teamId, board.channelId, content, look);
    return { kind: 'posted', webUrl: message.webUrl ?? null };
  } catch (error) {
    const before = refused();
    if (before !== null) return { kind: 'failed', error: before.error };
    // An answer of another shape than Graph promises is an answer all the same: something was posted.
    const answered = isGraphFailure(error) && error.code === 'unexpectedShape';
    const uncertain = answered || (isGraphFailure(error) && error.uncertain) || isFailure(error);
    return { kind: uncertain ? 'uncertain' : 'failed', error: asFailure(error, 'Publishing') };
  }
}
