import * as v from 'valibot';
import { opennessOf, type Agenda, type AgendaItem, type Attachment, type PaperFile } from './agenda.ts';
import { parseClock, type ClockTime } from './clock.ts';
import { asItemId, asMeetingKey, asSiteId } from './ids.ts';
import type {
  Apology,
  ApologyScope,
  Board,
  CalendarEvent,
  ClosedRows,
  Edition,
  EditionLine,
  MeetingFile,
  MeetingPointer,
  MeetingStatus,
  MinutesLine,
  Occasion,
  Person,
  Publication,
  Treatment,
} from './meeting.ts';
import type { PresenceNote } from './presence.ts';
import type { UnreadRow } from './unreadRow.ts';
import {
  AGENDA_STATES,
  ANSWERS,
  APOLOGY_SCOPES,
  ASIDE_KINDS,
  AUDIENCES,
  CLOSED_ACCESS,
  ITEM_KINDS,
  ITEM_TYPES,
  MINUTES_STATES,
  OUTCOME_CODES,
  PRESENCE_NOTES,
  PUBLICATION_STATES,
  PUBLICATION_TARGETS,
  SECTION_ROLES,
  STANDINGS,
} from './words.ts';

/*
 * The meeting's plain data as it is read where this device gives it back: orders, and what was last seen. Each schema says the same as the
 * type of its name. A word that is not among ours makes the whole unreadable: it is handed back, or left aside, rather than taken for
 * something else.
 */

type Read<Output> = v.GenericSchema<unknown, Output>;

const text = v.string();
const textOrNull = v.nullable(v.string());
export const itemId = v.pipe(v.string(), v.transform(asItemId));
const siteId = v.pipe(v.string(), v.transform(asSiteId));
const meetingKey = v.pipe(v.string(), v.transform(asMeetingKey));
const openness = v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf));
const clock = v.nullable(v.custom<ClockTime>((value) => typeof value === 'string' && parseClock(value) === value));

export const pointer = v.object({ siteId, closedSiteId: v.nullable(siteId), key: meetingKey }) satisfies Read<MeetingPointer>;

const personFields = { id: textOrNull, name: text, email: textOrNull };
const person = v.object(personFields) satisfies Read<Person>;

export const board = v.object({
  name: text,
  siteId,
  closedSiteId: v.nullable(siteId),
  teamId: text,
  channelId: text,
  channelName: text,
}) satisfies Read<Board>;

const answer = v.picklist(ANSWERS);
// What came later is left out of what was kept before.
const maybeText = v.optional(text);
const days = v.optional(v.object({ first: text, last: text }));
export const event = v.object({
  id: text,
  mailbox: maybeText,
  key: meetingKey,
  iCalUId: text,
  originalStart: textOrNull,
  subject: text,
  start: text,
  end: text,
  days,
  zone: maybeText,
  seriesId: maybeText,
  location: textOrNull,
  joinUrl: textOrNull,
  iAmOrganizer: v.boolean(),
  myAnswer: answer,
  myAnswerAt: maybeText,
  organizer: v.nullable(person),
  invitees: v.array(v.object({ ...personFields, answer, optional: v.boolean(), answeredAt: maybeText, isGroup: v.optional(v.boolean()) })),
  cancelled: v.boolean(),
  agendaInInvitation: v.boolean(),
  linkHidden: v.optional(v.boolean()),
  pointer: v.nullable(pointer),
  others: v.optional(v.array(v.object({ pointer, inInvitation: v.boolean() }))),
}) satisfies Read<CalendarEvent>;
export const occasion = v.object({
  iCalUId: text,
  originalStart: v.optional(textOrNull),
  start: text,
  end: text,
  days,
  zone: maybeText,
  title: maybeText,
  place: maybeText,
  organizer: maybeText,
  standing: v.optional(v.picklist(STANDINGS)),
  movedFrom: maybeText,
  movedSeen: maybeText,
}) satisfies Read<Occasion>;

const role = v.picklist(SECTION_ROLES);
const driveFile = { driveId: text, itemId: text };
export const paperFile = v.object({ ...driveFile, replacedAt: textOrNull, leaves: v.optional(v.object(driveFile)) }) satisfies Read<PaperFile>;
export const paper = v.object({
  number: textOrNull,
  title: text,
  documentId: textOrNull,
  openness,
  url: textOrNull,
  file: v.optional(paperFile),
}) satisfies Read<Attachment>;

export const item = v.object({
  id: itemId,
  parentId: v.nullable(itemId),
  kind: v.picklist(ITEM_KINDS),
  number: textOrNull,
  title: text,
  neutralTitle: textOrNull,
  openness,
  type: v.nullable(v.picklist(ITEM_TYPES)),
  standing: v.boolean(),
  day: v.nullable(v.number()),
  block: textOrNull,
  start: clock,
  end: clock,
  minutes: v.nullable(v.number()),
  presenters: v.array(text),
  sections: v.array(v.object({ role, heading: textOrNull, text })),
  attachments: v.array(paper),
}) satisfies Read<AgendaItem>;

const headFields = { title: text, date: textOrNull, endDate: textOrNull, start: clock, end: clock, location: textOrNull, chair: textOrNull };
export const head = v.object(headFields) satisfies Read<Omit<Agenda, 'items'>>;
export const agenda = v.object({ ...headFields, items: v.array(item) }) satisfies Read<Agenda>;

