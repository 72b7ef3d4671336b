import { newItem } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { changeOne } from './changeItems.ts';

/** Makes an item closed: its content moves to the closed circle's lists. Throws ClosedRoomMissing. */
export const closeItem =
  (desk: Desk) =>
  (file: MeetingFile, itemId: ItemId, neutralTitle: string | null): Promise<MeetingFile> => {
    const item = file.agenda.items.find((each) => each.id === itemId) ?? newItem(itemId);
    return changeOne(desk, file, file.agenda.items, { ...item, openness: 'closed', neutralTitle });
  };
