import { asItemId, type ItemId } from '../../meeting/ids.ts';

/** A name for a line that is born here. */
export function newItemId(): ItemId {
  return asItemId(crypto.randomUUID());
}
