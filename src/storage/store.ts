import type { Told } from './chatMessages.ts';
import type { BacklogStore } from './backlogStore.ts';
import type { ClosedSiteStore } from './closedSiteStore.ts';
import type { GuestStore } from './guestStore.ts';
import type { LiveStore } from './liveStore.ts';
import type { FollowUpStore } from './followUpStore.ts';
import type { AgendaItem, PaperFile } from '../meeting/agenda.ts';
import type { HeldMeeting } from '../meeting/attendanceOverTime.ts';
import type { Publishers } from '../meeting/authorship.ts';
import type { ClosedRoom } from '../meeting/circle.ts';
import type { ClosedSince } from '../meeting/closedEdition.ts';
import type { Passing } from '../meeting/passing.ts';
import type { ItemId, MeetingKey, SiteId } from '../meeting/ids.ts';
import type {
  Apology,
  Board,
  CalendarEvent,
  ClosedRows,
  MeetingFile,
  MeetingPointer,
  Person,
  Publication,
  PublicationTarget,
  Treatment,
} from '../meeting/meeting.ts';
import type { Directory } from '../meeting/persons.ts';
import type { BodyMember, BodyRules, KeptProfile } from '../meeting/profile.ts';
import type { PresenceNote } from '../meeting/presence.ts';
import type { StoredSubstituteAct } from '../meeting/substitutes.ts';
import type { UnreadRow } from '../meeting/unreadRow.ts';
import type { AbsenceReason, AwayAnswer } from '../meeting/words.ts';
import type { Sought } from './eventOfMeeting.ts';
import type { DecideApologies } from './changeApologies.ts';
import type { DecisionReader } from './decisionReader.ts';
import type { MeetingRow } from './meetingRow.ts';
import type { MinutesRow } from './minutesRow.ts';
import type { BoardPlace } from './circle.ts';
import type { OpenItem } from './openItems.ts';
import type { KnownBefore, OpenedMeeting, SeenRow } from './openMeeting.ts';
import type { ChannelFiles } from './channelFiles.ts';
import type { LibraryEntry, PaperToKeep, Sending, StoredPaper } from './papers.ts';
import type { FoundBoard, OnPrepare, PrepareChoice } from './prepareBoard.ts';
import type { EventTimes } from './calendarWriting.ts';
import type { RowFound } from './meetingRows.ts';
import type { Following } from './putOccasion.ts';
import type { MessageContent, Posted } from './postMessage.ts';
import type { RecentMeetings } from './storedLists.ts';
import type { PresenceRead } from './presenceNotes.ts';
import type { LogLine } from './publicationLog.ts';
import type { TreatmentsNow } from './treatmentsNow.ts';
import type { SentWith } from './putMeeting.ts';
import type { Start, Started } from './startInvitation.ts';
import type { Sealing } from './sealRows.ts';
import type { TeamMember } from './teamMembers.ts';
import type { ReasonOf } from './absenceReasonRow.ts';
import type { DecideInvitees } from './invitees.ts';
import type { SubstitutesRead } from './substituteActs.ts';
import type { ApprovalRead } from './approvalLines.ts';
import type { StoredApproval } from './approvalRow.ts';

/** What is kept, and where it is kept, behind one door: the only way commands reach Microsoft 365. All failures are named ones. */
export interface Store {
  /** `id` is that of an event in my calendar, or "<mailbox>:<id>" in one that is shared with me (graph/eventAddress.ts). */
  eventById(id: string): Promise<CalendarEvent>;
  eventOfChat(chatId: string, now: Date): Promise<CalendarEvent>;
  eventOfMeeting(meeting: Sought): Promise<CalendarEvent | null>;
  /** The other meetings of the event's series, and itself; none of a single event. */
  siblings(event: Pick<CalendarEvent, 'seriesId' | 'start'>): Promise<CalendarEvent[]>;
  myEvents(from: Date, to: Date): Promise<CalendarEvent[]>;
  /** The same without the words of the invitations, with those that were called off. */
  eventsBetween(from: Date, to: Date): Promise<CalendarEvent[]>;
  invitationBody(eventId: string): Promise<{ html: string; joinUrl: string | null }>;
  /** `lastLook` is done before each try; what it throws ends it, and nothing is written. */
  writeInvitationBody(eventId: string, html: string, lastLook?: () => Promise<void>): Promise<{ html: string; joinUrl: string | null }>;
  /** `isFirst`: the event is not known to carry one. */
  putPointer(eventId: string, pointer: MeetingPointer, isFirst?: boolean): Promise<void>;
  /** `lastLook` is done before each try; what it throws ends it, and nothing is answered. False where the event takes no answer. */
  answerEvent(eventId: string, answer: { readonly answer: AwayAnswer; readonly comment: string }, lastLook?: () => Promise<void>): Promise<boolean>;
  acceptEvent(eventId: string): Promise<boolean>;
  /** Moves a meeting in the calendar; `seen` are the times it was decided on. Throws NotAllowed, Conflict, NotFound. */
  moveEvent(eventId: string, seen: EventTimes, wanted: EventTimes): Promise<void>;

