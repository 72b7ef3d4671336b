import type { Graph } from '../graph/client.ts';
import { Failure } from '../meeting/errors.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { fetched } from './fetched.ts';
import type { Store } from './store.ts';

// What the first agenda does without is fetched apart from it, and what writes rows as soon as the page has nothing else to do.
const writing = () => fetched(import(/* webpackChunkName: "writing", webpackPrefetch: true */ './writing.ts'));
/** Who is who among those listed: not before an agenda is on screen. */
const knowing = () => fetched(import(/* webpackChunkName: "people" */ './directory.ts'));
const looking = () => fetched(import(/* webpackChunkName: "lookingRound" */ './looking.ts'));
const choosing = () => fetched(import(/* webpackChunkName: "preparing" */ './teams.ts'));
const preparing = () => fetched(import(/* webpackChunkName: "preparing" */ './prepareBoard.ts'));
const circle = () => fetched(import(/* webpackChunkName: "circle" */ './circle.ts'));
const profiles = () => fetched(import(/* webpackChunkName: "profile" */ './profiles.ts'));
const approving = () => fetched(import(/* webpackChunkName: "approval" */ './approvalLines.ts'));
const publishing = () => fetched(import(/* webpackChunkName: "exporters" */ './publishing.ts'));

const notes = () => fetched(import(/* webpackChunkName: "papers" */ './personalNotes.ts'));
const papers = () => fetched(import(/* webpackChunkName: "papers" */ './papers.ts'));

/** The site whose library a paper goes to. Throws Failure ClosedRoomMissing. */
function siteOf({ siteId, closedSiteId }: MeetingPointer, inside: boolean): SiteId {
  if (!inside) return siteId;
  if (closedSiteId === null) throw new Failure('ClosedRoomMissing', 'The board has no place for closed papers');
  return closedSiteId;
}

/** All but what finds and opens a meeting (createStore.ts). */
export type LaterStore = Omit<Store, 'eventById' | 'eventOfChat' | 'myEvents' | 'invitationBody' | 'openMeeting' | 'readMeeting' | 'completed'>;

/** What is done about the approval of the minutes. */
const approvals = (graph: Graph): Pick<LaterStore, 'approvalLines' | 'closeRemarks' | 'dropApproval' | 'addApproval'> => ({
  approvalLines: async (pointer) => (await approving()).approvalLines(graph, pointer),
  closeRemarks: async (pointer) => (await approving()).closeRemarks(graph, pointer),
  dropApproval: async (pointer, id) => (await approving()).dropApproval(graph, pointer, id),
  addApproval: async (pointer, line, inner) => (await approving()).addApproval(graph, pointer, line, inner),
});

type OfCircle = 'closedRooms' | 'boardOfSite' | 'bindCircle' | 'confirmCircle' | 'placeMembers' | 'closedSites' | 'boardChannel';

/** Where closed items are kept, and who says so. */
const circles = (graph: Graph): Pick<LaterStore, OfCircle> => ({
  closedRooms: async (board, me, hints) => (await circle()).closedRooms(graph, board, me, hints),
  boardOfSite: async (siteId) => (await circle()).boardOfSite(graph, siteId),
  bindCircle: async (board, room) => (await circle()).bindCircle(graph, board, room),
  confirmCircle: async (board, room, me) => (await circle()).confirmCircle(graph, board, room, me),
  placeMembers: async (teamId, room) =>
    (await fetched(import(/* webpackChunkName: "circle" */ './placeMembers.ts'))).placeMembers(graph, teamId, room),
  closedSites: async () => (await fetched(import(/* webpackChunkName: "closedSite" */ './closedSiteStore.ts'))).closedSitesOf(graph),
  boardChannel: async (board) => (await circle()).boardChannel(graph, board),
});

