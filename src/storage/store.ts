import type { Graph } from '../graph/client.ts';
import { itemsRequest, parseItem, parseItems } from '../graph/lists.ts';
import { joinedTeams } from '../graph/teams.ts';
import { searchUsers } from '../graph/users.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import type { Apology, Board, CalendarEvent, MeetingFile, MeetingPointer, Person, Publication, Treatment } from '../meeting/meeting.ts';
import { apologyFromFields, apologyToFields } from './apologyRow.ts';
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
import { meetingFromFields, meetingToFields, type MeetingRow } from './meetingRow.ts';
import { openMeeting } from './openMeeting.ts';
import { findBoard, prepareBoard, type FoundBoard, type OnPrepare } from './prepareBoard.ts';
import { sendPublication, settleChannel, type PublicationOrder } from './publish.ts';
import { putTreatment } from './putTreatment.ts';
import { upsertRow } from './upsert.ts';
import { changeItems, writeAgendaItems } from './writeAgenda.ts';

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
  publish(order: PublicationOrder, onTarget: (publication: Publication) => void): Promise<Publication[]>;
  settleChannel(pointer: MeetingPointer, line: Publication, arrived: boolean): Promise<Publication>;
  searchPeople(text: string): Promise<Person[]>;
}

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
    findBoard: (teamId) => findBoard(graph, teamId),
    prepareBoard: (team, onStep) => prepareBoard(graph, team, onStep),
    boardMeetings: (board) =>
      translated("Reading the board's meetings", async () =>
        (await graph.all(itemsRequest(board.siteId, 'DagsordenMoeder', { top: 200 }))).map((body) => meetingFromFields(parseItem(body).fields)),
      ),

    openMeeting: (pointer) => openMeeting(graph, pointer),
    putMeeting: (pointer, row) =>
      translated('Writing the meeting', () => upsertRow(graph, { siteId: pointer.siteId, list: 'DagsordenMoeder' }, meetingToFields(row))),
    writeItems: (pointer, items, onRow) => writeAgendaItems(graph, pointer, items, onRow),
    changeItems: (pointer, before, after) => changeItems(graph, pointer, before, after),
    apologies: (pointer) =>
      translated('Reading the apologies', async () => {
        const asked = itemsRequest(pointer.siteId, 'DagsordenAfbud', { field: 'MeetingKey', value: pointer.key, top: 500 });
        return parseItems((await graph.request(asked)).body).map((row) => apologyFromFields(row.fields));
      }),
    putApology: (pointer, apology) =>
      translated('Writing the apology', () =>
        upsertRow(graph, { siteId: pointer.siteId, list: 'DagsordenAfbud' }, apologyToFields(pointer.key, apology)),
      ),
    putTreatment: (pointer, before, after) => putTreatment(graph, pointer, before, after),
    publish: (order, onTarget) => sendPublication(graph, order, onTarget),
    settleChannel: (pointer, line, arrived) => settleChannel(graph, pointer, line, arrived),
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