  teams(): Promise<{ id: string; name: string }[]>;
  findBoard(teamId: string): Promise<FoundBoard>;
  prepareBoard(team: { id: string; name: string }, onStep: OnPrepare, choice?: PrepareChoice): Promise<Board>;
  /** The team's private channels that I can see, and sites that `hints` and the board's row name, with what each says. `me` is my Entra id. */
  closedRooms(board: BoardPlace, me: string | null, hints?: readonly SiteId[]): Promise<ClosedRoom[]>;
  /** The board's place by its site: what its row says, to be held against what Graph says. Throws SiteNotPrepared. */
  boardOfSite(siteId: SiteId): Promise<Board>;
  bindCircle(board: BoardPlace, room: ClosedRoom): Promise<void>;
  confirmCircle(board: BoardPlace, room: ClosedRoom, me: string): Promise<void>;
  /** The names of those who read in a place; null where they cannot be read. */
  placeMembers(teamId: string, room: ClosedRoom): Promise<string[] | null>;
  /** Choosing a named site for closed items, and changing the place; fetched apart. */
  closedSites(): Promise<ClosedSiteStore>;
  /** The channel every team has, by Graph's own word, of the team that the board's site belongs to. Throws ChannelRefused where the row names another team. */
  boardChannel(board: Board): Promise<{ readonly id: string; readonly name: string }>;
  /** `onUnread` is told the rows and cells that were left out because they cannot be read; `recent` asks for those of late where all do not fit in a page. */
  boardMeetings(board: Board, onUnread?: (unread: readonly UnreadRow[]) => void, recent?: RecentMeetings): Promise<MeetingRow[]>;
  /** The meetings' own rows that pointers lead to, in their order. */
  meetingRows(pointers: readonly MeetingPointer[]): Promise<RowFound[]>;

