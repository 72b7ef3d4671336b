import * as v from 'valibot';
import type { Graph } from './client.ts';
import { maybe, parse } from './parse.ts';
import { path, query } from './path.ts';
import { scopes } from './scopes.ts';

const taskList = v.object({ id: v.string(), wellknownListName: maybe(v.string()) });
/** A list of tasks of mine. `wellknownListName`: "defaultList", "flaggedEmails", or "none" for those I made. */
export type TaskList = v.InferOutput<typeof taskList>;

const task = v.pipe(
  v.object({
    id: v.string(),
    '@odata.etag': maybe(v.string()),
    status: maybe(v.string()),
    createdDateTime: maybe(v.string()),
    dueDateTime: maybe(v.object({ dateTime: v.string(), timeZone: maybe(v.string()) })),
    linkedResources: maybe(v.array(v.object({ externalId: maybe(v.string()), applicationName: maybe(v.string()) }))),
  }),
  v.transform((found) => ({
    id: found.id,
    etag: found['@odata.etag'],
    isDone: found.status === 'completed',
    createdAt: found.createdDateTime ?? '',
    /** The day it is to be done, as a time of some zone (todotask: dateTimeTimeZone); null for none. */
    due: found.dueDateTime,
    linked: (found.linkedResources ?? []).flatMap(({ externalId, applicationName }) =>
      externalId === null ? [] : [{ externalId, applicationName }],
    ),
  })),
);
export type Task = v.InferOutput<typeof task>;

export interface NewTask {
  readonly title: string;
  /** ISO day; null for none. */
  readonly due: string | null;
  readonly link: { readonly applicationName: string; readonly externalId: string; readonly webUrl: string; readonly displayName: string };
}

/** My lists of tasks (todo-list-lists). */
export async function taskLists(graph: Graph): Promise<TaskList[]> {
  const found = await graph.all({ path: '/me/todo/lists', scopes: scopes.tasks });
  return found.map((each) => parse(taskList, each, 'a list of tasks'));
}

/** The tasks of a list with what they are linked to, which comes only where it is asked for (todotask: linkedResources is a relationship). */
export async function tasksIn(graph: Graph, listId: string): Promise<Task[]> {
  const asked = query(path`/me/todo/lists/${listId}/tasks`, { $expand: 'linkedResources', $top: 100 });
  const found = await graph.all({ path: asked, scopes: scopes.tasks });
  return found.map((each) => parse(task, each, 'a task'));
}

export async function createTask(graph: Graph, listId: string, { title, due, link }: NewTask): Promise<void> {
  await graph.request({
    method: 'POST',
    path: path`/me/todo/lists/${listId}/tasks`,
    body: {
      title,
      ...(due !== null && { dueDateTime: midnightOf(due) }),
      linkedResources: [link],
    },
    scopes: scopes.tasks,
  });
}

const midnightOf = (day: string) => ({ dateTime: `${day}T00:00:00.0000000`, timeZone: 'UTC' });

/** Gives a task another day, or none, over the version that was read. GraphFailure conflict where it was changed since. */
export async function moveTask(graph: Graph, listId: string, { id, etag }: Pick<Task, 'id' | 'etag'>, due: string | null): Promise<void> {
  await graph.request({
    method: 'PATCH',
    path: path`/me/todo/lists/${listId}/tasks/${id}`,
    headers: etag === null ? {} : { 'If-Match': etag },
    body: { dueDateTime: due === null ? null : midnightOf(due) },
    scopes: scopes.tasks,
  });
}

/** Says that a task is done, or is to be done again, over the version that was read. GraphFailure conflict where it was changed since. */
export async function markTask(graph: Graph, listId: string, { id, etag }: Pick<Task, 'id' | 'etag'>, isDone: boolean): Promise<void> {
  await graph.request({
    method: 'PATCH',
    path: path`/me/todo/lists/${listId}/tasks/${id}`,
    headers: etag === null ? {} : { 'If-Match': etag },
    body: { status: isDone ? 'completed' : 'notStarted' },
    scopes: scopes.tasks,
  });
}
