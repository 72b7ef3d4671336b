import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { newGuid, newKey } from '../../ids.ts';
import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { denied, GraphError, missing } from '../gateway/graphError.ts';
import { context } from '../odata/paging.ts';
import { ianaZone, wallOf, writeWall } from '../../time/zones.ts';
import { mailOf, personByAddress, type Person } from '../directory/people.ts';
import { lowerFirst, readEventInput } from './eventInput.ts';
import { eventInPath } from './eventPath.ts';
import { instancesBetween } from './eventStore.ts';
import { giveNewId } from './calendarDrift.ts';
import { forwardMeeting } from './forwarding.ts';
import { calendarAccess, defaultCalendar, mailboxOwner } from './mailboxes.ts';
import { changeMeeting } from './meetings.ts';
import { readBasic, readEvents, writeEvents } from './scopes.ts';

interface CalendarRow {
  id: string;
  mailbox: string;
  is_default: number;
  body: string;
}

function calendarResource(row: CalendarRow, owner: Person, mayWrite: boolean): Resource {
  const { name, color } = JSON.parse(row.body) as { name: string; color: string };
  return {
    id: row.id,
    name,
    color,
    hexColor: '',
    isDefaultCalendar: row.is_default === 1,
    changeKey: Buffer.from(row.id.slice(0, 16)).toString('base64'),
    canShare: mayWrite,
    canViewPrivateItems: mayWrite,
    canEdit: mayWrite,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    isTallyingResponses: row.is_default === 1,
    isRemovable: row.is_default !== 1,
    owner: { name: owner.displayName, address: mailOf(owner) },
  };
}

function rowOf(db: Database, id: string): CalendarRow {
  const row = db.get<CalendarRow>('SELECT * FROM calendar WHERE id = ?', id);
  if (!row) throw missing('outlook');
  return row;
}

function getCalendar(call: GraphCall): GraphAnswer {
  const access = calendarAccess(call);
  const resource = calendarResource(rowOf(call.tenant.db, access.calendar), access.owner, access.mayWrite);
  return ok({ '@odata.context': context(call, 'calendars/$entity'), ...resource });
}

/** The calendars of a mailbox; of another's those shared with the caller. */
function listCalendars(call: GraphCall): GraphAnswer {
  const owner = mailboxOwner(call);
  if (owner.id !== call.caller.id) calendarAccess(call);
  const rows = call.tenant.db.all<CalendarRow>('SELECT * FROM calendar WHERE mailbox = ? ORDER BY is_default DESC', owner.id);
  return ok({ '@odata.context': context(call, 'calendars'), value: rows.map((row) => calendarResource(row, owner, owner.id === call.caller.id)) });
}

function postCalendar(call: GraphCall): GraphAnswer {
  const owner = mailboxOwner(call);
  if (owner.id !== call.caller.id) throw denied('outlook');
  const parsed = z.object({ name: z.string().min(1), color: z.string().nullish() }).safeParse(lowerFirst(call.body));
  if (!parsed.success) throw new GraphError(400, 'ErrorInvalidRequest', 'A calendar must have a name.');
  const { db } = call.tenant;
  const { name, color } = parsed.data;
  const same = db.get("SELECT 1 AS one FROM calendar WHERE mailbox = ? AND lower(json_extract(body, '$.name')) = lower(?)", owner.id, name);
  if (same) throw new GraphError(409, 'ErrorFolderExists', 'A folder with the specified name already exists.');
  const id = `AAMkAG${newKey(60)}=`;
  db.run('INSERT INTO calendar (id, mailbox, is_default, body) VALUES (?,?,0,?)', id, owner.id, JSON.stringify({ name, color: color ?? 'auto' }));
  const made = calendarResource(rowOf(db, id), owner, true);
  if (call.faults.some(({ calendarDrift }) => calendarDrift === true)) giveNewId(db, id);
  return created({ '@odata.context': context(call, 'calendars/$entity'), ...made });
}

/** DELETE → 204; never the first calendar (graph calendar-delete: "other than the default calendar"). */
function deleteCalendar(call: GraphCall): GraphAnswer {
  const access = calendarAccess(call);
  const { db } = call.tenant;
  if (!access.own) throw denied('outlook');
  if (access.calendar === defaultCalendar(db, access.mailbox)) {
    throw new GraphError(400, 'ErrorDeleteDistinguishedFolder', 'Distinguished folders cannot be deleted.');
  }
  db.run('DELETE FROM event WHERE calendar = ?', access.calendar);
  db.run('DELETE FROM calendar WHERE id = ?', access.calendar);
  return noContent;
}

