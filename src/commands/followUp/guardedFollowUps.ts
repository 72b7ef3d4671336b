import { asMeetingKey } from '../../meeting/ids.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { FollowUpPlace, FollowUpStore } from '../../storage/followUpStore.ts';

/** What holds a pointer against the circle's own site (circle/closedPlaces.ts). */
interface Holding {
  readonly complete: (pointer: MeetingPointer) => Promise<MeetingPointer>;
  readonly toWrite: (pointer: MeetingPointer) => Promise<MeetingPointer>;
}

/** What is to be done, with its closed place held against what the circle's own site says, before anything closed is read or written. */
export function guardedFollowUps(store: FollowUpStore, { complete, toWrite }: Holding): FollowUpStore {
  const pointerTo = ({ siteId, closedSiteId }: FollowUpPlace) => ({ siteId, closedSiteId, key: asMeetingKey('') });
  return {
    read: async (place, wanted) => store.read(await complete(pointerTo(place)), wanted),
    save: async (place, before, after) =>
      store.save(after.openness === 'closed' ? await toWrite(pointerTo(place)) : { ...place, closedSiteId: null }, before, after),
    close: async (pointer, items) => store.close(await toWrite(pointer), items),
    toDo: store.toDo,
  };
}
