import type { GraphCall } from '../gateway/call.ts';
import { denied, GraphError, missing } from '../gateway/graphError.ts';
import { readEventId } from './eventIds.ts';
import { findInstance, type Instance } from './eventStore.ts';
import type { CalendarAccess } from './mailboxes.ts';

/** The event a path names, in the mailbox it names. @throws GraphError 404 ErrorItemNotFound, 400 ErrorInvalidIdMalformed */
export function eventInPath(call: GraphCall, access: CalendarAccess): Instance {
  const text = call.params['event'] ?? '';
  const id = readEventId(text);
  if (!id) throw new GraphError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
  const instance = findInstance(call.tenant.db, access.mailbox, id);
  if (!instance) throw missing('outlook');
  return instance;
}

/** @throws GraphError 403 ErrorAccessDenied for a caller who may only read */
export function writable(access: CalendarAccess): CalendarAccess {
  if (!access.mayWrite) throw denied('outlook');
  return access;
}
