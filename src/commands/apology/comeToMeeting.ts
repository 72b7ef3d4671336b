import { standingOf } from '../../meeting/apologies.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { refuseOtherBoard } from '../find/otherBoard.ts';
import { order } from '../order.ts';
import type { Came } from './comeToMeetingPlan.ts';
import { withdrawApology } from './withdrawApology.ts';
import type { Withdrawn } from './withdrawApologyPlan.ts';

export const comeToMeetingOrder = order({
  name: 'comeToMeeting',
  version: 1,
  stepNames: ['accepted'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './comeToMeetingPlan.ts')).comeToMeetingPlan,
});

/** "I come": accepts the meeting in my calendar. An apology of mine that stands is withdrawn first, which accepts as well. */
export const comeToMeeting =
  (desk: Desk) =>
  async (file: MeetingFile, event: CalendarEvent): Promise<Came | Withdrawn> => {
    const { send, me } = desk;
    refuseOtherBoard(file.pointer, event);
    const mine = standingOf(file.apologies, me());
    if (mine) return withdrawApology(desk)(file, mine);
    return send(comeToMeetingOrder, { pointer: file.pointer, eventId: event.id, person: me() });
  };
