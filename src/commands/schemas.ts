import * as v from 'valibot';
import { opennessOf, type Agenda, type AgendaItem, type AgendaState, type ItemKind, type ItemType, type SectionRole } from '../meeting/agenda.ts';
import { parseClock, type ClockTime } from '../meeting/clock.ts';
import { asItemId, asMeetingKey, asSiteId } from '../meeting/ids.ts';
import type {
  Answer,
  Apology,
  Board,
  CalendarEvent,
  MeetingPointer,
  MeetingStatus,
  MinutesLine,
  Occasion,
  OutcomeCode,
  Person,
  Treatment,
} from '../meeting/meeting.ts';

/*
 * What orders hold, as it is read when IndexedDB gives it back. Each schema says the same as the type of its name in meeting/. A word
 * that is not among ours makes the order unreadable: it is handed back rather than sent as something else.
 */

type Read<Output> = v.GenericSchema<unknown, Output>;

/** One of a closed set of words; the record makes the compiler ask for each of them. */
function word<const Word extends string>(words: Readonly<Record<Word, true>>): Read<Word> {
  return v.custom<Word>((value) => typeof value === 'string' && Object.hasOwn(words, value));
}
const text = v.string();
const textOrNull = v.nullable(v.string());
const itemId = v.pipe(v.string(), v.transform(asItemId));
const siteId = v.pipe(v.string(), v.transform(asSiteId));
const meetingKey = v.pipe(v.string(), v.transform(asMeetingKey));
const openness = v.pipe(v.unknown(), v.transform(opennessOf));
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

const answer = word<Answer>({ organizer: true, accepted: true, tentative: true, declined: true, none: true });
export const event = v.object({
  id: text,
  key: meetingKey,
  iCalUId: text,
  originalStart: textOrNull,
  subject: text,
  start: text,
  end: text,
  location: textOrNull,
  joinUrl: textOrNull,
  iAmOrganizer: v.boolean(),
  myAnswer: answer,
  organizer: v.nullable(person),
  invitees: v.array(v.object({ ...personFields, answer, optional: v.boolean() })),
  cancelled: v.boolean(),
  agendaInInvitation: v.boolean(),
  pointer: v.nullable(pointer),
}) satisfies Read<CalendarEvent>;
export const occasion = v.object({ iCalUId: text, start: text, end: text }) satisfies Read<Occasion>;

const role = word<SectionRole>({ purpose: true, summary: true, background: true, finance: true, recommendation: true, text: true });
export const item = v.object({
  id: itemId,
  parentId: v.nullable(itemId),
  kind: word<ItemKind>({ item: true, break: true }),
  number: textOrNull,
  title: text,
  neutralTitle: textOrNull,
  openness,
  type: v.nullable(word<ItemType>({ decision: true, discussion: true, information: true })),
  standing: v.boolean(),
  day: v.nullable(v.number()),
  block: textOrNull,
  start: clock,
  end: clock,
  minutes: v.nullable(v.number()),
  presenters: v.array(text),
  sections: v.array(v.object({ role, heading: textOrNull, text })),
  attachments: v.array(v.object({ number: textOrNull, title: text, documentId: textOrNull, openness, url: textOrNull })),
}) satisfies Read<AgendaItem>;

const headFields = { title: text, date: textOrNull, endDate: textOrNull, start: clock, end: clock, location: textOrNull, chair: textOrNull };
export const head = v.object(headFields) satisfies Read<Omit<Agenda, 'items'>>;
export const agenda = v.object({ ...headFields, items: v.array(item) }) satisfies Read<Agenda>;

export const status = v.object({
  agenda: word<AgendaState>({ draft: true, sent: true, revised: true }),
  minutes: word<MeetingStatus['minutes']>({ none: true, published: true }),
  sentAt: textOrNull,
}) satisfies Read<MeetingStatus>;

const outcome = v.nullable(
  word<OutcomeCode>({
    approved: true,
    rejected: true,
    discussed: true,
    noted: true,
    endorsed: true,
    deferred: true,
    withdrawn: true,
    other: true,
  }),
);
export const treatment = v.object({
  itemId,
  openness,
  outcome,
  decision: text,
  publicDecision: text,
  notTreated: v.boolean(),
}) satisfies Read<Treatment>;

export const apology = v.object({
  id: text,
  person,
  scope: v.variant('kind', [v.object({ kind: v.literal('meeting') }), v.object({ kind: v.literal('items'), itemIds: v.array(itemId) })]),
  substitute: textOrNull,
  receivedAt: text,
  enteredBy: text,
  withdrawnAt: textOrNull,
}) satisfies Read<Apology>;

export const minutesLine = v.object({
  itemId,
  number: textOrNull,
  title: text,
  openness,
  decision: text,
  outcome,
  notTreated: v.boolean(),
}) satisfies Read<MinutesLine>;