/** What of the store the first agenda does without: fetched apart from it, each kind with its first. */
export function laterStore(graph: Graph): LaterStore {
  return {
    eventOfMeeting: async (meeting) => (await looking()).eventOfMeeting(graph, meeting),
    siblings: async (event) => (await looking()).siblings(graph, event),
    eventsBetween: async (from, to) => (await looking()).eventsBetween(graph, from, to),
    writeInvitationBody: async (eventId, html, lastLook) => (await writing()).writeInvitationBody(graph, eventId, html, lastLook),
    putPointer: async (eventId, pointer, isFirst) => (await writing()).putPointer(graph, eventId, pointer, isFirst),
    answerEvent: async (eventId, answer, lastLook) => (await writing()).answerEvent(graph, eventId, answer, lastLook),
    moveEvent: async (eventId, seen, wanted) => (await writing()).moveEvent(graph, eventId, seen, wanted),
    acceptEvent: async (eventId) => (await writing()).acceptEvent(graph, eventId),
    teams: async () => (await choosing()).myTeams(graph),
    findBoard: async (teamId) => (await preparing()).findBoard(graph, teamId),
    prepareBoard: async (team, onStep, choice) => (await preparing()).prepareBoard(graph, team, onStep, choice),
    ...circles(graph),
    boardMeetings: async (board, onUnread, recent) => (await looking()).boardMeetings(graph, board, onUnread, recent),
    meetingRows: async (pointers) => (await looking()).meetingRows(graph, pointers),
    removeMeeting: async (pointer) => (await writing()).removeMeeting(graph, pointer),
    putOccasion: async (pointer, following) => (await writing()).putOccasion(graph, pointer, following),
    putMeeting: async (pointer, row, seen, isFirst) => (await writing()).putMeeting(graph, pointer, row, seen, isFirst),
    keepSupplement: async (pointer, ids) => (await writing()).keepSupplement(graph, pointer, ids),
    markSent: async (pointer, at, revises, sent) => (await writing()).markSent(graph, pointer, at, revises, sent),
    claimInvitation: async (pointer, claim) => (await writing()).claimInvitation(graph, pointer, claim),
    startInvitation: async (pointer, eventId, start, seen) => (await writing()).startInvitation(graph, pointer, eventId, start, seen),
    invitationClaims: async (pointer) => (await writing()).invitationClaims(graph, pointer),
    dropInvitationClaims: async (pointer, claims) => (await writing()).dropInvitationClaims(graph, pointer, claims),
    openItems: async (pointer) => (await writing()).openItems(graph, pointer),
    writeItems: async (pointer, items, onRow, decidedOn) => (await writing()).writeAgendaItems(graph, pointer, items, onRow, decidedOn),
    changeItems: async (pointer, before, after, opens) => (await writing()).changeItems(graph, pointer, before, after, opens),
    apologies: async (pointer, publishers) => (await looking()).apologiesOf(graph, pointer, publishers),
    changeApologies: async (pointer, decide, publishers) => (await writing()).changeApologies(graph, pointer, decide, publishers),
    putTreatment: async (pointer, before, after) => (await writing()).putTreatment(graph, pointer, before, after),
    putTimes: async (pointer, passing, blankOf) => (await writing()).putTimes(graph, pointer, passing, blankOf),
    closeTreatments: async (pointer) => (await writing()).closeTreatments(graph, pointer),
    treatmentsNow: async (pointer) => (await writing()).treatmentsNow(graph, pointer),
    presence: async (pointer) => (await looking()).presenceOf(graph, pointer),
    addPresence: async (pointer, notes, closed) => (await writing()).addPresence(graph, pointer, notes, closed),
    fillPresence: async (pointer, note, closed) => (await writing()).fillPresence(graph, pointer, note, closed),
    closePresence: async (pointer, closed) => (await writing()).closePresence(graph, pointer, closed),
    ...standIns(graph),
    attendanceOfMeetings: async (board, from, before) => (await looking()).attendanceOfMeetings(graph, board, from, before),
    decisionReader: async () => (await fetched(import(/* webpackChunkName: "decisions" */ './decisionReader.ts'))).decisionReader(graph),
    replaceMinutesLines: async (siteId, key, version, rows, lastLook, publishers) =>
      (await publishing()).replaceMinutes(graph, siteId, { key, version, publishers }, rows, lastLook),
    sealedRows: async (key, rows, sealing) => (await publishing()).sealedRows(key, rows, sealing),
    ...approvals(graph),
    closeMinutes: async (pointer, since) => (await publishing()).closeMinutes(graph, pointer, since),
    postChannelMessage: async (board, content, lastLook, answers) => (await publishing()).postMessage(graph, board, content, lastLook, answers),
    publications: async (pointer, publishers) => (await looking()).publicationsOf(graph, pointer, publishers),
    readLogLine: async (pointer, version, target) => (await publishing()).readLogLine(graph, pointer, version, target),
    keepLogLine: async (pointer, line) => (await publishing()).keepLogLine(graph, pointer, line),
    claimLogLine: async (pointer, line, earlier) => (await publishing()).claimLogLine(graph, pointer, line, earlier),
    withdrawMinutes: async (pointer) => (await publishing()).withdrawMinutes(graph, pointer),
    markWithdrawn: async (pointer) => (await writing()).markWithdrawn(graph, pointer),
    markPublished: async (pointer) => (await writing()).markPublished(graph, pointer),
    readProfile: async (siteId) => (await profiles()).readProfile(graph, siteId),
    saveMember: async (siteId, before, after) => (await profiles()).saveMember(graph, siteId, before, after),
    removeMember: async (siteId, member) => (await profiles()).removeMember(graph, siteId, member),
    saveRules: async (siteId, before, after) => (await profiles()).saveRules(graph, siteId, before, after),
    teamMembers: async (board) => (await profiles()).teamMembers(graph, board),
    ...files(graph),
    readNote: async (key, itemId) => (await notes()).readNote(graph, key, itemId),
    keepNote: async (key, itemId, before, after) => (await notes()).keepNote(graph, key, itemId, before, after),
    guests: async () => (await fetched(import(/* webpackChunkName: "guests" */ './guestStore.ts'))).guestStore(graph),
    backlog: async () => (await fetched(import(/* webpackChunkName: "backlog" */ './backlogStore.ts'))).backlogOf(graph),
    live: async () => (await fetched(import(/* webpackChunkName: "live" */ './liveStore.ts'))).liveOf(graph),
    followUps: async () => (await fetched(import(/* webpackChunkName: "followUp" */ './followUpStore.ts'))).followUpsOf(graph),
    directoryOf: async (addresses) => (await knowing()).directoryOf(graph, addresses),
    searchPeople: async (text) => (await looking()).searchPeople(graph, text),
    tellInChat: async (people, text, lastLook) => (await writing()).tellInChat(graph, people, text, lastLook),
  };
}