  openMeeting(pointer: MeetingPointer): Promise<MeetingFile>;
  /** The same with what is known of this person and the closed circle, and with what the closed place says of whose it is. */
  readMeeting(pointer: MeetingPointer, known: KnownBefore): Promise<OpenedMeeting>;
  /** The pointer as it may travel in links and events; the plain store knows no better than what it is given. */
  completed(pointer: MeetingPointer): Promise<MeetingPointer>;
  /** Takes the meeting's own row away, where nothing came of the first attempt to make it. */
  removeMeeting(pointer: MeetingPointer): Promise<void>;
  /** Writes what the calendar says, over the row as it stands, and nothing else. */
  putOccasion(pointer: MeetingPointer, following: Following): Promise<void>;
  /** `seen` is the head this one was made from, for a merge; null writes all of it. How far a stored meeting has come is left as it is. */
  /** `isFirst`: a moment ago there was none. Tells the row where it was made just now. */
  putMeeting(pointer: MeetingPointer, row: MeetingRow, seen?: MeetingRow['head'] | null, isFirst?: boolean): Promise<SeenRow | null>;
  /** Says which items come in a supplementary agenda. */
  keepSupplement(pointer: MeetingPointer, ids: readonly ItemId[]): Promise<void>;
  /** Says that the invitation holds the agenda since `at`; `revises`: in place of an earlier one. `claim` is settled by it. */
  markSent(pointer: MeetingPointer, at: string, revises: boolean, sent?: SentWith): Promise<void>;
  /** Says that an invitation is about to leave (invitationClaims.ts). */
  claimInvitation(pointer: MeetingPointer, claim: string): Promise<void>;
  /** The same, and reads what stands in the event then; `seen`: the row as it was read, left out where the store knows it or it is to be read. */
  startInvitation(pointer: MeetingPointer, eventId: string, start: Start, seen?: SeenRow | null): Promise<Started>;
  invitationClaims(pointer: MeetingPointer): Promise<readonly string[]>;
  dropInvitationClaims(pointer: MeetingPointer, claims: readonly string[]): Promise<void>;
  /** The items as everybody reads them, in one request: the last look before what cannot be recalled. */
  openItems(pointer: MeetingPointer): Promise<readonly OpenItem[]>;
  /** `decidedOn` left out: the first agenda, of which nothing was seen. */
  writeItems(
    pointer: MeetingPointer,
    items: readonly AgendaItem[],
    onRow: (done: number, of: number) => void,
    decidedOn?: { readonly before: readonly AgendaItem[]; readonly opens: ClosedRows },
  ): Promise<void>;
  /** `opens` names the rows of closed items that are to be opened, as MeetingFile.closedRows told them. */
  changeItems(pointer: MeetingPointer, before: readonly AgendaItem[], after: readonly AgendaItem[], opens?: ClosedRows): Promise<void>;
  /** All apologies of the meeting as they stand now, withdrawn ones too; rows that cannot be read left out, and with `publishers` those that their authors do not bear out. */
  apologies(pointer: MeetingPointer, publishers?: Publishers): Promise<Apology[]>;
  /** Writes what `decide` makes of all apologies as they stand; decided anew where another's write comes between. */
  changeApologies(pointer: MeetingPointer, decide: DecideApologies, publishers?: Publishers): Promise<void>;
  /** `before` is the treatment as it was read, for a merge; null where there was none. */
  putTreatment(pointer: MeetingPointer, before: Treatment | null, after: Treatment): Promise<void>;
  /** Notes when the meeting went on from one item to another (putTimes.ts). */
  putTimes(pointer: MeetingPointer, passing: Passing, blankOf: (id: ItemId) => Treatment): Promise<void>;
  /** Takes what is written about the items out of the list that everybody reads, where it was written before there was a circle. */
  closeTreatments(pointer: MeetingPointer): Promise<void>;
  /** What is written about the items right now, in one request, with who wrote each last. */
  treatmentsNow(pointer: MeetingPointer): Promise<TreatmentsNow>;
  /** The notes of the roll call; those of closed items where `closedSiteId` is given and open to this person. Throws SiteNotPrepared where the list is missing. */
  presence(pointer: MeetingPointer): Promise<PresenceRead>;
  /** Adds notes; `closed`: to the closed circle's list. */
  addPresence(pointer: MeetingPointer, notes: readonly PresenceNote[], closed: boolean): Promise<void>;
  /** The words of a note come into the place that is held for it (heldNote.ts). Answers whether it is there. */
  fillPresence(pointer: MeetingPointer, note: PresenceNote, closed: boolean): Promise<boolean>;
  /** Takes what tells of items that are closed by now out of the list that everybody reads. */
  closePresence(pointer: MeetingPointer, closed: ReadonlySet<ItemId>): Promise<void>;
  /** What was done about stand-ins. Throws SiteNotPrepared where the list for it is missing. */
  substituteActs(pointer: MeetingPointer): Promise<SubstitutesRead>;
  /** Adds an act, once. */
  addSubstituteAct(pointer: MeetingPointer, act: StoredSubstituteAct): Promise<void>;
  /** Puts people on an invitation and takes them off; only they are mailed. Tells whether anybody was. */
  changeInvitees(eventId: string, decide: DecideInvitees): Promise<boolean>;
  /** Why members are away, as the closed site has it. Throws SiteNotPrepared where the list for it is missing. */
  absenceReasons(pointer: MeetingPointer): Promise<readonly ReasonOf[]>;
  /** Keeps one person's reason on the closed site, or none. Nothing of an earlier one is left, but in SharePoint's recycle bin. */
  keepAbsenceReason(pointer: MeetingPointer, person: Person, reason: AbsenceReason | null): Promise<void>;
  dropAbsenceReasons(pointer: MeetingPointer): Promise<void>;
  /** The board's meetings that begin from one instant to before another, each with what was noted and the apologies. */
  attendanceOfMeetings(board: Pick<Board, 'siteId'>, from: Date, before: Date): Promise<HeldMeeting[]>;
  /** What reads the decision log. Throws Offline where it cannot be fetched. */
  decisionReader(): Promise<DecisionReader>;

