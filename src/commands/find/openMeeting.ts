import { isFailure, type FailureName } from '../../meeting/errors.ts';
import type { MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import type { Finding } from './finding.ts';
import { followed } from './followCalendar.ts';
import { markSent, wasSentByForm } from './markSent.ts';

/** Whoever is not let in any more keeps nothing of the meeting. */
const notLetIn: readonly FailureName[] = ['NotAllowed', 'NotFound', 'SiteNotPrepared'];

/** One $batch. The device keeps what was read. Throws NotFound, NotAllowed, SiteNotPrepared. */
export const openMeeting =
  (desk: Desk, finding: Finding) =>
  async (pointer: MeetingPointer): Promise<MeetingFile> => {
    const read = await desk.workplace.store.openMeeting(pointer).catch(async (error: unknown) => {
      if (notLetIn.some((name) => isFailure(error, name))) await desk.seen.forgetFile(pointer);
      throw error;
    });
    // Painted from the device, the meeting is opened while its event is still looked for.
    const { event } = await finding.last();
    const sent = event && wasSentByForm(event, read) ? await markSent(desk, read, event) : read;
    const file = await followed(desk, sent, event);
    void desk.seen.keepFile(file);
    return file;
  };
