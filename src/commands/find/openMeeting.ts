import { differsFromCalendar } from '../../meeting/calendarFacts.ts';
import { isFailure, type FailureName } from '../../meeting/errors.ts';
import type { MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import type { Finding } from './finding.ts';
import { lookingRound } from './lookingRound.ts';
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
    // Only what the organiser's own copy tells otherwise is written down, and only then what does it is fetched.
    const file = event?.iAmOrganizer && differsFromCalendar(sent.occasion, event) ? await (await lookingRound()).followed(desk, sent, event) : sent;
    void desk.seen.keepFile(file);
    return file;
  };
