import type { ItemId } from '../../meeting/ids.ts';
import type { Treatment } from '../../meeting/meeting.ts';

/** @throws TypeError for an item that the agenda does not have */
export function blankIn(blanks: readonly Treatment[], id: ItemId): Treatment {
  const found = blanks.find(({ itemId }) => itemId === id);
  if (!found) throw new TypeError('The agenda has no such item');
  return found;
}
