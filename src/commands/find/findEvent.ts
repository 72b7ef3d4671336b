import type { Desk } from '../desk.ts';
import type { Finding } from './finding.ts';
import { foundBy, placeName, type FoundMeeting } from './foundMeeting.ts';

/** Opens an event of mine by its Graph id. Throws NotFound, WholeSeries. */
export const findEvent =
  ({ workplace }: Desk, finding: Finding) =>
  (eventId: string): Promise<FoundMeeting> =>
    finding.begin(
      placeName({ kind: 'event', eventId }),
      workplace.store.eventById(eventId).then((event) => foundBy(workplace.store, event)),
    );
