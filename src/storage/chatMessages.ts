import { chatBetween, postChatMessage } from '../graph/chatWriting.ts';
import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { scopes } from '../graph/scopes.ts';
import type { PublicationState } from '../meeting/words.ts';
import type { Person } from '../meeting/meeting.ts';
import { asFailure } from './failure.ts';

/** What writing in a chat takes: asked for when somebody wants it, and not before. */
export const chatScopes: readonly string[] = scopes.tell;

/** How writing went. `uncertain`: it may have been sent although nobody said so. */
export type Told = { readonly kind: 'told' } | { readonly kind: Extract<PublicationState, 'failed' | 'uncertain'>; readonly error: unknown };

/**
 * Writes to somebody in the chat between the two, once. Throws nothing: whoever writes must know which of three it was.
 * @param lastLook is done before each try; where it throws, nothing was sent
 */
export async function tellInChat(graph: Graph, [from, to]: readonly [Person, Person], text: string, lastLook: () => Promise<void>): Promise<Told> {
  const mine = from.id ?? from.email;
  const theirs = to.id ?? to.email;
  let sending = false;
  try {
    if (mine === null || theirs === null) throw new TypeError('Nobody is written to who has neither id nor address');
    const chat = await chatBetween(graph, [mine, theirs]);
    await postChatMessage(graph, chat, text, async () => {
      sending = false;
      await lastLook();
      sending = true;
    });
    return { kind: 'told' };
  } catch (error) {
    return { kind: sending && isGraphFailure(error) && error.uncertain ? 'uncertain' : 'failed', error: asFailure(error, 'Writing in a chat') };
  }
}
