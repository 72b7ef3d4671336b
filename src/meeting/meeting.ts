import type { Agenda } from './agenda.ts';
import type { ClockTime } from './clock.ts';
import type { ItemId, MeetingKey, SiteId } from './ids.ts';
import type { UnreadRow } from './unreadRow.ts';
import type { Votes } from './votes.ts';
import type {
  AgendaState,
  Answer,
  AsideKind,
  Audience,
  ClosedAccess,
  MinutesState,
  Openness,
  OutcomeCode,
  PublicationState,
  PublicationTarget,
  ReceivedWay,
  Standing,
  PresenceMove,
} from './words.ts';

export type { Answer, Audience, OutcomeCode, PublicationState, PublicationTarget, ReceivedWay, Standing } from './words.ts';

export interface Person {
  /** Entra object id where known; people outside the tenant have none. */
  readonly id: string | null;
  readonly name: string;
  readonly email: string | null;
}

/** One line of the invitation: a person and what their calendar answered. An answer is a hint, never attendance. */
export interface Invitee extends Person {
  readonly answer: Answer;
  readonly optional: boolean;
  /** ISO instant of the answer, where the calendar tells it. */
  readonly answeredAt?: string | undefined;
  /** Not a person but a group of them, which answers nothing. */
  readonly isGroup?: boolean | undefined;
}

/** The days of an all-day meeting: ISO days, the last one included. They are dates and no instants. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** A pointer in an invitation, or on the event, that names another key than the event's own. */
export interface OtherPointer {
  readonly pointer: MeetingPointer;
  /** Does it stand in the invitation, or on my own copy of the event alone? */
  readonly inInvitation: boolean;
}

/** The calendar event as the signed-in person's own copy tells it. */
export interface CalendarEvent {
  /** The id in this mailbox; differs for every participant. */
  readonly id: string;
  /**
   * Whose calendar it stands in, by address, where that is another's who shares it with me. Then `iAmOrganizer` and `myAnswer` are theirs: I may do
   * their work, and answer for nobody. Left out in my own.
   */
  readonly mailbox?: string | undefined;
  readonly key: MeetingKey;
  readonly iCalUId: string;
  /** ISO instant of the slot in the series, null for a single event. */
  readonly originalStart: string | null;
  readonly subject: string;
  /** ISO instants; of an all-day meeting the midnights it lies between by Danish clocks, to sort by and never to be printed. */
  readonly start: string;
  readonly end: string;
  /** Left out where the meeting has a time of day. */
  readonly days?: Days | undefined;
  /** The zone the organiser's calendar wrote it in, by Outlook's name for it. */
  readonly zone?: string | undefined;
  /** The id of the series in this mailbox, for one of its meetings. */
  readonly seriesId?: string | undefined;
  readonly location: string | null;
  readonly joinUrl: string | null;
  readonly iAmOrganizer: boolean;
  readonly myAnswer: Answer;
  /** ISO instant, where the calendar tells it. */
  readonly myAnswerAt?: string | undefined;
  readonly organizer: Person | null;
  readonly invitees: readonly Invitee[];
  readonly cancelled: boolean;
  /** Does the invitation itself hold the agenda (and so every participant's copy, once it is sent)? */
  readonly agendaInInvitation: boolean;
  /** Has the organiser changed this copy and not sent it yet? Then the others have an older one, or none. */
  readonly unsent?: boolean | undefined;
  /** The words of our link stand there, but what they lead to cannot be read: a mail gateway has put an address of its own there. */
  readonly linkHidden?: boolean | undefined;
  /** Where this meeting's rows are, if the event carries our pointer. */
  readonly pointer: MeetingPointer | null;
  /** Pointers of other keys that it carries: this meeting's under another name, or another meeting's. Only its rows tell (sameMeeting.ts). */
  readonly others?: readonly OtherPointer[] | undefined;
}

/** Names everything needed to open a meeting in one round trip. Holds ids only, so it may travel in an invitation. */
export interface MeetingPointer {
  readonly siteId: SiteId;
  /** Where closed content is kept; null where the board has no closed circle. */
  readonly closedSiteId: SiteId | null;
  readonly key: MeetingKey;
}

/** The board (mødeforum) that meets: where its lists, its closed circle and its channel are. */
export interface Board {
  readonly name: string;
  readonly siteId: SiteId;
  readonly closedSiteId: SiteId | null;
  readonly teamId: string;
  readonly channelId: string;
  readonly channelName: string;
}

/** What happened to one item. `notTreated` and an outcome exclude each other. */
export interface Treatment {
  readonly itemId: ItemId;
  readonly openness: Openness;
  readonly outcome: OutcomeCode | null;
  /** The decision as written, CommonMark. Closed treatments keep it in the closed lists only. */
  readonly decision: string;
  /** The text meant for the public when the item is closed; empty means nothing is told beyond the neutral title. */
  readonly publicDecision: string;
  readonly notTreated: boolean;
  /** The second and later decisions, each under an id of its own (decisions.ts); left out where there are none. */
  readonly further?: readonly Treatment[] | undefined;
  /** ISO instants: when the meeting came to the item, and when it last went on from it. */
  readonly startedAt?: string | undefined;
  readonly endedAt?: string | undefined;
  /** Notes of the minute-takers, never published. CommonMark. */
  readonly notes?: string | undefined;
  /** Dissent as it is to stand in the minutes (mindretalsudtalelse), CommonMark. */
  readonly dissent?: string | undefined;
  /** How the vote went, where there was one. */
  readonly votes?: Votes | undefined;
}

