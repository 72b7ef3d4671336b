import type { Database } from '../../database/database.ts';
import { newGuid } from '../../ids.ts';
import { hasAddress, mailOf, personByAddress, type Person } from '../directory/people.ts';
import { recipientsOf } from '../directory/recipients.ts';
import { openMeetingChat, syncMeetingChat } from '../teams/meetingChats.ts';
import { GraphError } from '../gateway/graphError.ts';
import { ianaZone, wallOf } from '../../time/zones.ts';
import { previewOf, storedHtml } from './bodyHtml.ts';
import { never, type Attendee, type EventBody, type ResponseKind, type StoredEvent } from './event.ts';
import type { EventInput } from './eventInput.ts';
import { copyIn, eventByKey, exceptionAt, exceptionsOf, newEventKey, removeEvent, saveEvent, seriesOf, type Instance } from './eventStore.ts';
import { carriesJoinBlock, joinBlock, onlineMeetingFor } from './joinBlock.ts';
import { defaultCalendar } from './mailboxes.ts';
import { neighbours } from './recurrence.ts';

const emptyBody = (organiser: Person, now: number): EventBody => ({
  subject: '',
  bodyType: 'html',
  bodyContent: storedHtml(''),
  bodyPreview: '',
  importance: 'normal',
  sensitivity: 'normal',
  showAs: 'busy',
  isAllDay: false,
  isCancelled: false,
  isDraft: false,
  isOrganizer: true,
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  responseRequested: true,
  allowNewTimeProposals: true,
  hideAttendees: false,
  categories: [],
  startZone: 'UTC',
  endZone: 'UTC',
  locations: [],
  organizer: { name: organiser.displayName, address: mailOf(organiser) },
  attendees: [],
  responseStatus: { response: 'organizer', time: never },
  recurrence: null,
  cancelledSlots: [],
  online: null,
  transactionId: null,
  createdAt: now,
  modifiedAt: now,
});

