import { z } from 'zod';
import { newGuid, newKey } from '../../ids.ts';
import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { denied, GraphError, missing, refused } from '../gateway/graphError.ts';
import { parseExpand } from '../odata/expand.ts';
import { parseFilter, satisfies, valueAt } from '../odata/filter.ts';
import { ordered, parseOrderBy } from '../odata/orderBy.ts';
import { context, nextLink } from '../odata/paging.ts';
import { checklistOf } from './checklistItem.ts';

export const scopesToRead = ['Tasks.Read', 'Tasks.ReadWrite'] as const;
export const scopesToWrite = ['Tasks.ReadWrite'] as const;

export interface Row {
  id: string;
  version: number;
  body: string;
}

const listShape = z.strictObject({ displayName: z.string().min(1), '@odata.type': z.string().optional() });
const dateTimeTimeZone = z.object({ dateTime: z.string(), timeZone: z.string() });
/** What a task is linked to (graph linkedresource); the service gives it an id. */
const linkedResource = z.strictObject({
  '@odata.type': z.string().optional(),
  webUrl: z.string().nullish(),
  applicationName: z.string().nullish(),
  displayName: z.string().nullish(),
  externalId: z.string().nullish(),
});
const taskShape = z.looseObject({
  title: z.string().optional(),
  body: z.object({ content: z.string().nullish(), contentType: z.enum(['text', 'html']).optional() }).nullish(),
  importance: z.enum(['low', 'normal', 'high']).optional(),
  status: z.enum(['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred']).optional(),
  dueDateTime: dateTimeTimeZone.nullish(),
  startDateTime: dateTimeTimeZone.nullish(),
  reminderDateTime: dateTimeTimeZone.nullish(),
  completedDateTime: dateTimeTimeZone.nullish(),
  isReminderOn: z.boolean().optional(),
  categories: z.array(z.string()).optional(),
  linkedResources: z.array(linkedResource).optional(),
  recurrence: z.unknown().optional(),
});
const taskNames = new Set([
  ...Object.keys(taskShape.shape),
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'hasAttachments',
  'bodyLastModifiedDateTime',
  'checklistItems',
]);
const defaultPage = 20;

function etag(row: Row): string {
  return `W/"${Buffer.from(`${row.id.slice(-12)}:${row.version}`).toString('base64')}"`;
}

/** To Do is personal: nobody else's lists are reached. */
function own(call: GraphCall): string {
  const user = call.params['user'] ?? 'me';
  if (user !== 'me' && user !== call.caller.id && user.toLowerCase() !== call.caller.upn) throw denied('todo');
  return call.caller.id;
}

function listRow(call: GraphCall): Row {
  const row = call.tenant.db.get<Row>(
    'SELECT id, version, body FROM task_list WHERE id = ? AND mailbox = ?',
    call.params['taskList'] ?? '',
    own(call),
  );
  if (!row) throw missing('todo');
  return row;
}

const listResource = (row: Row): Resource => ({ '@odata.etag': etag(row), id: row.id, ...(JSON.parse(row.body) as Resource) });

/** Everyone has the list "Opgaver" from the start; it is made when first looked for. */
function lists(call: GraphCall): Row[] {
  const { db } = call.tenant;
  const mailbox = own(call);
  const read = (): Row[] => db.all<Row>('SELECT id, version, body FROM task_list WHERE mailbox = ? ORDER BY rowid', mailbox);
  if (read().length === 0)
    db.run(
      'INSERT INTO task_list (id, mailbox, version, body) VALUES (?,?,1,?)',
      `AAMkAT${newKey(48)}=`,
      mailbox,
      JSON.stringify({ displayName: 'Opgaver', isOwner: true, isShared: false, wellknownListName: 'defaultList' }),
    );
  return read();
}

const getLists = (call: GraphCall): GraphAnswer => ok({ '@odata.context': context(call, 'lists'), value: lists(call).map(listResource) });
const getList = (call: GraphCall): GraphAnswer => ok({ '@odata.context': context(call, 'lists/$entity'), ...listResource(listRow(call)) });

