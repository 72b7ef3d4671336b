import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { refuseOtherBoard } from '../find/otherBoard.ts';
import { order } from '../order.ts';
import type { Came } from './comeToMeetingPlan.ts';

export const comeToMeetingOrder = order({
  name: 'comeToMeeting',
  version: 1,
  stepNames: ['accepted'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './comeToMeetingPlan.ts')).comeToMeetingPlan,
});

/** "I come": accepts the meeting in my calendar, where no apology of mine stands (one that does is withdrawn, which accepts too). */
export const comeToMeeting =
  ({ send, me }: Desk) =>
  async (file: Pick<MeetingFile, 'pointer'>, event: CalendarEvent): Promise<Came> => {
    refuseOtherBoard(file.pointer, event);
    return send(comeToMeetingOrder, { pointer: file.pointer, eventId: event.id, person: me() });
  };
