import * as v from 'valibot';
import type { Graph, GraphRequest } from './client.ts';
import { GraphFailure } from './failure.ts';
import { anyObject, maybe, parse } from './parse.ts';
import { literal, path, query } from './path.ts';
import { scopes } from './scopes.ts';

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
    webUrl: maybe(v.string()),
    fields: maybe(anyObject),
    createdDateTime: maybe(v.string()),
    lastModifiedDateTime: maybe(v.string()),
    createdBy: identity,
    lastModifiedBy: identity,
  }),
  v.transform((found) => ({
    id: found.id,
    etag: found['@odata.etag'] ?? found.eTag,
    webUrl: found.webUrl,
    fields: found.fields ?? {},
    createdAt: found.createdDateTime,
    modifiedAt: found.lastModifiedDateTime,
    createdBy: authorOf(found.createdBy),
    lastModifiedBy: authorOf(found.lastModifiedBy),
  })),
);
/** A row. `etag` goes back as If-Match, quotes and all; null where the service named none. `webUrl` is where a person opens it; `createdAt`, `modifiedAt`: when the service made it and wrote it last, to the second. */
export type Item = v.InferOutput<typeof item>;

/** Lists are addressed by name, so that no discovery is needed before the first row is read. */
export const listPath = (siteId: string, name: string) => path`/sites/${siteId}/lists/${name}`;

export interface RowQuery {
  /** An indexed column and the value it must have; the service filters on one at a time (listitem-list). All rows when left out. */
  readonly field?: string;
  readonly value?: string;
  /** In place of `value`: from this instant, and before that one. Of an indexed dateTime column. */
  readonly from?: string;
  readonly before?: string;
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
      $filter: filterOf(rows),
      $top: rows.top ?? 200,
    }),
    scopes: scopes.lists,
  };
}

function filterOf({ field, value, from, before }: RowQuery): string | undefined {
  if (field === undefined) return undefined;
  if (value !== undefined) return `fields/${field} eq ${literal(value)}`;
  const bounds = [
    from === undefined ? [] : `fields/${field} ge ${literal(from)}`,
    before === undefined ? [] : `fields/${field} lt ${literal(before)}`,
  ].flat();
  return bounds.length === 0 ? undefined : bounds.join(' and ');
}

/** The request for a list itself: half the units of its rows, and refused to the same people. */
export function listRequest(siteId: string, name: string): GraphRequest {
  return { path: query(listPath(siteId, name), { $select: 'id' }), scopes: scopes.lists };
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

/** Is there another page after this one? */
export const hasMorePages = (body: unknown): boolean => parse(items, body, 'list items')['@odata.nextLink'] !== undefined;

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
