import { z } from 'zod';
import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { GraphError, malformed } from '../gateway/graphError.ts';
import { parseExpand } from '../odata/expand.ts';
import { parseFilter, satisfies, valueAt } from '../odata/filter.ts';
import { ordered, parseOrderBy } from '../odata/orderBy.ts';
import { context } from '../odata/paging.ts';
import { lowerNames, parseSelect, selected } from '../odata/select.ts';
import { personBy } from '../directory/people.ts';
import { columnResource, readColumn, refuseLostLookup } from './columns.ts';
import { identity } from './identities.ts';
import { itemsPage } from './items.ts';
import { seesList } from './listAccess.ts';
import { listFor, listUrl } from './listPath.ts';
import { addColumn, addList, columnsOf, listBy, listsOf, removeList, saveList, type List } from './listStore.ts';
import { manageLists, readSites, units } from './scopes.ts';
import { siteFor } from './siteAccess.ts';
import type { Site } from './siteStore.ts';

const names = lowerNames(
  ...'id createdDateTime createdBy description eTag lastModifiedDateTime lastModifiedBy name webUrl displayName parentReference list sharepointIds system columns items contentTypes drive'.split(
    ' ',
  ),
);
const words = { type: 'microsoft.graph.list', code: 'invalidRequest' };

export function listResource(call: GraphCall, site: Site, list: List): Resource {
  const eTag = `"${list.id},${list.version}"`;
  const person = personBy(call.tenant.db, list.body.createdBy);
  return {
    '@odata.etag': eTag,
    createdDateTime: list.body.createdDateTime,
    description: list.body.description,
    eTag,
    id: list.id,
    lastModifiedDateTime: list.body.lastModifiedDateTime,
    name: list.name,
    webUrl: listUrl(site, list),
    displayName: list.displayName,
    createdBy: identity(person),
    lastModifiedBy: identity(person),
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: list.body.contentTypesEnabled, hidden: list.body.hidden, template: list.body.template },
  };
}

function present(call: GraphCall, site: Site, list: List): Resource {
  const result = selected(listResource(call, site, list), parseSelect(call.query.get('select')), { names, words });
  for (const { name, options } of parseExpand(call.query.get('expand'))) {
    if (name.toLowerCase() === 'columns')
      result['columns'] = columnsOf(call.tenant.db, list.id, call.tenant.now())
        .filter(({ hidden }) => !hidden)
        .map(columnResource);
    else if (name.toLowerCase() === 'items') Object.assign(result, { items: itemsPage(call, site, list, options).value });
    else if (!['contenttypes', 'drive', 'fields'].includes(name.toLowerCase()))
      throw malformed(`Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.list'.`);
  }
  return result;
}

function getLists(call: GraphCall): GraphAnswer {
  const site = siteFor(call);
  const all = listsOf(call.tenant.db, site.id).filter((list) => !list.body.hidden && seesList(call.tenant.db, site, list, call.caller.id));
  const filter = call.query.get('filter');
  const wanted = filter === undefined ? undefined : parseFilter(filter);
  const chosen = all.filter((list) => !wanted || satisfies(wanted, (path) => valueAt(listResource(call, site, list), path)));
  const sorted = ordered(chosen, parseOrderBy(call.query.get('orderby')), (list, path) => valueAt(listResource(call, site, list), path));
  return ok({
    '@odata.context': context(call, `sites('${encodeURIComponent(site.id)}')/lists`),
    value: sorted.map((list) => present(call, site, list)),
  });
}

function getList(call: GraphCall): GraphAnswer {
  const site = siteFor(call);
  return ok({
    '@odata.context': context(call, `sites('${encodeURIComponent(site.id)}')/lists/$entity`),
    ...present(call, site, listFor(call, site)),
  });
}

const templates = [
  'genericList',
  'documentLibrary',
  'events',
  'tasks',
  'links',
  'announcements',
  'contacts',
  'survey',
  'issueTracking',
  'customGrid',
  'pictureLibrary',
];
const createShape = z.looseObject({
  displayName: z.string().optional(),
  name: z.string().optional(),
  description: z.string().nullish(),
  columns: z.array(z.unknown()).nullish(),
  list: z.looseObject({ template: z.string().nullish(), hidden: z.boolean().nullish(), contentTypesEnabled: z.boolean().nullish() }).nullish(),
});

