import type { Graph, GraphRequest } from './client.ts';
import { isGraphFailure } from './failure.ts';
import { listPath, parseItem, type Item } from './lists.ts';
import { scopes } from './scopes.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function createItemRequest(siteId: string, name: string, fields: Fields): GraphRequest {
  return { method: 'POST', path: `${listPath(siteId, name)}/items`, body: { fields }, scopes: scopes.lists };
}

type LastLook = GraphRequest['lastLook'];

/** Adds a row. The answer may hold no fields: they are the ones given, plus what SharePoint fills in. What `lastLook` throws, before each try, ends it. */
export async function createItem(graph: Graph, siteId: string, name: string, fields: Fields, lastLook?: LastLook): Promise<Item> {
  return parseItem((await graph.request({ ...createItemRequest(siteId, name, fields), ...(lastLook && { lastLook }) })).body);
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
export async function updateItem(
  graph: Graph,
  siteId: string,
  name: string,
  itemId: string,
  fields: Fields,
  etag: string | null,
  lastLook?: LastLook,
): Promise<void> {
  await graph.request({ ...updateItemRequest(siteId, name, itemId, fields, etag), ...(lastLook && { lastLook }) });
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
