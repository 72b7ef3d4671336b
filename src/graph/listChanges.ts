import * as v from 'valibot';
import type { GraphRequest } from './contract.ts';
import { GraphFailure, isGraphFailure } from './failure.ts';
import { listPath, parseItem, type Item } from './lists.ts';
import { anyObject, maybe, parse } from './parse.ts';
import { query } from './path.ts';
import { scopes } from './scopes.ts';

/** What changed in a list: rows as they stand now, the ids of those that are gone, and how to ask for what comes next. */
export interface ListChanges {
  readonly rows: readonly Item[];
  readonly removed: readonly string[];
  /** Opaque: asked as it was given. */
  readonly next: string;
}

/** Where a list is now, with no rows (listitem-delta, `token=latest`): one unit. */
export function latestRequest(siteId: string, name: string): GraphRequest {
  return { path: query(`${listPath(siteId, name)}/items/delta`, { token: 'latest', $expand: 'fields' }), scopes: scopes.lists };
}

/** What changed since: one unit, with its rows. */
export const changesRequest = (next: string): GraphRequest => ({ path: next, scopes: scopes.lists });

const changed = v.object({ id: v.string(), deleted: maybe(anyObject) });
const page = v.object({ value: v.array(v.unknown()), '@odata.deltaLink': v.optional(v.string()) });

/**
 * The answer to either request. The same row may come several times: the last one counts.
 * @throws GraphFailure `morePages` where so much changed that it does not fit in one page: read the list anew
 */
export function parseChanges(body: unknown): ListChanges {
  const { value, '@odata.deltaLink': next } = parse(page, body, 'changes of a list');
  if (next === undefined) throw new GraphFailure('The changes do not fit in one page', { kind: 'fault', status: null, code: 'morePages' });
  const last = new Map(value.map((each) => [parse(changed, each, 'a change of a list').id, each]));
  const isGone = (each: unknown): boolean => parse(changed, each, 'a change of a list').deleted !== null;
  return {
    rows: [...last.values()].filter((each) => !isGone(each)).map(parseItem),
    removed: [...last].filter(([, each]) => isGone(each)).map(([id]) => id),
    next,
  };
}

/** The service cannot tell any more what changed since (410), or it is too much for one page: the list must be read anew. */
export const mustReadAnew = (error: unknown): boolean => isGraphFailure(error) && (error.status === 410 || error.code === 'morePages');
