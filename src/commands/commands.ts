import type { Host } from '../host/host.ts';
import type { Agenda, AgendaItem } from '../meeting/agenda.ts';
import type { Failure } from '../meeting/errors.ts';
import type { AgendaState, MinutesState } from '../meeting/words.ts';
import type { ItemId, SiteId } from '../meeting/ids.ts';
import type {
  Apology,
  ApologyScope,
  Board,
  CalendarEvent,
  MeetingFile,
  MeetingPointer,
  MinutesLine,
  OutcomeCode,
  Person,
  Publication,
  PublicationTarget,
  Treatment,
} from '../meeting/meeting.ts';

/** The meeting the host stands on: its event in this mailbox (null where we came by a link) and our pointer (null before there is an agenda). */
export interface FoundMeeting {
  readonly event: CalendarEvent | null;
  readonly pointer: MeetingPointer | null;
}

export interface BoardChoice {
  readonly teamId: string;
  readonly name: string;
}

export interface BoardMeeting {
  readonly pointer: MeetingPointer;
  readonly title: string;
  /** ISO instants. */
  readonly start: string;
  readonly end: string;
  readonly agenda: AgendaState;
  readonly minutes: MinutesState;
}

/** Is the board's site ready for us? Who may prepare it is told by SharePoint when it is tried. */
export type BoardState = { readonly kind: 'ready'; readonly board: Board } | { readonly kind: 'notPrepared'; readonly siteId: SiteId };

/** A field of an item that the paper's own words can be shown for. `text` is all that is no field. */
export type SourceField = 'number' | 'title' | 'start' | 'end' | 'minutes' | 'presenters' | 'text';

/** Where words stand in `Intake.source`: offsets (UTF-16, `to` excluded), lines counted from 1, and how sure the reading is (0–1). */
export interface SourceSpan {
  readonly from: number;
  readonly to: number;
  readonly fromLine: number;
  readonly toLine: number;
  readonly sure: number;
}

/** The words each field was read from; a field without an entry stands nowhere in particular. */
export type FieldSources = Readonly<Partial<Record<SourceField, readonly SourceSpan[]>>>;

/** What a paper held, as an agenda with ids, plus what the reader must look at. */
export interface Intake {
  /** The paper as plain text, with "\n" between its lines: line 1 is what `sourceOf` and `unplaced` count from. */
  readonly source: string;
  readonly agenda: Agenda;
  /** Decisions and apologies printed in the paper, if it was minutes. */
  readonly treatments: readonly Treatment[];
  readonly apologies: readonly { readonly name: string; readonly note: string | null; readonly substitute: string | null }[];
  readonly participants: readonly string[];
  readonly unplaced: readonly { readonly line: number; readonly text: string }[];
  /** Lines of the source with the item they came from: what lights up when a line is pointed at. */
  readonly sourceOf: Readonly<Record<ItemId, { readonly fromLine: number; readonly toLine: number; readonly sure: number }>>;
  /** The words of the source each field came from: what lights up when a field is pointed at, and the other way round. */
  readonly fieldSources: Readonly<Record<ItemId, FieldSources>>;
}

/** One step of a longer command, for progress on screen. */
export interface Step {
  readonly name: string;
  readonly done: number;
  readonly of: number;
}
export type OnStep = (step: Step) => void;

export interface InvitationPreview {
  /** The invitation's HTML with the agenda in it, sanitised for display. */
  readonly html: string;
  readonly recipients: number;
  /** True where the organiser must press Send in the open Outlook form afterwards. */
  readonly sentByForm: boolean;
}

export interface PublicationPreview {
  readonly members: readonly MinutesLine[];
  readonly outsiders: readonly MinutesLine[];
  /** Items with no outcome that are not marked "ikke behandlet"; publishing waits for them. */
  readonly missing: readonly ItemId[];
  /** The channel message as it will stand there (HTML of the Teams subset). */
  readonly digestHtml: string;
  readonly channelName: string;
  readonly targets: readonly PublicationTarget[];
}

