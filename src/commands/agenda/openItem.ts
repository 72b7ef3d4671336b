import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { changeSome } from './changeItems.ts';

/**
 * Opens a closed item again, and those of the items under it that are named: everybody on the board's site can read them then. One that is not named
 * stays closed, since nobody can tell whether it was closed for its own sake. What else concerns it, `copiesOfItem` tells. Throws Conflict.
 */
export const openItem =
  (desk: Desk) =>
  async (file: MeetingFile, itemId: ItemId, under: readonly ItemId[] = []): Promise<MeetingFile> => {
    const chosen = new Set([itemId, ...under]);
    const opened = file.agenda.items.filter(({ id }) => chosen.has(id)).map((item) => ({ ...item, openness: 'open' as const }));
    const now = await changeSome(desk, file, file.agenda.items, opened);
    await desk.seen.keepFile(now);
    return now;
  };
