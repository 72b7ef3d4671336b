import { isFailure } from '../../meeting/errors.ts';
import type { Desk } from '../desk.ts';
import type { Finding } from './finding.ts';
import { foundBy, placeName, type FoundMeeting } from './foundMeeting.ts';

/** Outlook answers before Exchange has what was saved, in cached mode by some seconds (saveAsync, remarks). In milliseconds. */
const PAUSES = [400, 800, 1_600, 3_200, 6_400];

/**
 * Saves the appointment in Outlook's open form, with all that stands there, and finds it. Nobody is invited by that.
 * @returns null where it is saved, but has not come to the server yet
 * @throws HostFailure where Outlook does not save it
 */
export const saveAppointment =
  ({ workplace: { host, store } }: Desk, finding: Finding, pauses: readonly number[] = PAUSES) =>
  async (): Promise<FoundMeeting | null> => {
    await host.invitation?.save();
    const { meeting } = host;
    if (meeting.kind !== 'event') return null;
    for (const pause of [...pauses, null]) {
      try {
        return await finding.begin(
          placeName(meeting),
          store.eventById(meeting.eventId).then((event) => foundBy(store, event)),
        );
      } catch (error) {
        if (!isFailure(error, 'NotFound')) throw error;
        if (pause !== null) await new Promise((done) => setTimeout(done, pause));
      }
    }
    return null;
  };
