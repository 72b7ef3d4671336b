import type { GraphAnswer, GraphCall, Resource, Route, Workload } from '../gateway/call.ts';
import { GraphError, malformed, refused } from '../gateway/graphError.ts';
import { typeAnswered, type EntityType } from './entityTypes.ts';
import { parseExpand } from './expand.ts';
import { parseFilter, pathsIn, satisfies, valueAt } from './filter.ts';
import { ordered, parseOrderBy } from './orderBy.ts';
import { nextLink } from './paging.ts';
import { parseSelect, selected } from './select.ts';

/**
 * Refuses options of a GET that are not OData, or name what the answered type has not.
 * @throws GraphError 400
 */
export function refuseBadOptions(route: Route, { query }: GraphCall): void {
  const type = route.method === 'GET' ? typeAnswered(route.path) : undefined;
  if (!type) return;
  const property = (name: string): void => {
    if (!type.properties.has(plain(name)) && !type.navigation.has(plain(name))) throw unknownName(route.workload, type, name);
  };
  // `@microsoft.graph.downloadUrl` and its like are annotations, not properties.
  for (const name of parseSelect(query.glance('select')) ?? []) if (!/[@.]/.test(name)) property(name);
  for (const { name } of parseExpand(query.glance('expand'))) if (!type.navigation.has(plain(name))) throw unknownName(route.workload, type, name);
  // A list's items know columns beside properties: their handler checks those.
  if (type.name === 'microsoft.graph.listItem') return;
  const filter = query.glance('filter');
  if (filter !== undefined) for (const path of pathsIn(parseFilter(filter))) property(path.replace(/^microsoft\.graph\.\w+\//, ''));
  for (const { path } of parseOrderBy(query.glance('orderby'))) property(path);
}

/**
 * Refuses a resource sent to be made or changed that has a property its type has not. Events and messages say so in
 * words of their own.
 * @throws GraphError 400
 */
export function refuseInventedProperties(route: Route, { body }: GraphCall): void {
  const type = route.method === 'POST' || route.method === 'PATCH' ? typeAnswered(route.path) : undefined;
  if (!type || typeof body !== 'object' || body === null) return;
  for (const name of Object.keys(body)) {
    if (name.includes('@') || type.properties.has(name.toLowerCase()) || type.navigation.has(name.toLowerCase())) continue;
    throw refused(
      route.workload,
      `The property '${name}' does not exist on type '${type.name}'. Make sure to only use property names that are defined by the type.`,
    );
  }
}

/**
 * Does to an answer what the query asks and its handler has not looked at: $filter, $orderby, $skip, $top and $select of
 * collections small enough to be at hand whole. What cannot be done is refused, never passed over.
 * @throws GraphError 400
 */
export function doLeftOptions(route: Route, call: GraphCall, answer: GraphAnswer): GraphAnswer {
  const type = route.method === 'GET' ? typeAnswered(route.path) : undefined;
  if (!type || answer.status !== 200 || typeof answer.body !== 'object' || answer.body === null) return answer;
  const { query } = call;
  if (query.left('search') !== undefined) throw malformed("The query parameter '$search' is not supported on this resource.");
  const body = answer.body as Resource;
  // Of an empty collection no handler has asked what to expand.
  const [expansion] = Array.isArray(body['value']) && body['value'].length === 0 ? [] : parseExpand(query.left('expand'));
  if (expansion) throw refused(route.workload, `The navigation property '${expansion.name}' cannot be expanded.`);
  const chosen = parseSelect(query.left('select'));
  // What was expanded is wanted too.
  const names = chosen && [...chosen, ...parseExpand(query.glance('expand')).map(({ name }) => name)];
  if (!Array.isArray(body['value'])) {
    if (['filter', 'orderby', 'top', 'skip'].some((name) => query.left(name) !== undefined))
      throw malformed(
        'The query specified in the URI is not valid. Query options $filter, $orderby, $count, $skip, and $top can be applied only on collections.',
      );
    return { ...answer, body: selected(body, names) };
  }
  const filter = query.left('filter');
  const orders = query.left('orderby');
  if (route.path.endsWith('/delta') && (filter ?? orders) !== undefined)
    throw refused(route.workload, 'The query parameters $filter and $orderby are not supported with change tracking here.');
  const wanted = filter === undefined ? undefined : parseFilter(filter);
  const found = (body['value'] as Resource[]).filter((one) => !wanted || satisfies(wanted, (path) => valueAt(one, path)));
  const sorted = ordered(found, parseOrderBy(orders));
  const start = query.left('skip') === undefined ? 0 : (query.count('skip', 0) ?? 0);
  const most = query.left('top') === undefined ? sorted.length : (query.count('top', 1) ?? sorted.length);
  const value = sorted.slice(start, start + most).map((one) => selected(one, names));
  return {
    ...answer,
    body: {
      ...body,
      ...(typeof body['@odata.count'] === 'number' && wanted ? { '@odata.count': found.length } : {}),
      ...(start + most < sorted.length ? { '@odata.nextLink': nextLink(call, '$skip', String(start + most)) } : {}),
      value,
    },
  };
}

const plain = (path: string): string => (path.split('/')[0] ?? '').toLowerCase();

function unknownName(workload: Workload, type: EntityType, name: string): GraphError {
  if (workload === 'outlook') {
    const words = type.name.replace('microsoft.graph.', '');
    const outlook = `Microsoft.OutlookServices.${words.charAt(0).toUpperCase()}${words.slice(1)}`;
    return new GraphError(400, 'RequestBroker--ParseUri', `Could not find a property named '${name}' on type '${outlook}'.`);
  }
  return refused(workload, `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type '${type.name}'.`);
}
