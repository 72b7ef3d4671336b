import * as v from 'valibot';
import { opennessOf } from '../meeting/agenda.ts';
import { parseClock, type ClockTime } from '../meeting/clock.ts';
import { asItemId, asMeetingKey, asSiteId } from '../meeting/ids.ts';
import type { CalendarEvent, MeetingFile, MeetingPointer } from '../meeting/meeting.ts';
import {
  AGENDA_STATES,
  ANSWERS,
  CLOSED_ACCESS,
  ITEM_KINDS,
  ITEM_TYPES,
  MINUTES_STATES,
  OUTCOME_CODES,
  PUBLICATION_STATES,
  PUBLICATION_TARGETS,
  SECTION_ROLES,
} from '../meeting/words.ts';

// What was seen may have been written by another version of the app: each field is read, and what is missing is not guessed.
const text = v.nullable(v.string());
const itemId = v.pipe(v.string(), v.transform(asItemId));
const siteId = v.pipe(v.string(), v.transform(asSiteId));
const openness = v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf));
const clock = v.nullable(
  v.pipe(
    v.string(),
    v.transform(parseClock),
    v.custom<ClockTime>((time) => time !== null),
  ),
);
const outcome = v.nullable(v.picklist(OUTCOME_CODES));
const person = { id: text, name: v.string(), email: text };

export const pointer: v.GenericSchema<unknown, MeetingPointer> = v.object({
  siteId,
  closedSiteId: v.nullable(siteId),
  key: v.pipe(v.string(), v.transform(asMeetingKey)),
});

const item = v.object({
  id: itemId,
  parentId: v.nullable(itemId),
  kind: v.picklist(ITEM_KINDS),
  number: text,
  title: v.string(),
  neutralTitle: text,
  openness,
  type: v.nullable(v.picklist(ITEM_TYPES)),
  standing: v.boolean(),
  day: v.nullable(v.number()),
  block: text,
  start: clock,
  end: clock,
  minutes: v.nullable(v.number()),
  presenters: v.array(v.string()),
  sections: v.array(v.object({ role: v.picklist(SECTION_ROLES), heading: text, text: v.string() })),
  attachments: v.array(v.object({ number: text, title: v.string(), documentId: text, openness, url: text })),
});

export const meetingFile: v.GenericSchema<unknown, MeetingFile> = v.object({
  pointer,
  occasion: v.object({ iCalUId: v.string(), start: v.string(), end: v.string() }),
  board: v.object({
    name: v.string(),
    siteId,
    closedSiteId: v.nullable(siteId),
    teamId: v.string(),
    channelId: v.string(),
    channelName: v.string(),
  }),
  agenda: v.object({
    title: v.string(),
    date: text,
    endDate: text,
    start: clock,
    end: clock,
    location: text,
    chair: text,
    items: v.array(item),
  }),
  status: v.object({ agenda: v.picklist(AGENDA_STATES), minutes: v.picklist(MINUTES_STATES), sentAt: text }),
  treatments: v.array(v.object({ itemId, openness, outcome, decision: v.string(), publicDecision: v.string(), notTreated: v.boolean() })),
  apologies: v.array(
    v.object({
      id: v.string(),
      person: v.object(person),
      scope: v.variant('kind', [v.object({ kind: v.literal('meeting') }), v.object({ kind: v.literal('items'), itemIds: v.array(itemId) })]),
      substitute: text,
      receivedAt: v.string(),
      enteredBy: v.string(),
      withdrawnAt: text,
    }),
  ),
  minutes: v.nullable(
    v.object({
      version: v.number(),
      publishedAt: v.string(),
      audience: v.picklist(['circle', 'outside']),
      head: v.object({ body: text, title: v.string(), date: text, endDate: text, start: clock, end: clock, location: text, chair: text }),
      excused: v.array(
        v.object({
          name: v.string(),
          scope: v.variant('kind', [
            v.object({ kind: v.literal('meeting') }),
            v.object({ kind: v.literal('items'), items: v.array(v.object({ itemId, number: text, title: v.string(), openness })) }),
          ]),
          substitute: text,
        }),
      ),
      lines: v.array(
        v.object({
          itemId,
          number: text,
          title: v.string(),
          openness,
          decision: v.string(),
          outcome,
          notTreated: v.boolean(),
          parentId: v.nullable(itemId),
          depth: v.number(),
          day: v.nullable(v.number()),
          block: text,
          recommendations: v.array(v.object({ heading: text, text: v.string() })),
        }),
      ),
    }),
  ),
  publications: v.array(
    v.object({
      target: v.picklist(PUBLICATION_TARGETS),
      version: v.number(),
      state: v.picklist(PUBLICATION_STATES),
      attempts: v.number(),
      error: text,
      reference: text,
      at: v.string(),
    }),
  ),
  closedAccess: v.picklist(CLOSED_ACCESS),
});

const answer = v.picklist(ANSWERS);

export const calendarEvent: v.GenericSchema<unknown, CalendarEvent> = v.object({
  id: v.string(),
  key: v.pipe(v.string(), v.transform(asMeetingKey)),
  iCalUId: v.string(),
  originalStart: text,
  subject: v.string(),
  start: v.string(),
  end: v.string(),
  location: text,
  joinUrl: text,
  iAmOrganizer: v.boolean(),
  myAnswer: answer,
  organizer: v.nullable(v.object(person)),
  invitees: v.array(v.object({ ...person, answer, optional: v.boolean() })),
  cancelled: v.boolean(),
  agendaInInvitation: v.boolean(),
  pointer: v.nullable(pointer),
});
