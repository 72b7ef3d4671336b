import { asMeetingKey } from '../../meeting/ids.ts';
import type { BacklogPlace, BacklogStore } from '../../storage/backlogStore.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';

/** What holds a pointer against the circle's own site (circle/closedPlaces.ts). */
interface Holding {
  readonly complete: (pointer: MeetingPointer) => Promise<MeetingPointer>;
  readonly toWrite: (pointer: MeetingPointer) => Promise<MeetingPointer>;
}

/** The backlog with its closed place held against what the circle's own site says, before anything closed is read or written. */
export function guardedBacklog(store: BacklogStore, { complete, toWrite }: Holding): BacklogStore {
  const pointerTo = ({ siteId, closedSiteId }: BacklogPlace) => ({ siteId, closedSiteId, key: asMeetingKey('') });
  /** Where nothing closed is touched, the closed place is left alone. */
  const placeFor = async (place: BacklogPlace, closed: boolean): Promise<BacklogPlace> =>
    closed ? toWrite(pointerTo(place)) : { ...place, closedSiteId: null };
  return {
    read: async (place) => store.read(await complete(pointerTo(place))),
    saveProposal: async (place, before, after) =>
      store.saveProposal(await placeFor(place, before?.openness === 'closed' || after.openness === 'closed'), before, after),
    takeProposal: async (place, proposal, taken, mayMake) =>
      store.takeProposal(await placeFor(place, proposal.openness === 'closed'), proposal, taken, mayMake),
    saveEntry: async (place, before, after) =>
      store.saveEntry(await placeFor(place, before?.openness === 'closed' || after.openness === 'closed'), before, after),
    removeEntry: async (place, entry) => store.removeEntry(await placeFor(place, entry.openness === 'closed'), entry),
    findProposal: async (place, id) => store.findProposal(await complete(pointerTo(place)), id),
    forgetProposal: (place, id) => store.forgetProposal(place, id),
    routes: async (pointer) => store.routes(pointer.closedSiteId === null ? pointer : await complete(pointer)),
    saveRoute: async (pointer, before, after) => {
      const closed = before?.openness === 'closed' || after?.openness === 'closed';
      return store.saveRoute(closed ? await toWrite(pointer) : { ...pointer, closedSiteId: null }, before, after);
    },
    releaseProposal: async (place, proposal, taken) => store.releaseProposal(await placeFor(place, proposal.openness === 'closed'), proposal, taken),
  };
}
