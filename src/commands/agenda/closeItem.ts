import { newItem } from '../../meeting/agenda.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { changeOne } from './changeItems.ts';

/**
 * Makes an item closed, with all that stands under it where it is stored: its content moves to the closed circle's lists, and this device
 * forgets what others have seen of the meeting on it. What else there is of its words, `copiesOfItem` tells. Throws ClosedRoomMissing.
 */
export const closeItem =
  (desk: Desk) =>
  async (file: MeetingFile, itemId: ItemId, neutralTitle: string | null): Promise<MeetingFile> => {
    const item = file.agenda.items.find((each) => each.id === itemId) ?? newItem(itemId);
    const closed = await changeOne(desk, file, file.agenda.items, { ...item, openness: 'closed', neutralTitle }).catch(async (error: unknown) => {
      // It is closed, though a file of it stays where it was.
      if (isFailure(error, 'PaperNotStored')) await desk.seen.forgetOthers(file.pointer);
      throw error;
    });
    await desk.seen.forgetOthers(file.pointer);
    await desk.seen.keepFile(closed);
    return closed;
  };
