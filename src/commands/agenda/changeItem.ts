import type { AgendaItem } from '../../meeting/agenda.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { changeOne } from './changeItems.ts';

/** Writes what changed between two versions of one item; merges field by field with what others wrote. Throws Conflict. */
export const changeItem =
  (desk: Desk) =>
  (file: MeetingFile, before: AgendaItem, after: AgendaItem): Promise<MeetingFile> =>
    changeOne(
      desk,
      file,
      file.agenda.items.map((item) => (item.id === before.id ? before : item)),
      after,
    );
