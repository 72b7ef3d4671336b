import type { Desk } from '../desk.ts';
import { findEvent } from './findEvent.ts';
import { findMeeting } from './findMeeting.ts';
import { findMyEvent } from './findMyEvent.ts';
import type { LastFound } from './foundMeeting.ts';
import { listMyMeetings } from './listMyMeetings.ts';
import { openMeeting } from './openMeeting.ts';

/** Finding and opening meetings. */
export type FindCommands = ReturnType<typeof findCommands>;

export function findCommands(desk: Desk) {
  const last: LastFound = { event: null };
  return {
    findMeeting: findMeeting(desk, last),
    findEvent: findEvent(desk, last),
    findMyEvent: findMyEvent(desk),
    openMeeting: openMeeting(desk, last),
    listMyMeetings: listMyMeetings(desk),
  };
}
