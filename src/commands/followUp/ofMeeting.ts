import { followsClosed, type FollowUp } from '../../meeting/followUp.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { FollowUpsRead } from '../../storage/followUpStore.ts';
import type { Workplace } from '../workplace.ts';

type Asked = Pick<MeetingFile, 'pointer' | 'agenda' | 'closedAccess'>;

/**
 * What follows from a meeting's items. Somebody outside the circle is not told what follows from an item that is closed by now, wherever that stands;
 * whoever is inside moves what stands open of it into the circle.
 */
export const ofMeeting =
  ({ workplace: { store } }: { readonly workplace: Pick<Workplace, 'store'> }) =>
  async ({ pointer, agenda, closedAccess }: Asked): Promise<FollowUpsRead> => {
    const followUps = await store.followUps();
    const read = await followUps.read(pointer, { key: pointer.key });
    const isStray = (one: FollowUp) => one.openness === 'open' && followsClosed(one, agenda.items);
    if (closedAccess === 'no') return { ...read, followUps: read.followUps.filter((one) => !isStray(one)) };
    if (closedAccess === 'yes' && read.followUps.some(isStray)) {
      // Whoever reads next tries again.
      void followUps.close(pointer, agenda.items).catch(() => undefined);
      return { ...read, followUps: read.followUps.map((one): FollowUp => (isStray(one) ? { ...one, openness: 'closed' } : one)) };
    }
    return read;
  };
