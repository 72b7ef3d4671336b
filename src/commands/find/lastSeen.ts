import type { SeenFile } from '../../device/lastSeen.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { placeName, type FoundMeeting } from './foundMeeting.ts';

/**
 * What this device has of the meeting from an earlier reading by me; null where nothing, or nobody knows who I am yet. For reading before
 * the network answers, or without one: what is written is held against what is stored all the same.
 */
export const lastSeen =
  ({ sitter, seen }: Desk) =>
  async (pointer: MeetingPointer): Promise<SeenFile | null> =>
    (await sitter.find()) === null ? null : seen.file(pointer);

/** Which meeting with an agenda the host's meeting (or the event with this id) was when it was last found. */
export const lastFound =
  ({ workplace, sitter, seen }: Desk) =>
  async (eventId?: string): Promise<FoundMeeting | null> => {
    const name = placeName(eventId === undefined ? workplace.host.meeting : { kind: 'event', eventId });
    return name === null || (await sitter.find()) === null ? null : seen.place(name);
  };