/** One of several decisions as it is published. */
export interface FurtherDecision {
  readonly outcome: OutcomeCode | null;
  /** CommonMark. */
  readonly decision: string;
}

/** Where somebody comes in or goes: at an item, or by the clock. */
export type ScopeMark = { readonly item: ItemId } | { readonly clock: ClockTime };

/**
 * What somebody cannot attend: the whole meeting; some items; or what is before they come and after they go. `arrives` is the first item they are there for,
 * `leaves` the last one; null: they are there from the beginning, or to the end.
 */
export type ApologyScope =
  | { readonly kind: 'meeting' }
  | { readonly kind: 'items'; readonly itemIds: readonly ItemId[] }
  | { readonly kind: 'part'; readonly arrives: ScopeMark | null; readonly leaves: ScopeMark | null };

/** An apology (afbud) is a record of its own. It has no reason: see docs on health data. */
export interface Apology {
  readonly id: string;
  readonly person: Person;
  readonly scope: ApologyScope;
  /** Stedfortræder or suppleant, as written. */
  readonly substitute: string | null;
  /** ISO instants. */
  readonly receivedAt: string;
  readonly enteredBy: string;
  readonly withdrawnAt: string | null;
  /** ISO instant: when the meeting was to begin that it was given for. Left out where nobody wrote that down. */
  readonly givenFor?: string | undefined;
  /** How it came to whoever entered it for the person; left out where the person sent it, or nobody wrote that down. */
  readonly way?: ReceivedWay | undefined;
}

/** One line of the publication log. Published means every target is done. */
export interface Publication {
  readonly target: PublicationTarget;
  readonly version: number;
  readonly state: PublicationState;
  readonly attempts: number;
  readonly error: string | null;
  /** Link to what was published, where there is one. */
  readonly reference: string | null;
  readonly at: string;
}

/** One published line of the minutes; a closed one outside the circle holds its neutral words only. */
export interface MinutesLine {
  readonly itemId: ItemId;
  readonly number: string | null;
  readonly title: string;
  readonly openness: Openness;
  readonly decision: string;
  readonly outcome: OutcomeCode | null;
  readonly notTreated: boolean;
  /** The decisions after the first; left out where there are none. */
  readonly further?: readonly FurtherDecision[] | undefined;
  /** Dissent, CommonMark; left out where there is none. */
  readonly dissent?: string | undefined;
  readonly votes?: Votes | undefined;
}

/** What stands at the top of whatever is printed about a meeting. `date`s are ISO days; null is not printed. */
export interface MeetingHead {
  /** The name of the body that meets. */
  readonly body: string | null;
  readonly title: string;
  readonly date: string | null;
  /** The last day, where that is another than the first. */
  readonly endDate: string | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly location: string | null;
  readonly chair: string | null;
}

/** What is to be done after the meeting, as minutes print it. What became of it later is no part of them. */
export interface PrintedFollowUp {
  readonly what: string;
  readonly owner: string | null;
  /** ISO day. */
  readonly due: string | null;
}

/** One item of published minutes, with everything that is printed about it. */
export interface EditionLine extends MinutesLine {
  /** The nearest item above it that is printed too; null for a top item. */
  readonly parentId: ItemId | null;
  /** 0 for a top item. */
  readonly depth: number;
  readonly day: number | null;
  readonly block: string | null;
  /** The recommendations as they were put to the meeting, CommonMark; none of a closed item for those outside. */
  readonly recommendations: readonly { readonly heading: string | null; readonly text: string }[];
  /** The names of those who took no part in the item because they were recused; left out where nobody was, and outside where the item is closed. */
  readonly recused?: readonly string[];
  /** What is to be done after the meeting; left out where there is nothing, and outside where the item is closed. */
  readonly followUps?: readonly PrintedFollowUp[];
}

/** An item somebody sent an apology for, as printed. An empty title of a closed one means the standard words "Lukket punkt". */
export interface ExcusedItem {
  readonly itemId: ItemId;
  readonly number: string | null;
  readonly title: string;
  readonly openness: Openness;
}

/** A mark of an apology as printed. */
export type ExcusedMark = { readonly item: ExcusedItem } | { readonly clock: ClockTime };

/** What an apology is for, with its items as printed (ApologyScope). */
export type ExcusedScope =
  | { readonly kind: 'meeting' }
  | { readonly kind: 'items'; readonly items: readonly ExcusedItem[] }
  | { readonly kind: 'part'; readonly arrives: ExcusedMark | null; readonly leaves: ExcusedMark | null };

