import type { Graph } from '../graph/client.ts';
import { itemsRequest, parseItem, parseItems } from '../graph/lists.ts';
import { joinedTeams } from '../graph/teams.ts';
import { searchUsers } from '../graph/users.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import type { ClosedSince } from '../meeting/closedEdition.ts';
import type { MeetingKey, SiteId } from '../meeting/ids.ts';
import type {
  Apology,
  Board,
  CalendarEvent,
  MeetingFile,
  MeetingPointer,
  Person,
  Publication,
  PublicationTarget,
  Treatment,
} from '../meeting/meeting.ts';
import { apologyFromFields } from './apologyRow.ts';
import {
  acceptEvent,
  declineEvent,
  eventById,
  eventOfChat,
  eventOfMeeting,
  invitationBody,
  myEvents,
  putPointer,
  writeInvitationBody,
} from './calendar.ts';
import { translated } from './failure.ts';
import { fetched } from './fetched.ts';
import { meetingFromFields, type MeetingRow } from './meetingRow.ts';
import type { MinutesRow } from './minutesRow.ts';
import { openMeeting } from './openMeeting.ts';
import type { FoundBoard, OnPrepare } from './prepareBoard.ts';
import type { Posted } from './postMessage.ts';
import type { LogLine } from './publicationLog.ts';

/** What is kept, and where it is kept, behind one door: the only way commands reach Microsoft 365. All failures are named ones. */
export interface Store {
  eventById(id: string): Promise<CalendarEvent>;
  eventOfChat(chatId: string, now: Date): Promise<CalendarEvent>;
  eventOfMeeting(meeting: { iCalUId: string; start: string; key: string }): Promise<CalendarEvent | null>;
  myEvents(from: Date, to: Date): Promise<CalendarEvent[]>;
  invitationBody(eventId: string): Promise<{ html: string; joinUrl: string | null }>;
  writeInvitationBody(eventId: string, html: string): Promise<{ html: string; joinUrl: string | null }>;
  putPointer(eventId: string, pointer: MeetingPointer): Promise<void>;
  declineEvent(eventId: string, comment: string): Promise<void>;
  acceptEvent(eventId: string): Promise<boolean>;

  teams(): Promise<{ id: string; name: string }[]>;
  findBoard(teamId: string): Promise<FoundBoard>;
  prepareBoard(team: { id: string; name: string }, onStep: OnPrepare): Promise<Board>;
  boardMeetings(board: Board): Promise<MeetingRow[]>;

  openMeeting(pointer: MeetingPointer): Promise<MeetingFile>;
  putMeeting(pointer: MeetingPointer, row: MeetingRow): Promise<void>;
  writeItems(pointer: MeetingPointer, items: readonly AgendaItem[], onRow: (done: number, of: number) => void): Promise<void>;
  changeItems(pointer: MeetingPointer, before: readonly AgendaItem[], after: readonly AgendaItem[]): Promise<void>;
  /** All apologies of the meeting as they stand now, withdrawn ones too. */
  apologies(pointer: MeetingPointer): Promise<Apology[]>;
  putApology(pointer: MeetingPointer, apology: Apology): Promise<void>;
  /** `before` is the treatment as it was read, for a merge; null writes all of it. */
  putTreatment(pointer: MeetingPointer, before: Treatment | null, after: Treatment): Promise<void>;

  /** Makes a version's rows on a site say this; tells whether anything had to be written. */
  replaceMinutesLines(siteId: SiteId, key: MeetingKey, version: number, rows: readonly MinutesRow[]): Promise<boolean>;
  /** Closes items in what was published; tells in which editions (closeMinutes.ts). */
  closeMinutes(pointer: MeetingPointer, since: readonly ClosedSince[]): Promise<readonly number[]>;
  /** Throws nothing: how it went is the answer. */
  postChannelMessage(board: Board, content: { readonly subject: string; readonly html: string }): Promise<Posted>;
  /** The line of the publication log of a target in a version, or null before it was tried. */
  readLogLine(pointer: MeetingPointer, version: number, target: PublicationTarget): Promise<LogLine | null>;
  keepLogLine(pointer: MeetingPointer, line: Publication): Promise<Publication>;
  /** Only one pane gets true: it alone does what the line says. `earlier` is the line as it was read. */
  claimLogLine(pointer: MeetingPointer, line: Publication, earlier: LogLine | null): Promise<boolean>;
  markPublished(pointer: MeetingPointer): Promise<void>;

