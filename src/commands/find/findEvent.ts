import type { Desk } from '../desk.ts';
import { foundBy, type FoundMeeting, type LastFound } from './foundMeeting.ts';

/** Opens an event of mine by its Graph id. Throws NotFound, WholeSeries. */
export const findEvent =
  ({ workplace }: Desk, last: LastFound) =>
  async (eventId: string): Promise<FoundMeeting> => {
    const event = await workplace.store.eventById(eventId);
    last.event = event;
    return foundBy(event);
  };
