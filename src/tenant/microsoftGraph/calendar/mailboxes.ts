import type { Database } from '../../database/database.ts';
import type { GraphCall } from '../gateway/call.ts';
import { GraphError, denied } from '../gateway/graphError.ts';
import { personBy, type Person } from '../directory/people.ts';

/** The calendar a request is about and how much the caller may do there. */
export interface CalendarAccess {
  mailbox: string;
  owner: Person;
  calendar: string;
  /** The caller's own mailbox, or a shared calendar with write permission. */
  mayWrite: boolean;
  own: boolean;
}

const writingRoles = new Set(['write', 'delegateWithoutPrivateEventAccess', 'delegateWithPrivateEventAccess', 'custom']);

/** The person a `/me/…` or `/users/{id}/…` path names. */
export function mailboxOwner(call: GraphCall): Person {
  const name = call.params['user'] ?? 'me';
  const person = personBy(call.tenant.db, name === 'me' ? call.caller.id : name);
  if (!person) throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${name}' is invalid.`);
  return person;
}

export function defaultCalendar(db: Database, mailbox: string): string {
  const row = db.get<{ id: string }>('SELECT id FROM calendar WHERE mailbox = ? AND is_default = 1', mailbox);
  if (!row) throw new GraphError(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.');
  return row.id;
}

/**
 * Another person's calendar is reached only when it was shared with the caller, and with the `.Shared` scopes.
 * @throws GraphError 403 ErrorAccessDenied, 404 for an unknown mailbox or calendar
 */
export function calendarAccess(call: GraphCall): CalendarAccess {
  const { db } = call.tenant;
  const owner = mailboxOwner(call);
  const named = call.params['calendar'];
  const calendar = named ?? defaultCalendar(db, owner.id);
  if (named !== undefined && !db.get('SELECT id FROM calendar WHERE id = ? AND mailbox = ?', named, owner.id)) {
    throw new GraphError(
      404,
      'ErrorItemNotFound',
      'The specified object was not found in the store., The process failed to get the correct properties.',
    );
  }
  if (owner.id === call.caller.id) return { mailbox: owner.id, owner, calendar, mayWrite: true, own: true };
  const role = db.get<{ role: string }>(
    "SELECT json_extract(body, '$.role') AS role FROM calendar_permission WHERE calendar = ? AND person = ?",
    calendar,
    call.caller.id,
  )?.role;
  const scopes = [...call.caller.scopes];
  if (
    role === undefined ||
    role === 'none' ||
    role === 'freeBusyRead' ||
    !scopes.some((scope) => scope === 'Calendars.Read.Shared' || scope === 'Calendars.ReadWrite.Shared')
  )
    throw denied('outlook');
  return { mailbox: owner.id, owner, calendar, mayWrite: writingRoles.has(role) && call.caller.scopes.has('Calendars.ReadWrite.Shared'), own: false };
}