  /**
   * Makes a version's rows on a site say this; tells whether anything had to be written. `lastLook` is done before each row leaves, and what it throws ends it.
   * `publishers`: a version that is all by others, and says this already, is taken on.
   */
  replaceMinutesLines(
    siteId: SiteId,
    key: MeetingKey,
    version: number,
    rows: readonly MinutesRow[],
    lastLook: () => Promise<void>,
    publishers?: Publishers,
  ): Promise<boolean>;
  /** The rows of an edition with its seal. */
  sealedRows(key: MeetingKey, rows: readonly MinutesRow[], sealing: Sealing): Promise<readonly MinutesRow[]>;
  /** What was done about the approval of the minutes. Throws SiteNotPrepared where the list for it is missing. */
  approvalLines(pointer: MeetingPointer): Promise<ApprovalRead>;
  /** Adds a line, once; `inner`: with the closed circle, where there is one. */
  addApproval(pointer: MeetingPointer, line: StoredApproval, inner: boolean): Promise<void>;
  /** Takes away a line that was just added, and that nobody was told of. */
  dropApproval(pointer: MeetingPointer, id: string): Promise<void>;
  /** Takes remarks from before there was a closed circle to it. */
  closeRemarks(pointer: MeetingPointer): Promise<void>;
  /** Closes items in what was published; tells in which editions (closeMinutes.ts). */
  closeMinutes(pointer: MeetingPointer, since: readonly ClosedSince[]): Promise<readonly number[]>;
  /** Throws nothing: how it went is the answer. `lastLook` is done before each try; where it throws, nothing is posted. */
  postChannelMessage(board: Board, content: MessageContent, lastLook: () => Promise<void>, answers?: string | null): Promise<Posted>;
  /** All lines of the publication log of a meeting. */
  publications(pointer: MeetingPointer, publishers?: Publishers): Promise<Publication[]>;
  /** The line of the publication log of a target in a version, or null before it was tried. */
  readLogLine(pointer: MeetingPointer, version: number, target: PublicationTarget): Promise<LogLine | null>;
  keepLogLine(pointer: MeetingPointer, line: Publication): Promise<Publication>;
  /** Only one pane gets true: it alone does what the line says. `earlier` is the line as it was read. */
  claimLogLine(pointer: MeetingPointer, line: Publication, earlier: LogLine | null): Promise<boolean>;
  markPublished(pointer: MeetingPointer): Promise<void>;
  /** Takes the rows of published minutes away. */
  withdrawMinutes(pointer: MeetingPointer): Promise<void>;
  markWithdrawn(pointer: MeetingPointer): Promise<void>;

  /** The body's members and rules; the plain profile where the site was prepared before there were any. */
  readProfile(siteId: SiteId): Promise<KeptProfile>;
  /** `before` is the member as it was read, for a merge; null adds one. Throws Conflict, SiteNotPrepared where the list is missing. */
  saveMember(siteId: SiteId, before: BodyMember | null, after: BodyMember): Promise<void>;
  /** Throws Conflict where others have changed the member since. */
  removeMember(siteId: SiteId, member: BodyMember): Promise<void>;
  /** `before` are the rules as they were read. */
  saveRules(siteId: SiteId, before: BodyRules, after: BodyRules): Promise<void>;
  /** Those in the board's team, by name. */
  teamMembers(board: BoardPlace): Promise<readonly TeamMember[]>;

  /** The id of the library that papers go to; `inside`: the closed circle's. Throws PaperNotStored, ClosedRoomMissing. */
  libraryId(pointer: MeetingPointer, inside: boolean): Promise<string>;
  /** The files among those of the board's channel. Throws ChannelRefused where the board's row names another channel. */
  channelFiles(board: Board): Promise<ChannelFiles>;
  keepPaper(pointer: MeetingPointer, inside: boolean, paper: PaperToKeep, sending: Sending): Promise<StoredPaper>;
  paperContent(file: Pick<PaperFile, 'driveId' | 'itemId'>): Promise<{ readonly name: string; readonly content: Blob }>;
  deletePaper(file: Pick<PaperFile, 'driveId' | 'itemId'>): Promise<void>;
  libraryEntries(pointer: MeetingPointer, inside: boolean, folderId: string | null): Promise<LibraryEntry[]>;

  /** My own note about an item, '' where there is none. Throws ConsentMissing. */
  readNote(key: MeetingKey, itemId: ItemId): Promise<string>;
  keepNote(key: MeetingKey, itemId: ItemId, before: string, after: string): Promise<string>;
  /** A body's proposals; fetched apart, with all that is done with them. */
  backlog(): Promise<BacklogStore>;
  /** Guests' own invitations; fetched apart. */
  guests(): Promise<GuestStore>;
  /** What several people at one agenda see of each other; fetched apart. */
  live(): Promise<LiveStore>;
  /** What is to be done after meetings; fetched apart, with all that is done with it. */
  followUps(): Promise<FollowUpStore>;

  searchPeople(text: string): Promise<Person[]>;
  /** Writes to a person in the chat between the two: from me, to them. Throws nothing. */
  tellInChat(people: readonly [Person, Person], text: string, lastLook: () => Promise<void>): Promise<Told>;
  /** Whose these addresses are; each is asked for once in a visit. */
  directoryOf(addresses: readonly string[]): Promise<Directory>;
}
