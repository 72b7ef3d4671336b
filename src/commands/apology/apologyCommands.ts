import type { Desk } from '../desk.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { fetched } from '../../storage/fetched.ts';
import type { BeforeAgenda } from './beforeAgenda.ts';
import { comeToMeeting } from './comeToMeeting.ts';
import { sendApology } from './sendApology.ts';
import { withdrawApology } from './withdrawApology.ts';

/** My own apology. */
export type ApologyCommands = ReturnType<typeof apologyCommands>;

export function apologyCommands(desk: Desk) {
  return {
    sendApology: sendApology(desk),
    withdrawApology: withdrawApology(desk),
    comeToMeeting: comeToMeeting(desk),
    /** A meeting without an agenda, to send an apology for (beforeAgenda.ts). */
    beforeAgenda: async (event: CalendarEvent): Promise<BeforeAgenda | null> =>
      (await fetched(import(/* webpackChunkName: "beforeAgenda" */ './beforeAgenda.ts'))).beforeAgenda(desk)(event),
  };
}
