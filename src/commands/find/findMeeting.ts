import type { Desk } from '../desk.ts';
import { pointerOf } from '../link.ts';
import type { Workplace } from '../workplace.ts';
import type { Finding } from './finding.ts';
import { foundBy, placeName, type FoundMeeting } from './foundMeeting.ts';

/** The meeting that the host stands on, or the one its address names. Throws NotFound, and WholeSeries where the host stands on a series. */
export const findMeeting =
  ({ workplace }: Desk, finding: Finding) =>
  (): Promise<FoundMeeting> =>
    finding.begin(placeName(workplace.host.meeting), find(workplace));

async function find({ host, store, now }: Workplace): Promise<FoundMeeting> {
  const addressed = host.address === null ? null : pointerOf(host.address);
  if (addressed) return { event: null, pointer: addressed };
  // The person may have saved it in Outlook since.
  if (host.meeting.kind === 'unsaved') await host.invitation?.lookAgain();
  if (host.meeting.kind === 'event') return foundBy(store, await store.eventById(host.meeting.eventId));
  if (host.meeting.kind === 'chat') return foundBy(store, await store.eventOfChat(host.meeting.chatId, now()));
  return { event: null, pointer: null };
}