function postList(call: GraphCall): GraphAnswer {
  const site = siteFor(call, 'write');
  const parsed = createShape.safeParse(call.body);
  if (!parsed.success) throw new GraphError(400, 'invalidRequest', 'One of the provided arguments is not acceptable.');
  const { displayName, name, description, columns, list: facet } = parsed.data;
  // OneDrive/onedrive-api-docs#645 (an issue): the name is the server's to give.
  if (displayName === undefined || displayName.trim() === '') {
    throw new GraphError(
      400,
      'invalidRequest',
      name === undefined
        ? "Cannot create a list without 'displayName'"
        : "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    );
  }
  const template = templates.find((one) => one.toLowerCase() === (facet?.template ?? 'genericList').toLowerCase());
  if (!template) throw new GraphError(400, 'invalidRequest', 'One of the provided arguments is not acceptable.');
  const { db } = call.tenant;
  if (listBy(db, site.id, displayName)) throw nameTaken();
  const list = addList(db, site, { displayName, description: description ?? '', template, person: call.caller.id, now: call.tenant.now() });
  const late = call.faults.find(({ lateColumnsMs }) => lateColumnsMs !== undefined)?.lateColumnsMs;
  for (const column of columns ?? []) {
    const read = readColumn(column, columnsOf(db, list.id, Number.MAX_SAFE_INTEGER));
    refuseLostLookup(call, site.id, read);
    addColumn(db, list.id, late === undefined ? read : { ...read, visibleFrom: call.tenant.now() + late });
  }
  return created({ '@odata.context': context(call, `sites('${encodeURIComponent(site.id)}')/lists/$entity`), ...listResource(call, site, list) });
}

function nameTaken(): GraphError {
  return new GraphError(409, 'nameAlreadyExists', 'The specified name already exists. Please choose a different name.');
}

const patchShape = z.looseObject({ displayName: z.string().min(1).optional(), description: z.string().nullish() });

function patchList(call: GraphCall): GraphAnswer {
  const site = siteFor(call, 'write');
  const list = listFor(call, site);
  const parsed = patchShape.safeParse(call.body);
  if (!parsed.success) throw new GraphError(400, 'invalidRequest', 'One of the provided arguments is not acceptable.');
  const { displayName, description } = parsed.data;
  const { db } = call.tenant;
  const other = displayName === undefined ? undefined : listBy(db, site.id, displayName);
  if (other && other.id !== list.id) throw nameTaken();
  const changed: List = {
    ...list,
    displayName: displayName ?? list.displayName,
    version: list.version + 1,
    body: {
      ...list.body,
      description: description ?? list.body.description,
      lastModifiedDateTime: `${new Date(call.tenant.now()).toISOString().slice(0, 19)}Z`,
    },
  };
  saveList(db, changed);
  return ok({ '@odata.context': context(call, `sites('${encodeURIComponent(site.id)}')/lists/$entity`), ...listResource(call, site, changed) });
}

function deleteList(call: GraphCall): GraphAnswer {
  const site = siteFor(call, 'write');
  const list = listFor(call, site);
  if (list.body.template === 'documentLibrary' && list.name === 'Shared Documents')
    throw new GraphError(403, 'accessDenied', 'The default document library cannot be deleted.');
  removeList(call.tenant.db, list);
  return noContent;
}

function getContentTypes(call: GraphCall): GraphAnswer {
  const site = siteFor(call);
  const list = listFor(call, site);
  return ok({
    '@odata.context': context(call, 'contentTypes'),
    value: [
      {
        id: `0x0100${list.id.replaceAll('-', '').toUpperCase()}`,
        name: 'Item',
        description: 'Create a new list item.',
        group: 'List Content Types',
        hidden: false,
        readOnly: false,
        sealed: false,
      },
    ],
  });
}

export const listRoutes: Route[] = table('sharepoint')(
  ['GET /sites/{site}/lists', readSites, getLists, units.query],
  ['POST /sites/{site}/lists', manageLists, postList, units.write],
  ['GET /sites/{site}/lists/{list}', readSites, getList, units.single],
  ['PATCH /sites/{site}/lists/{list}', manageLists, patchList, units.write],
  ['DELETE /sites/{site}/lists/{list}', manageLists, deleteList, units.write],
  ['GET /sites/{site}/lists/{list}/contentTypes', readSites, getContentTypes, units.query],
);
