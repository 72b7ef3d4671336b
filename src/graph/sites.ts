import * as v from 'valibot';
import type { Graph, GraphRequest } from './client.ts';
import { maybe, parse } from './parse.ts';
import { path, query } from './path.ts';
import { scopes } from './scopes.ts';

/** `id` is "host,siteCollectionGuid,webGuid". */
export const site = v.object({ id: v.string(), displayName: maybe(v.string()), name: maybe(v.string()), webUrl: v.string() });
export type Site = v.InferOutput<typeof site>;

const select = 'id,displayName,name,webUrl';

/** The team site of a group (a team's `id` is its group's). */
export function groupSiteRequest(groupId: string): GraphRequest {
  return { path: query(path`/groups/${groupId}/sites/root`, { $select: select }), scopes: scopes.lists };
}

/** Throws GraphFailure notFound, notAllowed. */
export async function groupSite(graph: Graph, groupId: string): Promise<Site> {
  return parseSite((await graph.request(groupSiteRequest(groupId))).body);
}

/** A site by its id. */
export function siteRequest(siteId: string): GraphRequest {
  return { path: query(path`/sites/${siteId}`, { $select: select }), scopes: scopes.lists };
}

/** The site that an answer to `siteRequest` tells of. */
export const parseSite = (body: unknown): Site => parse(site, body, 'a site');

export async function getSite(graph: Graph, siteId: string): Promise<Site> {
  return parseSite((await graph.request(siteRequest(siteId))).body);
}

/** The site at an address (site-getbypath). `at` is the path on the host, `/sites/…`. Throws GraphFailure notFound, notAllowed. */
export async function siteAt(graph: Graph, host: string, at: string): Promise<Site> {
  const segments = at.split('/').filter((each) => each !== '');
  if (segments.length === 0) return getSite(graph, host);
  const address = `/sites/${encodeURIComponent(host)}:/${segments.map((each) => encodeURIComponent(each)).join('/')}`;
  return parseSite((await graph.request({ path: query(address, { $select: select }), scopes: scopes.lists })).body);
}

/** Sites that I can open, by words of their names (site-search). */
export async function searchSites(graph: Graph, words: string): Promise<Site[]> {
  const answer = await graph.request({ path: query('/sites', { search: words }), scopes: scopes.lists });
  return parse(v.object({ value: v.array(v.unknown()) }), answer.body, 'sites').value.map(parseSite);
}
