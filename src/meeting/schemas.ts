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
  Seal,
  Treatment,
} from './meeting.ts';
import type { UnreadRow } from './unreadRow.ts';
import type { Votes } from './votes.ts';
import {
  AGENDA_STATES,
  ANSWERS,
  ASIDE_KINDS,
  AUDIENCES,
  CLOSED_ACCESS,
  ITEM_KINDS,
  ITEM_TYPES,
  MINUTES_STATES,
  OUTCOME_CODES,
  PRESENCE_MOVES,
  PUBLICATION_STATES,
  PUBLICATION_TARGETS,
  RECEIVED_WAYS,
  SECTION_ROLES,
  STANDINGS,
  VOTE_SIDES,
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
export const meetingKey = v.pipe(v.string(), v.transform(asMeetingKey));
const openness = v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf));
export const clock = v.nullable(v.custom<ClockTime>((value) => typeof value === 'string' && parseClock(value) === value));

export const pointer = v.object({ siteId, closedSiteId: v.nullable(siteId), key: meetingKey }) satisfies Read<MeetingPointer>;

const personFields = { id: textOrNull, name: text, email: textOrNull };
export const person = v.object(personFields) satisfies Read<Person>;

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
  unsent: v.optional(v.boolean()),
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
  supplement: v.optional(v.array(itemId)),
}) satisfies Read<MeetingStatus>;

const outcome = v.nullable(v.picklist(OUTCOME_CODES));
const sideWords = { for: text, against: text, abstained: text };
export const votes = v.object({
  ...sideWords,
  present: v.nullable(v.number()),
  casting: v.nullable(v.picklist(VOTE_SIDES.filter((side) => side !== 'abstained'))),
}) satisfies Read<Votes>;

const treatmentFields = {
  itemId,
  openness,
  outcome,
  decision: text,
  publicDecision: text,
  notTreated: v.boolean(),
  startedAt: v.exactOptional(text),
  endedAt: v.exactOptional(text),
  notes: v.exactOptional(text),
  dissent: v.exactOptional(text),
  votes: v.exactOptional(votes),
};
export const treatment = v.object({
  ...treatmentFields,
  further: v.exactOptional(v.array(v.object(treatmentFields))),
}) satisfies Read<Treatment>;

const time = v.custom<ClockTime>((value) => typeof value === 'string' && parseClock(value) === value);
const scopeMark = v.nullable(v.union([v.object({ item: itemId }), v.object({ clock: time })]));
const wholeMeeting = v.object({ kind: v.literal('meeting') });
const partOfMeeting = v.object({ kind: v.literal('part'), arrives: scopeMark, leaves: scopeMark });
const someItems = v.object({ kind: v.literal('items'), itemIds: v.array(itemId) });
/** A part of the meeting is told by items or marks: without any it would read as the whole. */
const scope: Read<ApologyScope> = v.pipe(
  v.variant('kind', [wholeMeeting, someItems, partOfMeeting]),
  v.check((read) => (read.kind === 'items' ? read.itemIds.length > 0 : read.kind === 'meeting' || read.arrives !== null || read.leaves !== null)),
);

const apologyFields = {
  id: text,
  person,
  substitute: textOrNull,
  receivedAt: text,
  enteredBy: text,
  withdrawnAt: textOrNull,
  givenFor: v.optional(text),
  way: v.optional(v.picklist(RECEIVED_WAYS)),
};
export const apology = v.object({ ...apologyFields, scope }) satisfies Read<Apology>;
/** As it was read: one whose items are none takes nothing along. */
const seenApology = v.object({
  ...apologyFields,
  scope: v.variant('kind', [wholeMeeting, someItems, partOfMeeting]),
}) satisfies Read<Apology>;

// The parts stand in the order in which edition.ts puts them together: what is stored compares with what is made now, as text.
const lineFields = {
  itemId,
  number: textOrNull,
  title: text,
  openness,
  decision: text,
  outcome,
  notTreated: v.boolean(),
  further: v.exactOptional(v.array(v.object({ outcome, decision: text }))),
  dissent: v.exactOptional(text),
  votes: v.exactOptional(votes),
};
export const minutesLine = v.object(lineFields) satisfies Read<MinutesLine>;

export const editionLine = v.object({
  ...lineFields,
  parentId: v.nullable(itemId),
  depth: v.number(),
  day: v.nullable(v.number()),
  block: textOrNull,
  recommendations: v.array(v.object({ heading: textOrNull, text })),
  recused: v.exactOptional(v.array(text)),
  followUps: v.exactOptional(v.array(v.object({ what: text, owner: textOrNull, due: textOrNull }))),
}) satisfies Read<EditionLine>;

const excusedItem = v.object({ itemId, number: textOrNull, title: text, openness });
const excusedMark = v.nullable(v.union([v.object({ item: excusedItem }), v.object({ clock: time })]));
const excusedItems = v.array(excusedItem);
/** What an edition prints around its lines, as the device and the first row of an edition keep it. */
export const aroundFields = {
  head: v.object({ body: textOrNull, ...headFields }),
  excused: v.array(
    v.object({
      name: text,
      scope: v.variant('kind', [
        wholeMeeting,
        v.object({ kind: v.literal('items'), items: v.array(excusedItem) }),
        v.object({ kind: v.literal('part'), arrives: excusedMark, leaves: excusedMark }),
      ]),
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
          moves: v.array(v.object({ kind: v.picklist(PRESENCE_MOVES), time: clock, item: v.nullable(excusedItem) })),
        }),
      ),
      absent: v.array(text),
    }),
  ),
};
const editionFields = { version: v.number(), publishedAt: text, ...aroundFields, lines: v.array(editionLine) };
const hash = v.pipe(text, v.regex(/^[0-9a-f]{64}$/));
export const seal = v.object({
  hash,
  previous: v.nullable(hash),
  about: hash,
  people: hash,
  lines: v.array(v.object({ itemId, open: v.boolean(), hash })),
  closed: v.array(v.object({ itemId, hash })),
}) satisfies Read<Seal>;
export const outsideEdition = v.object({ audience: v.literal('outside'), ...editionFields }) satisfies Read<Edition<'outside'>>;
export const edition = v.object({ audience: v.picklist(AUDIENCES), ...editionFields, seal: v.exactOptional(seal) }) satisfies Read<Edition>;

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
