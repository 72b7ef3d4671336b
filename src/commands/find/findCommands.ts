import type { Desk } from '../desk.ts';
import { findEvent } from './findEvent.ts';
import { copiesOf } from './copiesOf.ts';
import { followCalendar, tellCancelled } from './followCalendar.ts';
import { strayAgendas } from './strayAgendas.ts';
import { createFinding } from './finding.ts';
import { findMeeting } from './findMeeting.ts';
import { findMyEvent } from './findMyEvent.ts';
import { lastFound, lastSeen } from './lastSeen.ts';
import { listMyMeetings } from './listMyMeetings.ts';
import { openMeeting } from './openMeeting.ts';

/** Finding and opening meetings. */
export type FindCommands = ReturnType<typeof findCommands>;

export function findCommands(desk: Desk) {
  const finding = createFinding(desk);
  return {
    findMeeting: findMeeting(desk, finding),
    findEvent: findEvent(desk, finding),
    findMyEvent: findMyEvent(desk),
    openMeeting: openMeeting(desk, finding),
    lastSeen: lastSeen(desk),
    lastFound: lastFound(desk),
    listMyMeetings: listMyMeetings(desk),
    followCalendar: followCalendar(desk),
    tellCancelled: tellCancelled(desk),
    strayAgendas: strayAgendas(desk),
    copiesOf: copiesOf(desk),
  };
}
