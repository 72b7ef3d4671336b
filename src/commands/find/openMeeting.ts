import type { MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import type { LastFound } from './foundMeeting.ts';
import { markSent, wasSentByForm } from './markSent.ts';

/** One $batch. Throws NotFound, NotAllowed, SiteNotPrepared. */
export const openMeeting =
  (desk: Desk, last: LastFound) =>
  async (pointer: MeetingPointer): Promise<MeetingFile> => {
    const waiting = desk.waiting();
    const file = await desk.workplace.store.openMeeting(pointer);
    if (waiting === 0) desk.written.clear();
    return last.event && wasSentByForm(last.event, file) ? markSent(desk, file, last.event) : file;
  };
