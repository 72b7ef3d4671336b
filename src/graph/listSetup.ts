import * as v from 'valibot';
import type { Graph } from './client.ts';
import { isGraphFailure } from './failure.ts';
import { listPath } from './lists.ts';
import { anyObject, maybe, parse } from './parse.ts';
import { path, query } from './path.ts';
import { scopes } from './scopes.ts';

const list = v.object({ id: v.string(), name: v.string(), displayName: maybe(v.string()), webUrl: maybe(v.string()) });
export type List = v.InferOutput<typeof list>;

const column = v.object({
  id: maybe(v.string()),
  name: v.string(),
  displayName: maybe(v.string()),
  indexed: maybe(v.boolean()),
  enforceUniqueValues: maybe(v.boolean()),
  hidden: maybe(v.boolean()),
  readOnly: maybe(v.boolean()),
  text: maybe(v.object({ allowMultipleLines: maybe(v.boolean()), textType: maybe(v.string()), maxLength: maybe(v.number()) })),
  number: maybe(anyObject),
  boolean: maybe(anyObject),
  dateTime: maybe(anyObject),
  choice: maybe(v.object({ choices: maybe(v.array(v.string())) })),
});
/** A column as SharePoint tells it; the kind is told by which facet is there. */
export type Column = v.InferOutput<typeof column>;

/** A column to make. `name` is the inner name for ever: ASCII letters only (columndefinition). */
export interface ColumnDefinition {
  readonly name: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly indexed?: boolean;
  readonly enforceUniqueValues?: boolean;
  readonly text?: {
    readonly allowMultipleLines?: boolean;
    readonly textType?: 'plain' | 'richText';
    readonly linesForEditing?: number;
    readonly maxLength?: number;
  };
  readonly number?: { readonly decimalPlaces?: string };
  readonly boolean?: Readonly<Record<string, never>>;
  readonly dateTime?: { readonly format: 'dateOnly' | 'dateTime' };
  readonly choice?: { readonly choices: readonly string[]; readonly allowTextEntry?: boolean };
}

/** The list of that name, or null where there is none. Throws GraphFailure notAllowed for a list I may not see. */
export async function getList(graph: Graph, siteId: string, name: string): Promise<List | null> {
  try {
    const answer = await graph.request({ path: query(listPath(siteId, name), { $select: 'id,name,displayName,webUrl' }), scopes: scopes.lists });
    return parse(list, answer.body, 'a list');
  } catch (error) {
    if (isGraphFailure(error, 'notFound')) return null;
    throw error;
  }
}

/** Deletes a list with all it holds; one that is gone already is as good as deleted. SharePoint's recycle bin has it for 93 days. */
export async function deleteList(graph: Graph, siteId: string, name: string): Promise<void> {
  try {
    await graph.request({ method: 'DELETE', path: listPath(siteId, name), scopes: scopes.prepare });
  } catch (error) {
    if (!isGraphFailure(error, 'notFound')) throw error;
  }
}

/** All lists of a site. `name` is the last part of the address, which stays when somebody renames the list. */
export async function siteLists(graph: Graph, siteId: string): Promise<List[]> {
  const found = await graph.all({ path: query(path`/sites/${siteId}/lists`, { $select: 'id,name,displayName' }), scopes: scopes.lists });
  return found.map((each) => parse(list, each, 'a list'));
}

export interface NewList {
  /** Becomes the name in addresses too, so ASCII; may be changed later without changing the address. */
  readonly displayName: string;
  readonly description?: string;
  readonly columns?: readonly ColumnDefinition[];
}

/** Makes a list. Columns named here are sometimes not created (gd#11966): look them up afterwards and make the rest with createColumn. */
export async function createList(graph: Graph, siteId: string, definition: NewList): Promise<List> {
  const answer = await graph.request({
    method: 'POST',
    path: path`/sites/${siteId}/lists`,
    body: { ...definition, list: { template: 'genericList' } },
    scopes: scopes.prepare,
  });
  return parse(list, answer.body, 'a new list');
}

export async function listColumns(graph: Graph, siteId: string, name: string): Promise<Column[]> {
  const columns = await graph.all({ path: `${listPath(siteId, name)}/columns`, scopes: scopes.lists });
  return columns.map((each) => parse(column, each, 'a column'));
}

/** Makes one column. Two at a time in one list end in "Save Conflict" (pnp#2646): a mutex (keyedMutex.ts) sees to it that they never meet. */
export async function createColumn(graph: Graph, siteId: string, name: string, definition: ColumnDefinition): Promise<Column> {
  const answer = await graph.request({ method: 'POST', path: `${listPath(siteId, name)}/columns`, body: definition, scopes: scopes.prepare });
  return parse(column, answer.body, 'a new column');
}

/** Changes what can be changed of a column, such as the words of a choice; its name and its type stay for ever. */
export async function updateColumn(
  graph: Graph,
  siteId: string,
  list: string,
  name: string,
  changes: Partial<Omit<ColumnDefinition, 'name'>>,
): Promise<void> {
  await graph.request({
    method: 'PATCH',
    path: `${listPath(siteId, list)}/columns/${encodeURIComponent(name)}`,
    body: changes,
    scopes: scopes.prepare,
  });
}

/** Deletes a column with all it holds; one that is gone already is as good as deleted. */
export async function deleteColumn(graph: Graph, siteId: string, list: string, name: string): Promise<void> {
  try {
    await graph.request({ method: 'DELETE', path: `${listPath(siteId, list)}/columns/${encodeURIComponent(name)}`, scopes: scopes.prepare });
  } catch (error) {
    if (!isGraphFailure(error, 'notFound')) throw error;
  }
}
