import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { PeopleKnown } from '../../meeting/directoryKnown.ts';
import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';

/**
 * Those who sent an apology and those invited, each by the object id the directory knows them by: an invitation tells addresses, and a person has several.
 * @throws Failure where the directory cannot be asked
 */
export const whoIsListed =
  ({ workplace }: Desk) =>
  async (file: Pick<MeetingFile, 'apologies'>, event: Pick<CalendarEvent, 'invitees' | 'organizer'> | null): Promise<PeopleKnown> =>
    (await fetched(import(/* webpackChunkName: "people" */ './peopleKnown.ts'))).peopleOf(workplace.store, file, event);
