import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { messageAt, postChannelMessage, postReply, type MessageMention } from '../graph/teams.ts';
import { isFailure } from '../meeting/errors.ts';
import type { Board } from '../meeting/meeting.ts';
import type { PublicationState } from '../meeting/words.ts';
import { asFailure } from './failure.ts';

/** How posting went. `uncertain`: the message may be in the channel although nobody said so. */
export type Posted =
  | { readonly kind: 'posted'; readonly webUrl: string | null }
  | { readonly kind: Extract<PublicationState, 'failed' | 'uncertain'>; readonly error: unknown };

export interface MessageContent {
  readonly subject: string;
  readonly html: string;
  /** Those whom `<at id>` in it names. */
  readonly mentions?: readonly MessageMention[] | undefined;
}

/**
 * Posts in the board's channel, once. Throws nothing: whoever posts must know which of three it was.
 * @param lastLook is done before each try; where it throws, nothing was posted
 * @param answers the link to a message of this channel that this one answers. Where Graph says that there is none (any more), it is posted by itself
 */
export async function postMessage(
  graph: Graph,
  board: Board,
  content: MessageContent,
  lastLook: () => Promise<void>,
  answers: string | null = null,
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
    const message = await postMentioning(graph, board, content, { look, answers });
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

/** Where Graph refuses it with mentions, as where one of them has left the tenant, nothing was posted: everybody is named instead. */
async function postMentioning(graph: Graph, board: Board, content: MessageContent, way: Way) {
  try {
    return await postOrAnswer(graph, board, content, way);
  } catch (error) {
    if (!isGraphFailure(error, 'invalid') || (content.mentions ?? []).length === 0) throw error;
    const { subject, html } = content;
    return postOrAnswer(graph, board, { subject, html: html.replace(/<\/?at\b[^>]*>/g, '') }, way);
  }
}

interface Way {
  readonly look: () => Promise<void>;
  readonly answers: string | null;
}

async function postOrAnswer(graph: Graph, { teamId, channelId }: Board, content: MessageContent, { look, answers }: Way) {
  const parent = answers === null ? null : messageAt(answers, channelId);
  if (parent === null) return postChannelMessage(graph, teamId, channelId, content, look);
  try {
    return await postReply(graph, { teamId, channelId, messageId: parent }, content, look);
  } catch (error) {
    // Somebody took the first message away: nothing was posted under it.
    if (!isGraphFailure(error, 'notFound')) throw error;
    return postChannelMessage(graph, teamId, channelId, content, look);
  }
}