export const status = v.object({
  agenda: v.picklist(AGENDA_STATES),
  minutes: v.picklist(MINUTES_STATES),
  sentAt: textOrNull,
}) satisfies Read<MeetingStatus>;

const outcome = v.nullable(v.picklist(OUTCOME_CODES));
export const treatment = v.object({
  itemId,
  openness,
  outcome,
  decision: text,
  publicDecision: text,
  notTreated: v.boolean(),
}) satisfies Read<Treatment>;

/** The items of an apology for all of the meeting are none. */
const scope: Read<ApologyScope> = v.pipe(
  v.object({ kind: v.picklist(APOLOGY_SCOPES), itemIds: v.optional(v.array(itemId), []) }),
  v.check(({ kind, itemIds }) => kind === 'meeting' || itemIds.length > 0),
  v.transform(({ kind, itemIds }): ApologyScope => (kind === 'meeting' ? { kind } : { kind, itemIds })),
);

const apologyFields = {
  id: text,
  person,
  substitute: textOrNull,
  receivedAt: text,
  enteredBy: text,
  withdrawnAt: textOrNull,
  givenFor: v.optional(text),
};
export const apology = v.object({ ...apologyFields, scope }) satisfies Read<Apology>;
/** As it was read: one whose items are none takes nothing along. */
const seenApology = v.object({
  ...apologyFields,
  scope: v.variant('kind', [v.object({ kind: v.literal('meeting') }), v.object({ kind: v.literal('items'), itemIds: v.array(itemId) })]),
}) satisfies Read<Apology>;

// The parts stand in the order in which edition.ts puts them together: what is stored compares with what is made now, as text.
const lineFields = { itemId, number: textOrNull, title: text, openness, decision: text, outcome, notTreated: v.boolean() };
export const minutesLine = v.object(lineFields) satisfies Read<MinutesLine>;

export const editionLine = v.object({
  ...lineFields,
  parentId: v.nullable(itemId),
  depth: v.number(),
  day: v.nullable(v.number()),
  block: textOrNull,
  recommendations: v.array(v.object({ heading: textOrNull, text })),
  recused: v.exactOptional(v.array(text)),
}) satisfies Read<EditionLine>;

const excusedItem = v.object({ itemId, number: textOrNull, title: text, openness });
const excusedItems = v.array(excusedItem);
const editionFields = {
  version: v.number(),
  publishedAt: text,
  head: v.object({ body: textOrNull, ...headFields }),
  excused: v.array(
    v.object({
      name: text,
      scope: v.variant('kind', [v.object({ kind: v.literal('meeting') }), v.object({ kind: v.literal('items'), items: excusedItems })]),
      substitute: textOrNull,
      onTheDay: v.exactOptional(v.literal(true)),
    }),
  ),
  attendance: v.exactOptional(
    v.object({
      present: v.array(
        v.object({
          name: text,
          insteadOf: textOrNull,
          online: v.boolean(),
          guest: v.boolean(),
          excusedFor: excusedItems,
          moves: v.array(v.object({ kind: v.picklist(['arrived', 'left']), time: clock, item: v.nullable(excusedItem) })),
        }),
      ),
      absent: v.array(text),
    }),
  ),
  lines: v.array(editionLine),
};
export const outsideEdition = v.object({ audience: v.literal('outside'), ...editionFields }) satisfies Read<Edition<'outside'>>;
const edition = v.object({ audience: v.picklist(AUDIENCES), ...editionFields });

export const presenceNote = v.object({
  id: text,
  person,
  kind: v.picklist(PRESENCE_NOTES),
  itemId: v.nullable(itemId),
  time: clock,
  insteadOf: v.nullable(person),
  guest: v.boolean(),
  onTheDay: v.boolean(),
  undoes: v.array(text),
  notedAt: text,
  notedBy: text,
}) satisfies Read<PresenceNote>;

const publication = v.object({
  target: v.picklist(PUBLICATION_TARGETS),
  version: v.number(),
  state: v.picklist(PUBLICATION_STATES),
  attempts: v.number(),
  error: textOrNull,
  reference: textOrNull,
  at: text,
}) satisfies Read<Publication>;

const unreadRow = v.object({ list: text, row: text, column: text, wholeRow: v.boolean(), webUrl: textOrNull }) satisfies Read<UnreadRow>;
export const closedRows = v.record(v.string(), v.object({ open: text, closed: textOrNull })) satisfies Read<ClosedRows>;

export const meetingFile = v.object({
  pointer,
  occasion,
  board,
  agenda,
  status,
  treatments: v.array(treatment),
  apologies: v.array(seenApology),
  minutes: v.nullable(edition),
  publications: v.array(publication),
  // What this device kept before it was told of such rows has none.
  unread: v.optional(v.array(unreadRow), []),
  closedAccess: v.picklist(CLOSED_ACCESS),
  aside: v.exactOptional(v.array(v.object({ what: v.picklist(ASIDE_KINDS), by: text, about: text }))),
  closedRows: v.optional(closedRows),
}) satisfies Read<MeetingFile>;
