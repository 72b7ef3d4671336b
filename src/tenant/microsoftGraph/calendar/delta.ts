import { lastChange } from '../../database/changes.ts';
import { ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { GraphError } from '../gateway/graphError.ts';
import { context } from '../odata/paging.ts';
import { eventByKey, eventsOf, instancesBetween, type Instance } from './eventStore.ts';
import { writeEventId } from './eventIds.ts';
import { eventResource, styleOf } from './eventResource.ts';
import { windowOf } from './events.ts';
import { calendarAccess } from './mailboxes.ts';
import { readEvents } from './scopes.ts';

/** What a delta token remembers; clients keep it without looking inside. */
interface DeltaState {
  calendar: string;
  /** The fixed window, or null for all events of the calendar. */
  window: { from: number; to: number } | null;
  /** Changes up to here are known. */
  since: number;
  /** The round's own end: changes after it belong to the next round. */
  until: number;
  offset: number;
}

const defaultPage = 10;

function tokenOf(state: DeltaState): string {
  return Buffer.from(JSON.stringify(state)).toString('base64url');
}

/** @throws GraphError 410 for a token of another calendar, time or shape: start over (graph errors, delta-query-events) */
function stateOf(token: string, calendar: string, newest: number): DeltaState {
  try {
    const state = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as DeltaState;
    if (state.calendar === calendar && Number.isInteger(state.since) && state.until <= newest) return state;
  } catch {
    // Not a token of ours.
  }
  throw new GraphError(410, 'SyncStateNotFound', 'The sync state generation is not found; start over with an initial request.', {
    innerCode: 'syncStateNotFound',
  });
}

/**
 * `/me/calendarView/delta` and `/me/events/delta`: everything first, then what changed; the last page of a round carries
 * the delta link. $select and the like are not supported (graph event-delta).
 */
function delta(withWindow: boolean): (call: GraphCall) => GraphAnswer {
  return (call) => {
    const { db } = call.tenant;
    const access = calendarAccess(call);
    for (const name of ['select', 'filter', 'orderby', 'expand', 'search', 'top']) {
      if (call.query.has(name))
        throw new GraphError(
          400,
          'ErrorInvalidUrlQuery',
          `The following parameters are not supported with change tracking over the 'Events' resource: '$${name}'.`,
        );
    }
    const newest = lastChange(db);
    const token = call.query.get('skiptoken') ?? call.query.get('deltatoken');
    const known = token === undefined ? undefined : stateOf(token, access.calendar, newest);
    const isNewRound = call.query.has('deltatoken');
    const state: DeltaState = known
      ? { ...known, ...(isNewRound ? { until: newest, offset: 0 } : {}) }
      : { calendar: access.calendar, window: withWindow ? windowOf(call) : null, since: 0, until: newest, offset: 0 };
    const size = Number(call.prefer.value('odata.maxpagesize') ?? defaultPage);
    if (!Number.isInteger(size) || size < 1)
      throw new GraphError(400, 'ErrorInvalidUrlQuery', 'The preference odata.maxpagesize must be a positive whole number.');
    if (call.prefer.value('odata.maxpagesize') !== undefined) call.prefer.apply(`odata.maxpagesize=${size}`);
    const all = changesOf(call, state, access.mailbox);
    const page = all.slice(state.offset, state.offset + size);
    const more = all.length > state.offset + size;
    const link = (name: string, next: DeltaState): string => `${call.tenant.origin}/v1.0${call.target.split('?')[0] ?? ''}?$${name}=${tokenOf(next)}`;
    return ok({
      '@odata.context': context(call, 'Collection(event)'),
      value: page,
      ...(more
        ? { '@odata.nextLink': link('skiptoken', { ...state, offset: state.offset + size }) }
        : { '@odata.deltaLink': link('deltatoken', { ...state, since: state.until, offset: 0 }) }),
    });
  };
}

function changesOf(call: GraphCall, state: DeltaState, mailbox: string): Resource[] {
  const { db } = call.tenant;
  const style = styleOf(call);
  const { window } = state;
  const instances: Instance[] = window ? instancesBetween(db, state.calendar, window.from, window.to) : eventsOf(db, state.calendar);
  const changed = instances
    .filter(({ event }) => event.changed > state.since && event.changed <= state.until)
    .map((instance) => eventResource(instance, style, false));
  if (state.since === 0) return changed;
  const gone = db
    .all<{ key: string; start_at: number; end_at: number }>(
      'SELECT key, start_at, end_at FROM event_removed WHERE calendar = ? AND changed > ? AND changed <= ? AND master IS NULL',
      state.calendar,
      state.since,
      state.until,
    )
    .filter(({ start_at, end_at }) => !window || (start_at < window.to && end_at > window.from))
    .map(({ key }) => ({ mailbox, key, slot: undefined }));
  const dropped = db
    .all<{ key: string }>(
      "SELECT key FROM event WHERE calendar = ? AND kind = 'master' AND changed > ? AND changed <= ?",
      state.calendar,
      state.since,
      state.until,
    )
    .flatMap(({ key }) => (eventByKey(db, key)?.body.cancelledSlots ?? []).map((slot) => ({ mailbox, key, slot })))
    .filter(({ slot }) => window && slot >= window.from && slot < window.to);
  return [...changed, ...[...gone, ...dropped].map((id) => ({ id: writeEventId(id, style.immutable), '@removed': { reason: 'deleted' } }))];
}

export const calendarDeltaRoutes: Route[] = table('outlook')(
  ['GET /users/{user}/calendarView/delta', readEvents, delta(true)],
  ['GET /users/{user}/events/delta', readEvents, delta(false)],
);
