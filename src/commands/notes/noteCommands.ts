import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { keepNoteOrder } from './keepNote.ts';

/** A person's own notes about items: in their OneDrive, where nobody else sees them. */
export type NoteCommands = ReturnType<typeof noteCommands>;

export function noteCommands({ workplace: { store }, send }: Desk) {
  return {
    /** '' where there is none. Throws ConsentMissing. */
    readNote: ({ key }: MeetingPointer, itemId: ItemId): Promise<string> => store.readNote(key, itemId),
    /** `before` is what it began as; tells what stands there then. */
    keepNote: ({ key }: MeetingPointer, itemId: ItemId, before: string, after: string): Promise<string> =>
      send(keepNoteOrder, { key, itemId, before, after }),
  };
}
