import type { Agenda } from './agenda.ts';
import type { ItemId, MeetingKey, SiteId } from './ids.ts';
import type { AgendaState, Answer, ClosedAccess, MinutesState, Openness, OutcomeCode, PublicationState, PublicationTarget } from './words.ts';

export type { Answer, OutcomeCode, PublicationState, PublicationTarget } from './words.ts';

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
}

/** The calendar event as the signed-in person's own copy tells it. */
export interface CalendarEvent {
  /** The id in this mailbox; differs for every participant. */
  readonly id: string;
  readonly key: MeetingKey;
  readonly iCalUId: string;
  /** ISO instant of the slot in the series, null for a single event. */
  readonly originalStart: string | null;
  readonly subject: string;
  /** ISO instants. */
  readonly start: string;
  readonly end: string;
  readonly location: string | null;
  readonly joinUrl: string | null;
  readonly iAmOrganizer: boolean;
  readonly myAnswer: Answer;
  readonly organizer: Person | null;
  readonly invitees: readonly Invitee[];
  readonly cancelled: boolean;
  /** Does the invitation itself hold the agenda (and so every participant's copy, once it is sent)? */
  readonly agendaInInvitation: boolean;
  /** Where this meeting's rows are, if the event carries our pointer. */
  readonly pointer: MeetingPointer | null;
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
}

export type ApologyScope = { readonly kind: 'meeting' } | { readonly kind: 'items'; readonly itemIds: readonly ItemId[] };

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
}

export interface Minutes {
  readonly version: number;
  readonly publishedAt: string;
  readonly lines: readonly MinutesLine[];
}

export type MeetingStatus = { readonly agenda: AgendaState; readonly minutes: MinutesState; readonly sentAt: string | null };

/** Which occurrence of which event a meeting is, and when it is planned. */
export interface Occasion {
  readonly iCalUId: string;
  /** ISO instants. */
  readonly start: string;
  readonly end: string;
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
  readonly minutes: Minutes | null;
  readonly publications: readonly Publication[];
  /** May this person read the closed circle's lists? Told by Graph itself, not by us. */
  readonly closedAccess: ClosedAccess;
}