function postList(call: GraphCall): GraphAnswer {
  const parsed = listShape.safeParse(call.body);
  if (!parsed.success) throw refused('todo', 'A displayName is required.');
  const row: Row = {
    id: `AAMkAT${newKey(48)}=`,
    version: 1,
    body: JSON.stringify({ displayName: parsed.data.displayName, isOwner: true, isShared: false, wellknownListName: 'none' }),
  };
  call.tenant.db.run('INSERT INTO task_list (id, mailbox, version, body) VALUES (?,?,?,?)', row.id, own(call), row.version, row.body);
  return created({ '@odata.context': context(call, 'lists/$entity'), ...listResource(row) });
}

function deleteList(call: GraphCall): GraphAnswer {
  const row = listRow(call);
  if ((JSON.parse(row.body) as Resource)['wellknownListName'] !== 'none') throw refused('todo', 'A built-in list cannot be deleted.');
  call.tenant.db.run('DELETE FROM task WHERE list = ?', row.id);
  call.tenant.db.run('DELETE FROM task_list WHERE id = ?', row.id);
  return noContent;
}

/** A task as it is given: its checklist and what it is linked to are navigations, which come where they are asked for (graph todotask: relationships). */
function taskResource(row: Row): Resource {
  const { checklistItems: _steps, linkedResources: _links, ...body } = JSON.parse(row.body) as Resource;
  return { '@odata.etag': etag(row), id: row.id, ...body };
}

function present(call: GraphCall, row: Row): Resource {
  const resource = taskResource(row);
  for (const { name } of parseExpand(call.query.get('expand'))) {
    if (name.toLowerCase() === 'checklistitems') resource['checklistItems'] = checklistOf(row.body);
    else if (name.toLowerCase() === 'linkedresources') resource['linkedResources'] = linksOf(row.body);
    else throw refused('todo', `The navigation property '${name}' cannot be expanded.`);
  }
  return resource;
}

/** A body without content is an empty one, as SDKs send that write only what they were given. */
function bodyOf(given: z.infer<typeof taskShape>['body']): { content: string; contentType: string } {
  return { content: given?.content ?? '', contentType: given?.contentType ?? 'text' };
}

/** What a task is linked to, each under an id of its own. */
const linksOf = (taskBody: string): Resource[] => (JSON.parse(taskBody) as { linkedResources?: Resource[] }).linkedResources ?? [];

