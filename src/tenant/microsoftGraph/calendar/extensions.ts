import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { GraphError, missing } from '../gateway/graphError.ts';
import { parseFilter, satisfies, valueAt } from '../odata/filter.ts';
import { context } from '../odata/paging.ts';
import { eventInPath, writable } from './eventPath.ts';
import type { Instance } from './eventStore.ts';
import { calendarAccess } from './mailboxes.ts';
import { readEvents, writeEvents } from './scopes.ts';

const prefix = 'microsoft.graph.openTypeExtension.';
/** Rows of an ordinary event or of a whole series. */
const wholeEvent = -1;

const primitive = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const shape = z.record(z.string(), z.union([primitive, z.array(primitive)]));

/** Where an instance's extensions are kept: an occurrence has its own, apart from its series. */
function place(instance: Instance): { event: string; slot: number } {
  return instance.slot === undefined ? { event: instance.id.key, slot: wholeEvent } : { event: instance.id.key, slot: instance.slot };
}

/** Adds an open extension to one mailbox copy. Values are primitives or arrays of them. @throws GraphError 400, 409 */
export function addExtension(db: Database, instance: Instance, body: unknown): Resource {
  const { name, values } = readExtension(body, undefined);
  const { event, slot } = place(instance);
  if (db.get('SELECT name FROM event_extension WHERE event = ? AND slot = ? AND name = ?', event, slot, name)) {
    throw new GraphError(409, 'NameAlreadyExists', `An extension already exists with given id '${prefix}${name}'.`);
  }
  db.run('INSERT INTO event_extension (event, slot, name, body) VALUES (?,?,?,?)', event, slot, name, JSON.stringify(values));
  return extensionResource(name, values);
}

function readExtension(body: unknown, given: string | undefined): { name: string; values: Resource } {
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw new GraphError(400, 'RequestBodyRead', 'An open extension holds primitive values and arrays of primitive values only.');
  const { extensionName, id: _id, ...rest } = parsed.data;
  const name = given ?? extensionName;
  if (typeof name !== 'string' || name === '')
    throw new GraphError(400, 'ErrorInvalidRequest', 'The extensionName property of an open extension is required.');
  return { name, values: Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith('@'))) };
}

function extensionResource(name: string, values: Resource): Resource {
  return { '@odata.type': '#microsoft.graph.openTypeExtension', id: `${prefix}${name}`, extensionName: name, ...values };
}

/** The extensions of an instance. `id eq 'name'` matches with and without the type prefix, as Graph does. */
export function extensionResources(db: Database, instance: Instance, filter: string | undefined): Resource[] {
  const { event, slot } = place(instance);
  const rows = db.all<{ name: string; body: string }>(
    'SELECT name, body FROM event_extension WHERE event = ? AND slot = ? ORDER BY name',
    event,
    slot,
  );
  const wanted = filter === undefined ? undefined : parseFilter(filter);
  return rows
    .filter(({ name }) => !wanted || [name, prefix + name].some((id) => satisfies(wanted, (path) => valueAt({ id, extensionName: name }, path))))
    .map(({ name, body }) => extensionResource(name, JSON.parse(body) as Resource));
}

function nameIn(call: GraphCall): string {
  const id = call.params['extension'] ?? '';
  return id.toLowerCase().startsWith(prefix.toLowerCase()) ? id.slice(prefix.length) : id;
}

function found(call: GraphCall): { instance: Instance; name: string; values: Resource } {
  const instance = eventInPath(call, calendarAccess(call));
  const { event, slot } = place(instance);
  const row = call.tenant.db.get<{ name: string; body: string }>(
    'SELECT name, body FROM event_extension WHERE event = ? AND slot = ? AND name = ?',
    event,
    slot,
    nameIn(call),
  );
  if (!row) throw missing('outlook');
  return { instance, name: row.name, values: JSON.parse(row.body) as Resource };
}

/** Delegates cannot write extensions in another's calendar (graph extensibility-overview). */
function ownEvent(call: GraphCall): Instance {
  const access = writable(calendarAccess(call));
  if (!access.own) throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  return eventInPath(call, access);
}

const list = (call: GraphCall): GraphAnswer => {
  const instance = eventInPath(call, calendarAccess(call));
  return ok({ '@odata.context': context(call, 'extensions'), value: extensionResources(call.tenant.db, instance, call.query.get('filter')) });
};

const get = (call: GraphCall): GraphAnswer => {
  const { name, values } = found(call);
  return ok({ '@odata.context': context(call, 'extensions/$entity'), ...extensionResource(name, values) });
};

const post = (call: GraphCall): GraphAnswer =>
  created({ '@odata.context': context(call, 'extensions/$entity'), ...addExtension(call.tenant.db, ownEvent(call), call.body) });

/** PATCH replaces: what is not named is gone (graph opentypeextension-update). */
const patch = (call: GraphCall): GraphAnswer => {
  ownEvent(call);
  const { instance, name } = found(call);
  const { values } = readExtension(call.body, name);
  const { event, slot } = place(instance);
  call.tenant.db.run('UPDATE event_extension SET body = ? WHERE event = ? AND slot = ? AND name = ?', JSON.stringify(values), event, slot, name);
  return ok({ '@odata.context': context(call, 'extensions/$entity'), ...extensionResource(name, values) });
};

const remove = (call: GraphCall): GraphAnswer => {
  ownEvent(call);
  const { instance, name } = found(call);
  const { event, slot } = place(instance);
  call.tenant.db.run('DELETE FROM event_extension WHERE event = ? AND slot = ? AND name = ?', event, slot, name);
  return noContent;
};

export const extensionRoutes: Route[] = table('outlook')(
  ['GET /users/{user}/events/{event}/extensions', readEvents, list],
  ['POST /users/{user}/events/{event}/extensions', writeEvents, post],
  ['GET /users/{user}/events/{event}/extensions/{extension}', readEvents, get],
  ['PATCH /users/{user}/events/{event}/extensions/{extension}', writeEvents, patch],
  ['DELETE /users/{user}/events/{event}/extensions/{extension}', writeEvents, remove],
);
