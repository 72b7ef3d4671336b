import * as v from 'valibot';
import type { Graph, GraphRequest } from './contract.ts';
import { GraphFailure } from './failure.ts';
import { parse } from './parse.ts';

const page = v.object({ value: v.array(v.unknown()), '@odata.nextLink': v.optional(v.string()) });

/** The values of all pages, or of the first `limit` ones. Calendar views come in tens by default (gd#6201): always page. */
export async function allPages(graph: Graph, request: GraphRequest, limit: number = Number.POSITIVE_INFINITY): Promise<unknown[]> {
  const answer = await graph.request(request);
  return restOfPages(graph, request, answer.body, limit);
}

/** The same, from a first page that is at hand already, such as an answer inside a batch. */
export async function restOfPages(
  graph: Graph,
  request: GraphRequest,
  firstBody: unknown,
  limit: number = Number.POSITIVE_INFINITY,
): Promise<unknown[]> {
  let { value, '@odata.nextLink': link } = parse(page, firstBody, 'a page');
  const values = [...value];
  const seen = new Set<string>();
  for (let pages = 1; link !== undefined && pages < limit; pages++) {
    if (seen.has(link)) throw new GraphFailure('Graph sent the same nextLink twice', { kind: 'fault', status: null, code: 'endlessPaging' });
    seen.add(link);
    // A nextLink is opaque: it is used as given, with the headers of the first request and none of its options again.
    const answer = await graph.request({ path: link, scopes: request.scopes, ...(request.headers && { headers: request.headers }) });
    ({ value, '@odata.nextLink': link } = parse(page, answer.body, 'a page'));
    values.push(...value);
  }
  return values;
}
