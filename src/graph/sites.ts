import * as v from 'valibot';
import type { Graph } from './client.ts';
import { maybe, parse } from './parse.ts';
import { path, query } from './path.ts';
import { scopes } from './scopes.ts';

/** `id` is "host,siteCollectionGuid,webGuid". */
export const site = v.object({ id: v.string(), displayName: maybe(v.string()), name: maybe(v.string()), webUrl: v.string() });
export type Site = v.InferOutput<typeof site>;

const select = 'id,displayName,name,webUrl';

/** The team site of a group (a team's `id` is its group's). Throws GraphFailure notFound, notAllowed. */
export async function groupSite(graph: Graph, groupId: string): Promise<Site> {
  const answer = await graph.request({ path: query(path`/groups/${groupId}/sites/root`, { $select: select }), scopes: scopes.lists });
  return parse(site, answer.body, 'a site');
}

export async function getSite(graph: Graph, siteId: string): Promise<Site> {
  const answer = await graph.request({ path: query(path`/sites/${siteId}`, { $select: select }), scopes: scopes.lists });
  return parse(site, answer.body, 'a site');
}