  searchPeople(text: string): Promise<Person[]>;
}

// What the first agenda does without is fetched apart from it, and what writes rows as soon as the page has nothing else to do.
const writing = () => fetched(import(/* webpackChunkName: "writing", webpackPrefetch: true */ './writing.ts'));
const preparing = () => fetched(import(/* webpackChunkName: "preparing" */ './prepareBoard.ts'));
const publishing = () => fetched(import(/* webpackChunkName: "exporters" */ './publishing.ts'));

export function createStore(graph: Graph): Store {
  return {
    eventById: (id) => eventById(graph, id),
    eventOfChat: (chatId, now) => eventOfChat(graph, chatId, now),
    eventOfMeeting: (meeting) => eventOfMeeting(graph, meeting),
    myEvents: (from, to) => myEvents(graph, from, to),
    invitationBody: (eventId) => invitationBody(graph, eventId),
    writeInvitationBody: (eventId, html) => writeInvitationBody(graph, eventId, html),
    putPointer: (eventId, pointer) => putPointer(graph, eventId, pointer),
    declineEvent: (eventId, comment) => declineEvent(graph, eventId, comment),
    acceptEvent: (eventId) => acceptEvent(graph, eventId),

    teams: () => translated('Reading my teams', async () => (await joinedTeams(graph)).map((team) => ({ id: team.id, name: team.displayName }))),
    findBoard: async (teamId) => (await preparing()).findBoard(graph, teamId),
    prepareBoard: async (team, onStep) => (await preparing()).prepareBoard(graph, team, onStep),
    boardMeetings: (board) =>
      translated("Reading the board's meetings", async () =>
        (await graph.all(itemsRequest(board.siteId, 'DagsordenMoeder', { top: 200 }))).map((body) => meetingFromFields(parseItem(body).fields)),
      ),

    openMeeting: (pointer) => openMeeting(graph, pointer),
    putMeeting: async (pointer, row) => (await writing()).putMeeting(graph, pointer, row),
    writeItems: async (pointer, items, onRow) => (await writing()).writeAgendaItems(graph, pointer, items, onRow),
    changeItems: async (pointer, before, after) => (await writing()).changeItems(graph, pointer, before, after),
    apologies: (pointer) =>
      translated('Reading the apologies', async () => {
        const asked = itemsRequest(pointer.siteId, 'DagsordenAfbud', { field: 'MeetingKey', value: pointer.key, top: 500 });
        return parseItems((await graph.request(asked)).body).map((row) => apologyFromFields(row.fields));
      }),
    putApology: async (pointer, apology) => (await writing()).putApology(graph, pointer, apology),
    putTreatment: async (pointer, before, after) => (await writing()).putTreatment(graph, pointer, before, after),
    replaceMinutesLines: async (siteId, key, version, rows) => (await publishing()).replaceMinutes(graph, siteId, key, version, rows),
    closeMinutes: async (pointer, since) => (await publishing()).closeMinutes(graph, pointer, since),
    postChannelMessage: async (board, content) => (await publishing()).postMessage(graph, board, content),
    readLogLine: async (pointer, version, target) => (await publishing()).readLogLine(graph, pointer, version, target),
    keepLogLine: async (pointer, line) => (await publishing()).keepLogLine(graph, pointer, line),
    claimLogLine: async (pointer, line, earlier) => (await publishing()).claimLogLine(graph, pointer, line, earlier),
    markPublished: async (pointer) => (await writing()).markPublished(graph, pointer),
    searchPeople: (text) =>
      translated('Searching people', async () =>
        (await searchUsers(graph, text)).map((user) => ({
          id: user.id,
          name: user.displayName ?? user.userPrincipalName ?? '',
          email: user.mail ?? user.userPrincipalName,
        })),
      ),
  };
}