const roles = [
  'none',
  'freeBusyRead',
  'limitedRead',
  'read',
  'write',
  'delegateWithoutPrivateEventAccess',
  'delegateWithPrivateEventAccess',
  'custom',
];

function listPermissions(call: GraphCall): GraphAnswer {
  const access = calendarAccess(call);
  const rows = call.tenant.db.all<{ id: string; body: string }>('SELECT id, body FROM calendar_permission WHERE calendar = ?', access.calendar);
  return ok({
    '@odata.context': context(call, 'calendarPermissions'),
    value: rows.map(({ id, body }) => ({ id, ...(JSON.parse(body) as Resource) })),
  });
}

/** Sharing a calendar with a colleague. Only its owner can (graph calendar-post-calendarpermissions). */
function postPermission(call: GraphCall): GraphAnswer {
  const access = calendarAccess(call);
  if (!access.own) throw denied('outlook');
  const parsed = z
    .looseObject({ emailAddress: z.object({ name: z.string().nullish(), address: z.string() }), role: z.string() })
    .safeParse(lowerFirst(call.body));
  const role = parsed.success ? roles.find((one) => one.toLowerCase() === parsed.data.role.toLowerCase()) : undefined;
  const person = parsed.success ? personByAddress(call.tenant.db, parsed.data.emailAddress.address) : undefined;
  if (!role || !person)
    throw new GraphError(400, 'ErrorInvalidRequest', 'A permission needs a role and the address of somebody in the organisation.');
  const body = {
    emailAddress: { name: person.displayName, address: mailOf(person) },
    isRemovable: true,
    isInsideOrganization: true,
    role,
    allowedRoles: roles,
  };
  const id = newGuid();
  call.tenant.db.run(
    'INSERT INTO calendar_permission (id, calendar, person, body) VALUES (?,?,?,?) ON CONFLICT (calendar, person) DO UPDATE SET body = excluded.body',
    id,
    access.calendar,
    person.id,
    JSON.stringify(body),
  );
  return created({ '@odata.context': context(call, 'calendarPermissions/$entity'), id, ...body });
}

function deletePermission(call: GraphCall): GraphAnswer {
  const access = calendarAccess(call);
  if (!access.own) throw denied('outlook');
  if (call.tenant.db.run('DELETE FROM calendar_permission WHERE id = ? AND calendar = ?', call.params['permission'] ?? '', access.calendar) === 0)
    throw missing('outlook');
  return noContent;
}

const schedule = z.object({
  schedules: z.array(z.string()).min(1).max(20),
  startTime: z.object({ dateTime: z.string(), timeZone: z.string() }),
  endTime: z.object({ dateTime: z.string(), timeZone: z.string() }),
  availabilityViewInterval: z.number().int().min(5).max(1440).nullish(),
});

const signs: Record<string, string> = { free: '0', tentative: '1', busy: '2', oof: '3', workingElsewhere: '4' };