/** Puts a new event on a calendar and sends it to the attendees. @throws GraphError 400 when start or end is missing or wrong */
export function createMeeting(db: Database, organiser: Person, calendar: string, input: EventInput, now: number, key = newEventKey()): StoredEvent {
  if (!input.start || !input.end) throw new GraphError(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.');
  const body = emptyBody(organiser, now);
  body.transactionId = input.transactionId ?? null;
  const draft: StoredEvent = {
    key,
    mailbox: organiser.id,
    calendar,
    // Exchange's own UIDs are long hex strings; they are the same in every copy.
    iCalUId: `040000008200E00074C5B7101A82E008${newGuid().replaceAll('-', '').toUpperCase()}${Buffer.from(key, 'base64url').toString('hex').toUpperCase().slice(0, 32)}`,
    kind: input.recurrence ? 'master' : 'single',
    master: null,
    slot: null,
    start: input.start.instant,
    end: input.end.instant,
    changed: 0,
    body,
  };
  const event = withInput(db, draft, input, now);
  if (event.kind === 'master') alignToRule(event);
  const saved = saveEvent(db, event);
  if (saved.body.online) openMeetingChat(db, saved, now);
  deliver(db, saved, [], now, 'all');
  return saved;
}

/** The first occurrence stands where the rule puts it: a start on another weekday than the rule's is moved on. */
function alignToRule(event: StoredEvent): void {
  const { before, after } = neighbours(seriesOf(event), event.start - 1);
  const first = before === undefined ? after : undefined;
  if (first === undefined || first === event.start) return;
  event.end += first - event.start;
  event.start = first;
}

/**
 * PATCH of an event by its mailbox's owner. The organiser's change overwrites every attendee's copy; an attendee's change
 * stays in the own mailbox (gd#18193). Attendees-only changes go to the added and removed only (graph event-update).
 */
export function changeMeeting(db: Database, instance: Instance, input: EventInput, now: number, keepsAnswers = false): Instance {
  const before = instance.event;
  const whoOnly = Object.keys(input).length === 1 && input.attendees !== undefined;
  const base = instance.type === 'occurrence' ? exceptionFrom(instance, now) : before;
  if (instance.slot !== undefined) refuseCrossing(db, instance, input);
  const event = withInput(db, base, input, now);
  if (instance.type === 'seriesMaster' && event.kind === 'single') for (const exception of exceptionsOf(db, event.key)) removeEvent(db, exception);
  if (instance.type === 'seriesMaster' && (input.recurrence || input.start || input.end) && ruleChanged(before, event)) dropExceptions(db, event);
  const timeMoved = event.start !== base.start || event.end !== base.end;
  if (event.body.isOrganizer && timeMoved && !keepsAnswers)
    event.body.attendees = event.body.attendees.map((attendee) => ({ ...attendee, status: { response: 'none', time: never } }));
  const saved = saveEvent(db, event);
  if (saved.body.isOrganizer) {
    if (saved.body.online && !before.body.online) openMeetingChat(db, saved, now);
    if (saved.body.online) syncMeetingChat(db, saved);
    deliver(db, saved, before.body.attendees, now, whoOnly ? 'changed' : 'all');
  }
  return instance.type === 'occurrence'
    ? { type: 'exception', id: instance.id, event: saved, slot: instance.slot }
    : { ...instance, type: saved.kind === 'single' ? 'singleInstance' : instance.type, event: saved };
}

/** A row of its own for an occurrence, with the master's content at the slot. */
export function exceptionFrom(instance: Instance, now: number): StoredEvent {
  return {
    ...instance.event,
    key: newEventKey(),
    kind: 'exception',
    master: instance.id.key,
    slot: instance.slot ?? instance.event.start,
    body: { ...instance.event.body, recurrence: null, cancelledSlots: [], createdAt: now, modifiedAt: now },
  };
}

/** An occurrence may not be moved onto or past its neighbours (graph event-update: ErrorOccurrenceCrossingBoundary). */
function refuseCrossing(db: Database, instance: Instance, input: EventInput): void {
  if (!input.start && !input.end) return;
  const master = eventByKey(db, instance.id.key);
  if (!master || instance.slot === undefined) return;
  const series = seriesOf(master);
  const { before, after } = neighbours(series, instance.slot);
  const start = input.start?.instant ?? instance.event.start;
  const end = input.end?.instant ?? instance.event.end;
  if ((before !== undefined && start < before + series.length) || (after !== undefined && end > after)) {
    throw new GraphError(400, 'ErrorOccurrenceCrossingBoundary', 'Modified occurrence is crossing or overlapping adjacent occurrence.');
  }
}

function ruleChanged(before: StoredEvent, after: StoredEvent): boolean {
  return before.start !== after.start || before.end !== after.end || JSON.stringify(before.body.recurrence) !== JSON.stringify(after.body.recurrence);
}

/** A changed rule or time starts the series afresh: exceptions and deleted slots belong to the old one. */
function dropExceptions(db: Database, master: StoredEvent): void {
  for (const exception of exceptionsOf(db, master.key)) removeEvent(db, exception);
  master.body.cancelledSlots = [];
}

/** Applies what the client said; keeps the join-block rule. @throws GraphError 400 for impossible times */
function withInput(db: Database, event: StoredEvent, input: EventInput, now: number): StoredEvent {
  const body: EventBody = { ...event.body, modifiedAt: now };
  const next: StoredEvent = { ...event, body };
  for (const name of [
    'subject',
    'importance',
    'sensitivity',
    'showAs',
    'isAllDay',
    'isReminderOn',
    'reminderMinutesBeforeStart',
    'responseRequested',
    'allowNewTimeProposals',
    'hideAttendees',
    'categories',
    'locations',
  ] as const) {
    if (input[name] !== undefined) Object.assign(body, { [name]: input[name] });
  }
  if (input.start) {
    next.start = input.start.instant;
    body.startZone = input.start.zone;
    // A start alone moves the event: it keeps its length.
    if (!input.end) next.end = event.end + (next.start - event.start);
  }
  if (input.end) {
    next.end = input.end.instant;
    body.endZone = input.end.zone;
  }
  if (next.end < next.start) throw new GraphError(400, 'ErrorCalendarEndDateIsEarlierThanStartDate', 'The end date is earlier than the start date.');
  if (body.isAllDay) requireMidnights(next, input);
  if (input.attendees) body.attendees = withoutOrganiser(input.attendees, event).map((attendee) => knownAttendee(db, attendee, event.body.attendees));
  if (input.recurrence !== undefined && event.kind !== 'exception') {
    body.recurrence = input.recurrence;
    next.kind = input.recurrence ? 'master' : 'single';
  }
  if (input.body) {
    body.bodyType = input.body.type;
    body.bodyContent = input.body.type === 'html' ? storedHtml(input.body.content) : input.body.content;
    // graph event-update and gd#9743: a body without the join block switches the online meeting off.
    if (body.online && !carriesJoinBlock(body.bodyContent, body.online)) body.online = null;
    body.bodyPreview = previewOf(body.bodyType, body.bodyContent);
  }
  if (input.isOnlineMeeting === true && !body.online && body.isOrganizer) {
    body.online = onlineMeetingFor(`${event.key} ${now}`, event.mailbox);
    body.bodyContent = storedHtml(
      `${body.bodyType === 'html' ? body.bodyContent : body.bodyContent.replaceAll('\n', '<br>')}${joinBlock(body.online)}`,
    );
    body.bodyType = 'html';
    body.bodyPreview = previewOf('html', body.bodyContent);
    if (body.locations.length === 0)
      body.locations = [{ displayName: 'Microsoft Teams-møde', locationType: 'default', uniqueId: 'Microsoft Teams-møde', uniqueIdType: 'private' }];
  }
  return next;
}

const day = 86_400_000;

function requireMidnights(event: StoredEvent, input: EventInput): void {
  const clock = (value: { instant: number; zone: string } | undefined): number | undefined => value && wallClock(value);
  const wrong = [clock(input.start), clock(input.end)].some((time) => time !== undefined && time !== 0) || event.end - event.start < day / 2;
  if (wrong)
    throw new GraphError(
      400,
      'ErrorPropertyValidationFailure',
      'The Event.Start and Event.End properties of an all-day event need to be set to midnight, at least 24 hours apart.',
    );
}

function wallClock({ instant, zone }: { instant: number; zone: string }): number {
  const iana = ianaZone(zone) ?? 'UTC';
  return ((wallOf(instant, iana) % day) + day) % day;
}

function withoutOrganiser(attendees: Attendee[], event: StoredEvent): Attendee[] {
  return attendees.filter(({ emailAddress }) => emailAddress.address.toLowerCase() !== event.body.organizer.address.toLowerCase());
}

/** Answers given are kept when the list is sent anew; names come from the directory when only an address was given. */
function knownAttendee(db: Database, attendee: Attendee, before: Attendee[]): Attendee {
  const kept = before.find((one) => sameAddress(one, attendee));
  const person = personByAddress(db, attendee.emailAddress.address);
  const name = attendee.emailAddress.name === attendee.emailAddress.address && person ? person.displayName : attendee.emailAddress.name;
  return { ...attendee, status: kept?.status ?? attendee.status, emailAddress: { name, address: attendee.emailAddress.address } };
}

function sameAddress(a: Attendee, b: Attendee): boolean {
  return a.emailAddress.address.toLowerCase() === b.emailAddress.address.toLowerCase();
}

/** Sends the organiser's event to the attendees' mailboxes: new copies, overwritten copies, and cancellations for those taken off. */
function deliver(db: Database, event: StoredEvent, before: Attendee[], now: number, to: 'all' | 'changed'): void {
  const reached = new Set([event.mailbox]);
  for (const attendee of event.body.attendees) {
    const isNew = !before.some((one) => sameAddress(one, attendee));
    for (const person of recipientsOf(db, attendee.emailAddress.address)) {
      if (!reached.has(person.id) && (to === 'all' || isNew)) deliverTo(db, event, person, now);
      reached.add(person.id);
    }
  }
  for (const attendee of before) {
    if (event.body.attendees.some((one) => sameAddress(one, attendee))) continue;
    for (const person of recipientsOf(db, attendee.emailAddress.address)) if (!reached.has(person.id)) cancelCopy(db, event, person, now);
  }
}

export function deliverTo(db: Database, event: StoredEvent, person: Person, now: number): void {
  const copy = copyIn(db, person.id, event.iCalUId);
  if (event.kind === 'exception') return deliverException(db, event, person, copy, now);
  const reset =
    !copy || copy.start !== event.start || copy.end !== event.end || JSON.stringify(copy.body.recurrence) !== JSON.stringify(event.body.recurrence);
  if (copy?.kind === 'master' && reset) for (const exception of exceptionsOf(db, copy.key)) removeEvent(db, exception);
  const declined = copy && !reset ? copy.body.cancelledSlots : [];
  saveEvent(db, {
    ...event,
    key: copy?.key ?? newEventKey(),
    mailbox: person.id,
    calendar: copy?.calendar ?? defaultCalendar(db, person.id),
    body: { ...copiedBody(event, copy, reset, person, now), cancelledSlots: [...new Set([...event.body.cancelledSlots, ...declined])] },
  });
}

function deliverException(db: Database, event: StoredEvent, person: Person, master: StoredEvent | undefined, now: number): void {
  // Invited to one occurrence only: the copy is an event by itself.
  if (!master || master.kind !== 'master' || event.slot === null) {
    saveEvent(db, {
      ...event,
      key: master?.key ?? newEventKey(),
      kind: 'single',
      master: null,
      mailbox: person.id,
      calendar: defaultCalendar(db, person.id),
      body: copiedBody(event, master, true, person, now),
    });
    return;
  }
  if (master.body.cancelledSlots.includes(event.slot))
    saveEvent(db, { ...master, body: { ...master.body, cancelledSlots: master.body.cancelledSlots.filter((slot) => slot !== event.slot) } });
  const copy = exceptionAt(db, master.key, event.slot);
  const reset = !copy || copy.start !== event.start || copy.end !== event.end;
  saveEvent(db, {
    ...event,
    key: copy?.key ?? newEventKey(),
    master: master.key,
    mailbox: person.id,
    calendar: master.calendar,
    body: copiedBody(event, copy ?? master, reset, person, now),
  });
}

/** What an attendee's copy holds: the organiser's content; own are the answer, the reminder and the categories. Others' answers are not shown to attendees. */
function copiedBody(event: StoredEvent, copy: StoredEvent | undefined, reset: boolean, person: Person, now: number): EventBody {
  const { body } = event;
  const attendees = body.attendees.map((attendee) => ({ ...attendee, status: { response: 'none' as const, time: never } }));
  const visible = body.hideAttendees ? attendees.filter(({ emailAddress }) => hasAddress(person, emailAddress.address)) : attendees;
  return {
    ...body,
    attendees: visible,
    isOrganizer: false,
    isCancelled: false,
    showAs: reset ? 'tentative' : (copy?.body.showAs ?? 'tentative'),
    categories: copy?.body.categories ?? [],
    isReminderOn: copy?.body.isReminderOn ?? true,
    reminderMinutesBeforeStart: copy?.body.reminderMinutesBeforeStart ?? 15,
    responseStatus: reset ? { response: 'notResponded', time: never } : (copy?.body.responseStatus ?? { response: 'notResponded', time: never }),
    transactionId: null,
    createdAt: copy?.body.createdAt ?? now,
    modifiedAt: now,
  };
}

/** The attendee's copy stays on the calendar, marked as cancelled, until the person takes it off. */
function cancelCopy(db: Database, event: StoredEvent, person: Person, now: number): void {
  const master = copyIn(db, person.id, event.iCalUId);
  if (!master) return;
  if (event.kind === 'exception' && master.kind === 'master' && event.slot !== null) {
    const copy = exceptionAt(db, master.key, event.slot);
    if (copy) saveEvent(db, cancelled(copy, now));
    else
      saveEvent(
        db,
        cancelled(
          {
            ...event,
            key: newEventKey(),
            master: master.key,
            mailbox: person.id,
            calendar: master.calendar,
            body: copiedBody(event, master, true, person, now),
          },
          now,
        ),
      );
    return;
  }
  if (master.kind === 'master') for (const exception of exceptionsOf(db, master.key)) saveEvent(db, cancelled(exception, now));
  saveEvent(db, cancelled(master, now));
}

function cancelled(event: StoredEvent, now: number): StoredEvent {
  const subject = event.body.isCancelled ? event.body.subject : `Aflyst: ${event.body.subject}`;
  return { ...event, body: { ...event.body, isCancelled: true, subject, showAs: 'free', modifiedAt: now } };
}

/** DELETE: the organiser's calls the meeting off for everyone, an attendee's takes it off the own calendar only. */
export function deleteMeeting(db: Database, instance: Instance, now: number): void {
  const { event, slot } = instance;
  if (event.body.isOrganizer) {
    const asException = instance.type === 'occurrence' ? exceptionFrom(instance, now) : event;
    const reached = new Set([event.mailbox]);
    for (const attendee of event.body.attendees)
      for (const person of recipientsOf(db, attendee.emailAddress.address)) {
        if (!reached.has(person.id)) cancelCopy(db, asException, person, now);
        reached.add(person.id);
      }
  }
  takeOff(db, instance, slot, now);
}

function takeOff(db: Database, instance: Instance, slot: number | undefined, now: number): void {
  if (slot === undefined) return removeEvent(db, instance.event);
  if (instance.type === 'exception') removeEvent(db, instance.event);
  const master = eventByKey(db, instance.id.key);
  if (master)
    saveEvent(db, { ...master, body: { ...master.body, cancelledSlots: [...new Set([...master.body.cancelledSlots, slot])], modifiedAt: now } });
}

export type Answer = Extract<ResponseKind, 'accepted' | 'tentativelyAccepted' | 'declined'>;

/**
 * accept, tentativelyAccept, decline. The answer is kept in the answerer's copy (declining takes it off the calendar) and,
 * when a response is sent, on the organiser's copy.
 */
export function answerMeeting(db: Database, instance: Instance, person: Person, answer: Answer, sendResponse: boolean, now: number): void {
  const status = { response: answer, time: new Date(now).toISOString() };
  if (sendResponse) tellOrganiser(db, instance, person, status, now);
  if (answer === 'declined') return takeOff(db, instance, instance.slot, now);
  const event = instance.type === 'occurrence' ? exceptionFrom(instance, now) : instance.event;
  const attendees = event.body.attendees.map((one) => (hasAddress(person, one.emailAddress.address) ? { ...one, status } : one));
  saveEvent(db, {
    ...event,
    body: { ...event.body, attendees, responseStatus: status, showAs: answer === 'accepted' ? 'busy' : 'tentative', modifiedAt: now },
  });
}

function tellOrganiser(db: Database, instance: Instance, person: Person, status: { response: Answer; time: string }, now: number): void {
  const organiser = personByAddress(db, instance.event.body.organizer.address);
  const original = organiser && copyIn(db, organiser.id, instance.event.iCalUId);
  if (!original) return;
  const target = targetOf(db, original, instance.slot, now);
  if (!target) return;
  const invited = target.body.attendees.some(({ emailAddress }) => hasAddress(person, emailAddress.address));
  // Who answers without standing on the list, as a member of a group or by a forwarded invitation, is put on it as optional.
  const attendees = invited
    ? target.body.attendees.map((one) => (hasAddress(person, one.emailAddress.address) ? { ...one, status } : one))
    : [...target.body.attendees, { type: 'optional' as const, status, emailAddress: { name: person.displayName, address: mailOf(person) } }];
  saveEvent(db, { ...target, body: { ...target.body, attendees, modifiedAt: now } });
}

/** The organiser's own row of what was answered or forwarded: an occurrence gets one. Undefined for one that is called off. */
export function targetOf(db: Database, original: StoredEvent, slot: number | undefined, now: number): StoredEvent | undefined {
  if (slot === undefined || original.kind !== 'master') return original;
  const kept = exceptionAt(db, original.key, slot);
  if (kept) return kept;
  if (original.body.cancelledSlots.includes(slot)) return undefined;
  const length = original.end - original.start;
  return exceptionFrom(
    { type: 'occurrence', id: { mailbox: original.mailbox, key: original.key, slot }, event: { ...original, start: slot, end: slot + length }, slot },
    now,
  );
}

/** A client-made GUID that lets a POST be sent again without a second event. */
export function byTransaction(db: Database, mailbox: string, transactionId: string): StoredEvent | undefined {
  const row = db.get<{ key: string }>(
    "SELECT key FROM event WHERE mailbox = ? AND json_extract(body, '$.transactionId') = ?",
    mailbox,
    transactionId,
  );
  return row && eventByKey(db, row.key);
}