/** What waits to be sent or could not be. */
export interface OutboxState {
  readonly pending: number;
  readonly sending: boolean;
  /** The last command was handed back to its screen, which tells why and still has the words. */
  readonly refused: boolean;
  readonly stuck: readonly { readonly id: string; readonly command: string; readonly failure: Failure }[];
}

/** Text that somebody has typed and not yet sent; survives a closed pane and a reload. */
export interface Drafts {
  read(key: string): Promise<string | null>;
  write(key: string, text: string): Promise<void>;
  drop(key: string): Promise<void>;
}

/** What waits to be sent, and the ways on for it. */
export interface OutboxCommands {
  state(): OutboxState;
  onChange(listener: (state: OutboxState) => void): () => void;
  retry(): Promise<void>;
  /** Sends what an earlier visit left behind; call it once somebody is signed in. */
  resume(): Promise<void>;
  /** Takes a stuck command out of the outbox; its content is returned so that nothing typed is lost. */
  drop(id: string): Promise<unknown>;
}

/** Finding and opening meetings. */
export interface FindCommands {
  findMeeting(): Promise<FoundMeeting>;
  /** The event on my own calendar for a meeting reached by a link; null when I have no copy (any more). */
  findMyEvent(file: MeetingFile): Promise<CalendarEvent | null>;
  /** Opens an event of mine by its Graph id. */
  findEvent(eventId: string): Promise<FoundMeeting>;
  /** One $batch. Throws NotFound, NotAllowed, SiteNotPrepared. */
  openMeeting(pointer: MeetingPointer): Promise<MeetingFile>;
  /**
   * What this device has of the meeting from an earlier reading by me, and the ISO instant of it; null where nothing, or nobody knows who I am
   * yet. For reading before the network answers, or without one: what is written is held against what is stored all the same.
   */
  lastSeen(pointer: MeetingPointer): Promise<{ readonly file: MeetingFile; readonly at: string } | null>;
  /** Which meeting with an agenda the host's meeting (or the event with this id) was when it was last found. */
  lastFound(eventId?: string): Promise<FoundMeeting | null>;
  /** My meetings between two instants, earliest first. */
  listMyMeetings(from: Date, to: Date): Promise<CalendarEvent[]>;
}

/** The boards of my teams, and making their sites ready. */
export interface BoardCommands {
  listBoards(): Promise<BoardChoice[]>;
  boardState(teamId: string): Promise<BoardState>;
  listBoardMeetings(board: Board): Promise<BoardMeeting[]>;
  /** "Gør stedet klar": creates what is missing, verifies columns, may be run again. */
  prepareBoard(teamId: string, onStep: OnStep): Promise<Board>;
}

/** Taking a paper in. */
export interface IntakeCommands {
  /** Reads pasted text. Throws Unreadable with detail.reason 'noAgenda' or 'empty'. */
  takeInText(text: string): Promise<Intake>;
  /** Reads a file (txt, md, html, docx, pdf). Throws Unreadable with detail.reason and detail.found. */
  takeInFile(file: File, options: { signal: AbortSignal; onProgress: (part: number) => void }): Promise<Intake>;
}