/** Somebody who sent an apology. Nothing but the name is kept of the person. */
export interface Excused {
  readonly name: string;
  readonly scope: ExcusedScope;
  readonly substitute: string | null;
  /** It came on the day of the meeting. */
  readonly onTheDay?: true;
}

/** Somebody who was there, at least for a while, as the roll call noted it. Nothing but the name is kept of the person. */
export interface Attended {
  readonly name: string;
  /** The member this person stood in for. */
  readonly insteadOf: string | null;
  readonly online: boolean;
  readonly guest: boolean;
  /** The items this person had sent an apology for. */
  readonly excusedFor: readonly ExcusedItem[];
  /** In the order in which they happened. */
  readonly moves: readonly { readonly kind: PresenceMove; readonly time: ClockTime | null; readonly item: ExcusedItem | null }[];
}

/** What a roll call noted: whoever was not noted stands nowhere in it, and whoever is excused stands in `Edition.excused` alone. */
export interface Attendance {
  readonly present: readonly Attended[];
  readonly absent: readonly string[];
}

/** Published minutes as one audience reads them: they hold all they print, so that nothing changed afterwards changes them. */
export interface Edition<Who extends Audience = Audience> {
  readonly audience: Who;
  readonly version: number;
  /** ISO instant. */
  readonly publishedAt: string;
  readonly head: MeetingHead;
  readonly excused: readonly Excused[];
  /** Left out where nobody called the roll. */
  readonly attendance?: Attendance;
  readonly lines: readonly EditionLine[];
  /** What it was sealed with; left out of what was published before there were seals. */
  readonly seal?: Seal;
}

/** Tells whether an edition is read as it was published (seal.ts). Hashes are SHA-256 in 64 hexadecimal digits. */
export interface Seal {
  /** Over all that follows. */
  readonly hash: string;
  /** The hash of the edition before; null of the first, and where that one was not sealed. */
  readonly previous: string | null;
  /** Over the version, the time and the head; over who was excused and who was there. */
  readonly about: string;
  readonly people: string;
  /** Over each line as everybody reads it, and over the closed ones in full. */
  readonly lines: readonly { readonly itemId: ItemId; readonly open: boolean; readonly hash: string }[];
  readonly closed: readonly { readonly itemId: ItemId; readonly hash: string }[];
}

export interface MeetingStatus {
  readonly agenda: AgendaState;
  readonly minutes: MinutesState;
  readonly sentAt: string | null;
  /** The items that came in a supplementary agenda (tillæg); left out where there was none. */
  readonly supplement?: readonly ItemId[] | undefined;
}

/**
 * Which occurrence of which event a meeting is, and what the organiser's calendar said of it when it was last seen. What is left out was not
 * written down: rows from before it was.
 */
export interface Occasion {
  readonly iCalUId: string;
  /** ISO instant of the slot in the series; null for a single event. */
  readonly originalStart?: string | null | undefined;
  /** ISO instants; midnights of an all-day meeting, as in CalendarEvent. */
  readonly start: string;
  readonly end: string;
  readonly days?: Days | undefined;
  readonly zone?: string | undefined;
  readonly title?: string | undefined;
  /** '' where the calendar names no place. */
  readonly place?: string | undefined;
  /** The address of whoever called the meeting. */
  readonly organizer?: string | undefined;
  /** `planned` where it is left out. */
  readonly standing?: Standing | undefined;
  /** ISO instant at which the meeting was to begin before it was moved, and of seeing that it had been. */
  readonly movedFrom?: string | undefined;
  readonly movedSeen?: string | undefined;
}

/** A row whose author, by the service's own word, is not who it says, or nobody who may write such a row. */
export interface AsideRow {
  readonly what: AsideKind;
  /** The author's name. */
  readonly by: string;
  /** The person the apology is for, or the edition. */
  readonly about: string;
}

/** Everything the signed-in person may see of a meeting that has an agenda. */
export interface MeetingFile {
  readonly pointer: MeetingPointer;
  readonly occasion: Occasion;
  readonly board: Board;
  readonly agenda: Agenda;
  readonly status: MeetingStatus;
  readonly treatments: readonly Treatment[];
  readonly apologies: readonly Apology[];
  /** What was published, as this person may read it; null until it is. */
  readonly minutes: Edition | null;
  readonly publications: readonly Publication[];
  /** Rows and cells that were left out because they cannot be read. */
  readonly unread: readonly UnreadRow[];
  /** May this person read the closed circle's lists? Told by Graph itself, not by us. */
  readonly closedAccess: ClosedAccess;
  /** What was written past Dagsorden, to be told as that; left out where there is nothing. */
  readonly aside?: readonly AsideRow[];
  /** The rows in which items stand closed, by item id: opening one of them is decided on these, and not on rows it is closed in anew. */
  readonly closedRows?: ClosedRows | undefined;
}

export type ClosedRows = Readonly<Record<string, SeenClosed>>;

/** Which rows a closed item stood in: the id of the one all may read, which is another one each time an item is closed, and the version of the circle's. */
export interface SeenClosed {
  readonly open: string;
  readonly closed: string | null;
}
