import * as v from 'valibot';
import type { Graph, GraphRequest } from './client.ts';
import { GraphFailure, isGraphFailure } from './failure.ts';
import { anyObject, maybe, parse } from './parse.ts';
import { literal, path, query } from './path.ts';
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

const identity = v.nullish(
  v.object({ user: maybe(v.object({ id: maybe(v.string()), displayName: maybe(v.string()), email: maybe(v.string()) })) }),
  null,
);
/** Who wrote a row, as the service itself says; nobody can set it (listitem: createdBy and lastModifiedBy are read-only). */
export interface Author {
  /** Entra object id; null for an app, or somebody who is gone. */
  readonly id: string | null;
  readonly name: string;
  readonly email: string | null;
}
const authorOf = (told: v.InferOutput<typeof identity>): Author => ({
  id: told?.user?.id ?? null,
  name: told?.user?.displayName ?? told?.user?.email ?? '',
  email: told?.user?.email ?? null,
});

const item = v.pipe(
  v.object({
    id: v.string(),
    eTag: maybe(v.string()),
    '@odata.etag': maybe(v.string()),
    fields: maybe(anyObject),
    createdBy: identity,
    lastModifiedBy: identity,
  }),
  v.transform((found) => ({
    id: found.id,
    etag: found['@odata.etag'] ?? found.eTag,
    fields: found.fields ?? {},
    createdBy: authorOf(found.createdBy),
    lastModifiedBy: authorOf(found.lastModifiedBy),
  })),
);
/** A row. `etag` goes back as If-Match, quotes and all; null where the service named none. */
export type Item = v.InferOutput<typeof item>;

export type Fields = Readonly<Record<string, unknown>>;

/** Lists are addressed by name, so that no discovery is needed before the first row is read. */
const listPath = (siteId: string, name: string) => path`/sites/${siteId}/lists/${name}`;

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

export interface RowQuery {
  /** An indexed column and the value it must have; the service filters on one at a time (listitem-list). All rows when left out. */
  readonly field?: string;
  readonly value?: string;
  /** Rows a page; follow the pages with `listItems` or `restOfPages`. Default 200. */
  readonly top?: number;
  /** Columns to fetch; all when left out. */
  readonly select?: readonly string[];
}

/** The request for rows, for a batch or for `graph.all`; parse with parseItems or parseItem. */
export function itemsRequest(siteId: string, name: string, rows: RowQuery): GraphRequest {
  return {
    path: query(`${listPath(siteId, name)}/items`, {
      $expand: rows.select ? `fields($select=${rows.select.join(',')})` : 'fields',
      $filter: rows.field === undefined || rows.value === undefined ? undefined : `fields/${rows.field} eq ${literal(rows.value)}`,
      $top: rows.top ?? 200,
    }),
    scopes: scopes.lists,
  };
}

const items = v.object({ value: v.array(item), '@odata.nextLink': v.optional(v.string()) });

/** Rows of one page. Throws when there are more pages: a part must never pass for the whole. */
export function parseItems(body: unknown): Item[] {
  const page = parse(items, body, 'list items');
  if (page['@odata.nextLink'] !== undefined) {
    throw new GraphFailure('The rows do not fit in one page', { kind: 'fault', status: null, code: 'morePages' });
  }
  return page.value;
}

/** One row, as it comes in a page, from getItem, or from graph.all. */
export function parseItem(body: unknown): Item {
  return parse(item, body, 'a list item');
}

/** All rows that the query names, over all pages. */
export async function listItems(graph: Graph, siteId: string, name: string, rows: RowQuery): Promise<Item[]> {
  return (await graph.all(itemsRequest(siteId, name, rows))).map(parseItem);
}

export async function getItem(graph: Graph, siteId: string, name: string, itemId: string): Promise<Item> {
  return parseItem((await graph.request(itemRequest(siteId, name, itemId))).body);
}

/** The request for one row with all its fields. */
export function itemRequest(siteId: string, name: string, itemId: string): GraphRequest {
  return { path: query(`${listPath(siteId, name)}/items/${encodeURIComponent(itemId)}`, { $expand: 'fields' }), scopes: scopes.lists };
}

export function createItemRequest(siteId: string, name: string, fields: Fields): GraphRequest {
  return { method: 'POST', path: `${listPath(siteId, name)}/items`, body: { fields }, scopes: scopes.lists };
}

/** Adds a row. The answer may hold no fields: they are the ones given, plus what SharePoint fills in. */
export async function createItem(graph: Graph, siteId: string, name: string, fields: Fields): Promise<Item> {
  return parseItem((await graph.request(createItemRequest(siteId, name, fields))).body);
}

export function updateItemRequest(siteId: string, name: string, itemId: string, fields: Fields, etag: string | null): GraphRequest {
  return {
    method: 'PATCH',
    path: `${listPath(siteId, name)}/items/${encodeURIComponent(itemId)}/fields`,
    ...(etag !== null && { headers: { 'If-Match': etag } }),
    body: fields,
    scopes: scopes.lists,
  };
}

/**
 * Changes some fields of a row. With `etag` the write only takes place if nobody changed the row since (GraphFailure
 * conflict); with null the last writer wins. The answer holds no etag of the row: read it again before the next change
 * (listitem-update).
 */
export async function updateItem(graph: Graph, siteId: string, name: string, itemId: string, fields: Fields, etag: string | null): Promise<void> {
  await graph.request(updateItemRequest(siteId, name, itemId, fields, etag));
}

export function deleteItemRequest(siteId: string, name: string, itemId: string, etag: string | null = null): GraphRequest {
  return {
    method: 'DELETE',
    path: `${listPath(siteId, name)}/items/${encodeURIComponent(itemId)}`,
    ...(etag !== null && { headers: { 'If-Match': etag } }),
    scopes: scopes.lists,
  };
}

/** Deletes a row; one that is gone already is as good as deleted. */
export async function deleteItem(graph: Graph, siteId: string, name: string, itemId: string, etag: string | null = null): Promise<void> {
  try {
    await graph.request(deleteItemRequest(siteId, name, itemId, etag));
  } catch (error) {
    if (!isGraphFailure(error, 'notFound')) throw error;
  }
}