type OfFiles = 'libraryId' | 'channelFiles' | 'keepPaper' | 'paperContent' | 'deletePaper' | 'libraryEntries';

/** Papers, and what is put among the files of a channel. */
function files(graph: Graph): Pick<Store, OfFiles> {
  return {
    libraryId: async (pointer, inside) => (await papers()).libraryOf(graph, siteOf(pointer, inside)),
    channelFiles: async (board) => (await fetched(import(/* webpackChunkName: "channel-files" */ './channelFiles.ts'))).channelFiles(graph, board),
    keepPaper: async (pointer, inside, paper, sending) => (await papers()).keepPaper(graph, siteOf(pointer, inside), paper, sending),
    paperContent: async (file) => (await papers()).paperContent(graph, file),
    deletePaper: async (file) => (await papers()).deletePaper(graph, file),
    libraryEntries: async (pointer, inside, folderId) => (await papers()).libraryEntries(graph, siteOf(pointer, inside), folderId),
  };
}

type OfStandIns = 'substituteActs' | 'addSubstituteAct' | 'changeInvitees' | 'absenceReasons' | 'keepAbsenceReason' | 'dropAbsenceReasons';

/** Who stands in for whom, and why somebody is away. */
function standIns(graph: Graph): Pick<Store, OfStandIns> {
  return {
    substituteActs: async (pointer) => (await writing()).substituteActs(graph, pointer),
    addSubstituteAct: async (pointer, act) => (await writing()).addSubstituteAct(graph, pointer, act),
    changeInvitees: async (eventId, decide) => (await writing()).changeInvitees(graph, eventId, decide),
    absenceReasons: async (pointer) => (await writing()).absenceReasons(graph, pointer),
    keepAbsenceReason: async (pointer, person, reason) => (await writing()).keepAbsenceReason(graph, pointer, person, reason),
    dropAbsenceReasons: async (pointer) => (await writing()).dropAbsenceReasons(graph, pointer),
  };
}
