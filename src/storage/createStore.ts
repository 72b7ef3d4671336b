import type { Graph } from '../graph/client.ts';
import { eventById, eventOfChat, invitationBody, myEvents } from './calendar.ts';
import { fetched } from './fetched.ts';
import type { LaterStore } from './laterStore.ts';
import { methodsLater } from './methodsLater.ts';
import { openMeeting } from './openMeeting.ts';
import { findingRenamed } from './renamedLists.ts';
import type { Store } from './store.ts';

/** What the first agenda does without (laterStore.ts). */
const LATER = [
  'eventOfMeeting',
  'siblings',
  'eventsBetween',
  'writeInvitationBody',
  'putPointer',
  'answerEvent',
  'acceptEvent',
  'teams',
  'findBoard',
  'prepareBoard',
  'closedRooms',
  'boardOfSite',
  'bindCircle',
  'confirmCircle',
  'channelMembers',
  'boardChannel',
  'boardMeetings',
  'meetingRows',
  'removeMeeting',
  'putOccasion',
  'putMeeting',
  'keepSupplement',
  'markSent',
  'claimInvitation',
  'invitationClaims',
  'dropInvitationClaims',
  'openItems',
  'writeItems',
  'changeItems',
  'apologies',
  'changeApologies',
  'putTreatment',
  'putTimes',
  'closeTreatments',
  'treatmentsNow',
  'presence',
  'addPresence',
  'closePresence',
  'substituteActs',
  'addSubstituteAct',
  'changeInvitees',
  'absenceReasons',
  'keepAbsenceReason',
  'dropAbsenceReasons',
  'attendanceOfMeetings',
  'decisionReader',
  'replaceMinutesLines',
  'sealedRows',
  'approvalLines',
  'closeRemarks',
  'addApproval',
  'closeMinutes',
  'postChannelMessage',
  'publications',
  'readLogLine',
  'keepLogLine',
  'claimLogLine',
  'withdrawMinutes',
  'markWithdrawn',
  'markPublished',
  'readProfile',
  'saveMember',
  'removeMember',
  'saveRules',
  'teamMembers',
  'libraryId',
  'keepPaper',
  'paperContent',
  'deletePaper',
  'libraryEntries',
  'readNote',
  'keepNote',
  'backlog',
  'directoryOf',
  'searchPeople',
] as const satisfies readonly (keyof LaterStore)[];

export function createStore(given: Graph): Store {
  const graph = findingRenamed(given);
  const later = async (): Promise<LaterStore> =>
    (await fetched(import(/* webpackChunkName: "store", webpackPrefetch: true */ './laterStore.ts'))).laterStore(graph);
  return {
    eventById: (id) => eventById(graph, id),
    eventOfChat: (chatId, now) => eventOfChat(graph, chatId, now),
    myEvents: (from, to) => myEvents(graph, from, to),
    invitationBody: (eventId) => invitationBody(graph, eventId),
    openMeeting: async (pointer) => (await openMeeting(graph, pointer)).file,
    readMeeting: (pointer, known) => openMeeting(graph, pointer, known),
    completed: (pointer) => Promise.resolve(pointer),
    ...methodsLater(later, LATER),
  };
}