/** Free/busy of several people; what a meeting is about is told only of one's own calendar (graph calendar-getschedule). */
function getSchedule(call: GraphCall): GraphAnswer {
  const parsed = schedule.safeParse(lowerFirst(call.body));
  if (!parsed.success) throw new GraphError(400, 'ErrorInvalidRequest', 'getSchedule needs schedules, startTime and endTime.');
  const { schedules, availabilityViewInterval } = parsed.data;
  const { start, end } = readEventInput({ start: parsed.data.startTime, end: parsed.data.endTime });
  const [from, to] = [start?.instant ?? 0, end?.instant ?? 0];
  const step = (availabilityViewInterval ?? 30) * 60_000;
  if (to <= from || to - from < step) throw new GraphError(400, 'ErrorInvalidRequest', 'The time window must be longer than the interval.');
  const zone = call.prefer.value('outlook.timezone') ?? 'UTC';
  const iana = ianaZone(zone) ?? 'UTC';
  const { db } = call.tenant;
  const value = schedules.map((address) => {
    const person = personByAddress(db, address);
    if (!person)
      return {
        scheduleId: address,
        error: { message: 'Unable to resolve e-mail address to an Active Directory object.', responseCode: 'ErrorMailRecipientNotFound' },
      };
    const busy = instancesBetween(db, defaultCalendar(db, person.id), from, to).filter(({ event }) => event.body.showAs !== 'free');
    const items = busy.map(({ event }) => ({
      isPrivate: event.body.sensitivity === 'private',
      status: event.body.showAs,
      ...(person.id === call.caller.id ? { subject: event.body.subject, location: event.body.locations[0]?.displayName ?? '' } : {}),
      start: { dateTime: writeWall(wallOf(event.start, iana)), timeZone: zone },
      end: { dateTime: writeWall(wallOf(event.end, iana)), timeZone: zone },
    }));
    let availabilityView = '';
    for (let at = from; at < to; at += step) {
      const here = busy.filter(({ event }) => event.start < at + step && event.end > at).map(({ event }) => signs[event.body.showAs] ?? '2');
      availabilityView += here.sort().at(-1) ?? '0';
    }
    return {
      scheduleId: address,
      availabilityView,
      scheduleItems: items,
      workingHours: {
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        startTime: '08:00:00.0000000',
        endTime: '16:00:00.0000000',
        timeZone: { name: 'Romance Standard Time' },
      },
    };
  });
  return ok({ '@odata.context': context(call, 'Collection(microsoft.graph.scheduleInformation)'), value });
}

const forwardShape = z.looseObject({
  toRecipients: z.array(z.object({ emailAddress: z.object({ name: z.string().nullish(), address: z.string() }) })).min(1),
  comment: z.string().nullish(),
});

/** Forwarding invites more people. The organiser's is an invitation like any other; an attendee's is told to the organiser. */
function forward(call: GraphCall): GraphAnswer {
  const access = calendarAccess(call);
  const instance = eventInPath(call, access);
  const parsed = forwardShape.safeParse(lowerFirst(call.body));
  if (!parsed.success) throw new GraphError(400, 'ErrorInvalidRequest', 'At least one recipient is needed.');
  if (instance.event.body.isOrganizer) {
    const attendees = [...instance.event.body.attendees, ...parsed.data.toRecipients.map(({ emailAddress }) => ({ type: 'required', emailAddress }))];
    changeMeeting(call.tenant.db, instance, readEventInput({ attendees }), call.tenant.now());
    return { status: 202 };
  }
  const to = readEventInput({ attendees: parsed.data.toRecipients }).attendees ?? [];
  forwardMeeting(
    call.tenant.db,
    instance,
    to.map(({ emailAddress: { name, address } }) => ({
      name: name === address ? (personByAddress(call.tenant.db, address)?.displayName ?? name) : name,
      address,
    })),
    {
      untold: call.faults.some(({ forwardUntold }) => forwardUntold === true),
      renamed: call.faults.some(({ forwardRenamed }) => forwardRenamed === true),
    },
    call.tenant.now(),
  );
  return { status: 202 };
}

const readSchedule = ['Calendars.ReadBasic', ...readEvents] as const;

export const calendarRoutes: Route[] = table('outlook')(
  ['GET /users/{user}/calendar', readBasic, getCalendar],
  ['GET /users/{user}/calendars', readBasic, listCalendars],
  ['POST /users/{user}/calendars', writeEvents, postCalendar],
  ['GET /users/{user}/calendars/{calendar}', readBasic, getCalendar],
  ['DELETE /users/{user}/calendars/{calendar}', writeEvents, deleteCalendar],
  ['GET /users/{user}/calendar/calendarPermissions', readEvents, listPermissions],
  ['POST /users/{user}/calendar/calendarPermissions', writeEvents, postPermission],
  ['DELETE /users/{user}/calendar/calendarPermissions/{permission}', writeEvents, deletePermission],
  ['POST /users/{user}/calendar/getSchedule', readSchedule, getSchedule],
  ['POST /users/{user}/events/{event}/forward', readEvents, forward],
  ['POST /users/{user}/calendar/events/{event}/forward', readEvents, forward],
  ['POST /users/{user}/calendars/{calendar}/events/{event}/forward', readEvents, forward],
  ['GET /users/{user}/events/{event}/calendar', readBasic, getCalendar],
);
