import { isClosed } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { WRITING_FOR } from '../../meeting/writers.ts';
import type { Desk } from '../desk.ts';

/** What I tell the others at an agenda of my own writing. */
export interface WritingHere {
  /** Says that I write in this item, for two minutes from now. Of a closed item nothing is said: everybody may read who writes where. */
  say(file: Pick<MeetingFile, 'agenda'>, itemId: ItemId): Promise<void>;
  /** Takes the sign away where the item has been closed, or has gone, since. */
  stopIfClosed(file: Pick<MeetingFile, 'agenda'>, itemId: ItemId): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Tells others where I am writing, while I do. It is no order and is kept nowhere: what is not said in the moment is worth nothing later.
 * @throws Failure SignInNeeded
 */
export const tellWriting =
  (desk: Desk) =>
  async ({ pointer }: Pick<MeetingFile, 'pointer'>): Promise<WritingHere> => {
    const { id, name } = desk.me();
    const signs = id === null ? null : (await desk.workplace.store.live()).writingSigns(pointer, { id, name });
    const isOpen = ({ agenda: { items } }: Pick<MeetingFile, 'agenda'>, itemId: ItemId): boolean =>
      items.some((item) => item.id === itemId && !isClosed(items, item));
    return {
      stopIfClosed: async (file, itemId) => {
        if (!isOpen(file, itemId)) await signs?.stop();
      },
      say: async (file, itemId) => {
        if (!isOpen(file, itemId)) return signs?.stop();
        await signs?.say(itemId, new Date(desk.workplace.now().getTime() + WRITING_FOR));
      },
      stop: async () => signs?.stop(),
    };
  };
