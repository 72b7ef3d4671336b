import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { OtherAgenda } from './ownPointer.ts';
import type { Desk } from '../desk.ts';
import { fetched } from '../../storage/fetched.ts';
import { findEvent } from './findEvent.ts';
import { lookingRound } from './lookingRound.ts';
import { createFinding } from './finding.ts';
import { findMeeting } from './findMeeting.ts';
import { findMyEvent } from './findMyEvent.ts';
import { lastFound, lastSeen } from './lastSeen.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { NewsForMe } from './lastRead.ts';
import { listMyMeetings } from './listMyMeetings.ts';
import { openMeeting } from './openMeeting.ts';
import type { FoundMeeting } from './foundMeeting.ts';

/** Finding and opening meetings. */
export type FindCommands = ReturnType<typeof findCommands>;

const lastRead = () => fetched(import(/* webpackChunkName: "lastRead" */ './lastRead.ts'));

export function findCommands(desk: Desk) {
  const finding = createFinding(desk);
  return {
    findMeeting: findMeeting(desk, finding),
    findEvent: findEvent(desk, finding),
    findMyEvent: findMyEvent(desk),
    saveAppointment: async (): Promise<FoundMeeting | null> =>
      (await fetched(import(/* webpackChunkName: "lookingRound" */ './saveAppointment.ts'))).saveAppointment(desk, finding)(),
    openMeeting: openMeeting(desk, finding),
    lastSeen: lastSeen(desk),
    lastFound: lastFound(desk),
    newsForMe: async (file: MeetingFile): Promise<NewsForMe | null> => (await lastRead()).newsForMe(desk)(file),
    markRead: async (file: MeetingFile, ids: readonly ItemId[] | null = null): Promise<void> => (await lastRead()).markRead(desk)(file, ids),
    listMyMeetings: listMyMeetings(desk),
    followCalendar: async (file: MeetingFile, event: CalendarEvent | null): Promise<MeetingFile> =>
      (await lookingRound()).followCalendar(desk)(file, event),
    tellCancelled: async (file: MeetingFile): Promise<MeetingFile> => (await lookingRound()).tellCancelled(desk)(file),
    calledByMe: async (file: Pick<MeetingFile, 'occasion'>): Promise<boolean> => (await lookingRound()).calledByMe(desk)(file),
    strayAgendas: async (event: CalendarEvent): Promise<OtherAgenda[]> => (await lookingRound()).strayAgendas(desk)(event),
    copiesOf: async (file: Pick<MeetingFile, 'pointer' | 'occasion'>): Promise<CalendarEvent[]> => (await lookingRound()).copiesOf(desk)(file),
  };
}
