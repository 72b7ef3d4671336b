import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { useLiveAgenda } from './useLiveAgenda.ts';
import { useWritingSign } from './useWritingSign.ts';

export interface LiveAgendaProps {
  readonly file: MeetingFile;
  /** My copy of the event; null where I have none. */
  readonly event: CalendarEvent | null;
  /** The item I am writing in. */
  readonly editing: ItemId | null;
  /** The item that is not taken from under my hands, where it is another than the one I am writing in. */
  readonly holding?: ItemId | null;
}

/** Keeps the agenda on screen up with what others write, and tells them where I do. It shows nothing itself. */
export default function LiveAgenda({ file, event, editing, holding = editing }: LiveAgendaProps) {
  useLiveAgenda(file, event, editing, holding);
  useWritingSign(file, editing);
  return null;
}