function readTask(call: GraphCall): z.infer<typeof taskShape> {
  const parsed = taskShape.safeParse(call.body);
  if (!parsed.success) throw refused('todo', `Invalid task: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  const unknown = Object.keys(parsed.data).find((name) => !taskNames.has(name) && !name.includes('@'));
  if (unknown !== undefined)
    throw new GraphError(400, 'invalidRequest', `The property '${unknown}' does not exist on type 'microsoft.graph.todoTask'.`);
  if ('checklistItems' in parsed.data) throw refused('todo', 'Checklist items are added to a task one by one.');
  return parsed.data;
}

function getTasks(call: GraphCall): GraphAnswer {
  const list = listRow(call);
  const filter = call.query.get('filter');
  const wanted = filter === undefined ? undefined : parseFilter(filter);
  const all = call.tenant.db
    .all<Row>('SELECT id, version, body FROM task WHERE list = ? ORDER BY rowid DESC', list.id)
    .map((row) => ({ row, task: taskResource(row) }));
  const chosen = ordered(
    wanted ? all.filter(({ task }) => satisfies(wanted, (path) => valueAt(task, path))) : all,
    parseOrderBy(call.query.get('orderby')),
    ({ task }, path) => valueAt(task, path),
  );
  const [top, skip] = [call.query.count('top', 1) ?? defaultPage, call.query.count('skip', 0) ?? 0];
  return ok({
    '@odata.context': context(call, 'tasks'),
    value: chosen.slice(skip, skip + top).map(({ row }) => present(call, row)),
    ...(chosen.length > skip + top ? { '@odata.nextLink': nextLink(call, '$skip', String(skip + top)) } : {}),
  });
}

function postTask(call: GraphCall): GraphAnswer {
  const list = listRow(call);
  const given = readTask(call);
  if (!given.title) throw refused('todo', 'A title is required.');
  const now = new Date(call.tenant.now()).toISOString();
  const body = {
    importance: 'normal',
    isReminderOn: false,
    status: 'notStarted',
    categories: [],
    hasAttachments: false,
    ...given,
    ...(given.linkedResources && { linkedResources: given.linkedResources.map((link) => ({ ...link, id: newGuid() })) }),
    body: bodyOf(given.body),
    createdDateTime: now,
    lastModifiedDateTime: now,
  };
  const row: Row = { id: `AAMkAT${newKey(60)}=`, version: 1, body: JSON.stringify(body) };
  call.tenant.db.run('INSERT INTO task (id, list, version, body) VALUES (?,?,?,?)', row.id, list.id, row.version, row.body);
  return created({ '@odata.context': context(call, 'tasks/$entity'), ...taskResource(row) });
}

export function taskRow(call: GraphCall): Row {
  const row = call.tenant.db.get<Row>('SELECT id, version, body FROM task WHERE id = ? AND list = ?', call.params['task'] ?? '', listRow(call).id);
  if (!row) throw missing('todo');
  return row;
}

const getTask = (call: GraphCall): GraphAnswer => ok({ '@odata.context': context(call, 'tasks/$entity'), ...present(call, taskRow(call)) });

function patchTask(call: GraphCall): GraphAnswer {
  const row = taskRow(call);
  const match = call.header('if-match');
  if (match !== undefined && match !== '*' && match !== etag(row))
    throw new GraphError(
      412,
      'ErrorIrresolvableConflict',
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
    );
  const given = readTask(call);
  if (given.linkedResources !== undefined) throw refused('todo', 'Linked resources are not changed with their task.');
  const changed: Row = {
    ...row,
    version: row.version + 1,
    body: JSON.stringify({
      ...(JSON.parse(row.body) as Resource),
      ...given,
      ...(given.body === undefined ? {} : { body: bodyOf(given.body) }),
      ...completedWith(call, given.status),
      lastModifiedDateTime: new Date(call.tenant.now()).toISOString(),
    }),
  };
  call.tenant.db.run('UPDATE task SET version = ?, body = ? WHERE id = ?', changed.version, changed.body, row.id);
  return ok({ '@odata.context': context(call, 'tasks/$entity'), ...taskResource(changed) });
}

/** A task that is completed tells the day on which it was, at midnight; one that is opened again loses it. */
function completedWith(call: GraphCall, status: string | undefined): Resource {
  if (status === undefined) return {};
  if (status !== 'completed') return { completedDateTime: undefined };
  return { completedDateTime: { dateTime: `${new Date(call.tenant.now()).toISOString().slice(0, 10)}T00:00:00.0000000`, timeZone: 'UTC' } };
}

function deleteTask(call: GraphCall): GraphAnswer {
  call.tenant.db.run('DELETE FROM task WHERE id = ?', taskRow(call).id);
  return noContent;
}

const root = '/users/{user}/todo/lists';

export const todoRoutes: Route[] = table('todo')(
  [`GET ${root}`, scopesToRead, getLists],
  [`POST ${root}`, scopesToWrite, postList],
  [`GET ${root}/{taskList}`, scopesToRead, getList],
  [`DELETE ${root}/{taskList}`, scopesToWrite, deleteList],
  [`GET ${root}/{taskList}/tasks`, scopesToRead, getTasks],
  [`POST ${root}/{taskList}/tasks`, scopesToWrite, postTask],
  [`GET ${root}/{taskList}/tasks/{task}`, scopesToRead, getTask],
  [`PATCH ${root}/{taskList}/tasks/{task}`, scopesToWrite, patchTask],
  [`DELETE ${root}/{taskList}/tasks/{task}`, scopesToWrite, deleteTask],
);
