import type { AgendaItem } from '../../meeting/agenda.ts';
import { isClosed } from '../../meeting/agenda.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { mayReadItem } from '../../meeting/permissions.ts';
import type { Desk } from '../desk.ts';
import { changeSome } from './changeItems.ts';

/**
 * Gives several items other clock times in one order; all else of them stays as it stands. Closed ones are left to those who may read them.
 * @throws Conflict where others have changed the same times meanwhile
 */
export const changeTimes =
  (desk: Desk) =>
  (file: MeetingFile, timed: readonly Pick<AgendaItem, 'id' | 'start' | 'end' | 'minutes'>[]): Promise<MeetingFile> => {
    const { items } = file.agenda;
    const changed = items.flatMap((item): AgendaItem[] => {
      const now = timed.find(({ id }) => id === item.id);
      if (!now || !mayReadItem({ file }, { closed: isClosed(items, item) })) return [];
      return [{ ...item, start: now.start, end: now.end, minutes: now.minutes }];
    });
    return changeSome(desk, file, items, changed);
  };
