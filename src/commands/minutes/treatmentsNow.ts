import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';

/** What is written about the items of a meeting that is open on screen, as it stands now, and by whom: one request. */
export const treatmentsNow =
  ({ workplace }: Desk) =>
  (file: Pick<MeetingFile, 'pointer'>) =>
    workplace.store.treatmentsNow(file.pointer);