/** Attaching an agenda and changing its items. */
export interface AgendaCommands {
  previewInvitation(event: CalendarEvent, agenda: Agenda, board: Board): Promise<InvitationPreview>;
  /**
   * Rows in the lists, the pointer on the event, the agenda in the invitation above the join block. `base` are the stored items this
   * agenda was made from. `via` is what the preview told the person (sentByForm); left out, nothing is sent from beside an open form.
   * Throws Conflict, before anything is written, where others have changed the items since; InvitationNotOpen, when all but the
   * invitation is done, where the form is another event's.
   */
  attachAgenda(
    input: {
      event: CalendarEvent;
      board: Board;
      agenda: Agenda;
      treatments?: readonly Treatment[];
      base?: readonly AgendaItem[];
      via?: 'form' | 'graph';
    },
    onStep: OnStep,
  ): Promise<MeetingFile>;
  /** Writes what changed between two versions of one item; merges field by field with what others wrote. Throws Conflict. */
  changeItem(file: MeetingFile, before: AgendaItem, after: AgendaItem): Promise<MeetingFile>;
  /** Makes an item closed: its content moves to the closed circle's lists. Throws ClosedRoomMissing. */
  closeItem(file: MeetingFile, itemId: ItemId, neutralTitle: string | null): Promise<MeetingFile>;
}

/** My own apology. */
export interface ApologyCommands {
  /** Stores the apology, then declines the occurrence on my calendar (only for the whole meeting). */
  sendApology(input: {
    file: MeetingFile;
    event: CalendarEvent | null;
    scope: ApologyScope;
    substitute: string | null;
    message: string;
  }): Promise<Apology>;
  /** Withdraws the apology and accepts the meeting again where the event is still there. */
  withdrawApology(file: MeetingFile, apology: Apology): Promise<void>;
}

/** Who comes, as the secretary keeps it. */
export interface AttendanceCommands {
  /** Secretary: turns an Outlook "declined" into an apology on that person's behalf. One they sent meanwhile is left as it is and returned. */
  confirmApology(file: MeetingFile, person: Person): Promise<Apology>;
  searchPeople(text: string): Promise<Person[]>;
}

/** What became of the items. */
export interface MinutesCommands {
  /** Stores what became of an item, held against the treatment that stands in `file`. Throws Conflict where others have changed the same since. */
  recordTreatment(file: MeetingFile, treatment: Treatment): Promise<Treatment>;
}

/** Publishing the minutes. */
export interface PublishCommands {
  previewPublication(file: MeetingFile): Promise<PublicationPreview>;
  /** Each target is tried, logged and reported; throws only if nothing could be logged. Publishing again sends what is missing, nothing twice. */
  publishMinutes(file: MeetingFile, onTarget: (publication: Publication) => void): Promise<readonly Publication[]>;
  /** The person looked in the channel and tells whether an uncertain message is there. */
  settleUncertain(file: MeetingFile, target: PublicationTarget, arrived: boolean): Promise<readonly Publication[]>;
}

/** What concerns this visit and no meeting in particular. */
export interface SessionCommands {
  /** The link that opens this meeting in a plain browser. */
  linkTo(pointer: MeetingPointer, page: 'dagsorden' | 'referat'): string;
  /** Where an administrator consents for everybody; offered when consent is missing. */
  adminConsentLink(): string;
  /** Does this device keep anything of mine that is not in the record: text that was typed, orders that wait? */
  hasUnsent(): Promise<boolean>;
  /** Removes everything of mine from this device, before signing out. Afterwards nothing is kept or sent until the page is loaded anew. */
  forgetMe(): Promise<void>;
}

/**
 * Everything a person can do, in groups that a screen can depend on alone. Each method throws a Failure (meeting/errors.ts) or HostFailure (host/host.ts).
 * Commands that write are kept in the outbox before they are sent: a closed pane or a lost network loses nothing, and
 * sending one again changes nothing. A passing failure (`isPassing`) rejects while the outbox keeps trying.
 */
export interface Commands {
  readonly host: Host;
  readonly drafts: Drafts;
  readonly outbox: OutboxCommands;
  readonly session: SessionCommands;
  readonly find: FindCommands;
  readonly board: BoardCommands;
  readonly intake: IntakeCommands;
  readonly agenda: AgendaCommands;
  readonly apology: ApologyCommands;
  readonly attendance: AttendanceCommands;
  readonly minutes: MinutesCommands;
  readonly publish: PublishCommands;
}

export type { OutcomeCode };
