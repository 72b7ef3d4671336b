import type { Publication } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';
import { lookLast } from './closedSince.ts';
import { postOnce } from './postOnce.ts';
import type { Look, PublicationOrder } from './publishInput.ts';

/** The message about the minutes, once. How open everything is, is read once more as the last thing before each try. */
export async function sendToChannel(store: Store, order: PublicationOrder, look: Look): Promise<Publication> {
  const { pointer: log, version, board, digest: content, at, answers = null } = order;
  return postOnce(store, { log, version, at, board, content, answers }, () => lookLast(store, order, look));
}
