import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { GraphError, malformed } from '../gateway/graphError.ts';
import { lastChange } from '../../database/changes.ts';
import { parseExpand } from '../odata/expand.ts';
import { context, nextLink } from '../odata/paging.ts';
import { lowerNames, parseSelect, selected } from '../odata/select.ts';
import { personBy } from '../directory/people.ts';
import type { Column } from './columnTypes.ts';
import { readFields } from './fieldValues.ts';
import { identity } from './identities.ts';
import { queryItems, type ItemPage } from './itemQuery.ts';
import { fieldsResource } from './itemResource.ts';
import { addItem, changeItem, etagOf, itemBy, itemsChangedAfter, removeItem, secondOf, versionsOf, type Item } from './itemStore.ts';
import { lookupTexts } from './lookupTexts.ts';
import { listFor, listUrl } from './listPath.ts';
import { columnsOf, listBy, type List } from './listStore.ts';
import { readSites, units, writeItems } from './scopes.ts';
import { siteFor } from './siteAccess.ts';
import { personOfNumber, siteUserNumber, type Site } from './siteStore.ts';

const names = lowerNames(
  ...'id createdDateTime createdBy description eTag lastModifiedDateTime lastModifiedBy name webUrl parentReference contentType sharepointIds fields driveItem versions analytics deleted'.split(
    ' ',
  ),
);
const words = { type: 'microsoft.graph.listItem', code: 'invalidRequest' };
const defaultPage = 200;
const mostPerPage = 5000;

function itemFor(call: GraphCall, list: List): Item {
  const text = call.params['item'] ?? '';
  const item = /^\d{1,9}$/.test(text) ? itemBy(call.tenant.db, list.id, Number(text)) : byUniqueId(call, list, text);
  if (!item) throw new GraphError(404, 'itemNotFound', 'Item not found');
  return item;
}

function byUniqueId(call: GraphCall, list: List, uniqueId: string): Item | undefined {
  const row = call.tenant.db.get<{ id: number }>('SELECT id FROM item WHERE unique_id = ? AND list = ?', uniqueId.toLowerCase(), list.id);
  return row && itemBy(call.tenant.db, list.id, row.id);
}

export function itemResource(call: GraphCall, site: Site, list: List, item: Item): Resource {
  const { db } = call.tenant;
  const eTag = etagOf(item);
  return {
    '@odata.etag': eTag,
    createdDateTime: item.body.created,
    eTag,
    id: String(item.id),
    lastModifiedDateTime: item.body.modified,
    webUrl: `${listUrl(site, list)}/${item.id}_.000`,
    createdBy: identity(personBy(db, item.body.author)),
    lastModifiedBy: identity(personBy(db, item.body.editor)),
    parentReference: { id: list.id, siteId: site.id },
    contentType: { id: `0x0100${list.id.replaceAll('-', '').toUpperCase()}`, name: 'Item' },
  };
}

const columnsAsked = new WeakMap<GraphCall, Map<string, readonly Column[]>>();

/** A list's columns, looked up once a request, not once a row: nothing that is asked of items changes them. */
function columnsFor(call: GraphCall, list: string): readonly Column[] {
  const asked = columnsAsked.get(call) ?? new Map<string, readonly Column[]>();
  columnsAsked.set(call, asked);
  const columns = asked.get(list) ?? columnsOf(call.tenant.db, list, call.tenant.now());
  asked.set(list, columns);
  return columns;
}

/** `fields`, cut to the names of its own $select. A name that is no column of the list is a 400. */
function chosenFields(call: GraphCall, site: Site, item: Item, select: string | undefined): Resource {
  const { db } = call.tenant;
  const columns = columnsFor(call, item.list);
  const wanted = parseSelect(select);
  if (!wanted) return fieldsResource(item, columns);
  const fields = { ...fieldsResource(item, columns, wanted), ...lookupTexts(db, site.id, item, columns, wanted) };
  for (const name of wanted) {
    const isOwn = name in fields || columns.some((column) => column.name === name || `${column.name}LookupId` === name) || name === 'ID';
    if (!isOwn) throw new GraphError(400, 'invalidRequest', `Field '${name}' is not recognized`);
  }
  return selected(fields, wanted, undefined, []);
}

function present(call: GraphCall, site: Site, list: List, item: Item, options?: ReadonlyMap<string, string>): Resource {
  const result = selected(itemResource(call, site, list, item), parseSelect(options ? options.get('select') : call.query.get('select')), {
    names,
    words,
  });
  for (const { name, options: own } of parseExpand(options ? options.get('expand') : call.query.get('expand'))) {
    switch (name.toLowerCase()) {
      case 'fields':
        result['fields'] = chosenFields(call, site, item, own.get('select'));
        break;
      case 'versions':
        result['versions'] = versionsOf(call.tenant.db, item).map((version) => versionResource(call, site, version, undefined));
        break;
      case 'driveitem':
      case 'analytics':
        break;
      default:
        throw malformed(`Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.listItem'.`);
    }
  }
  return result;
}

/** A page of items; `options` are those of an `$expand=items(…)` on the list, else the request's own. */
export function itemsPage(call: GraphCall, site: Site, list: List, options?: ReadonlyMap<string, string>): { value: Resource[]; page: ItemPage } {
  const { db } = call.tenant;
  const top = options ? Number(options.get('top') ?? defaultPage) : Math.min(call.query.count('top', 1) ?? defaultPage, mostPerPage);
  const page = queryItems(db, list, columnsFor(call, list.id), {
    filter: options ? options.get('filter') : call.query.get('filter'),
    orderby: options ? options.get('orderby') : call.query.get('orderby'),
    prefer: call.prefer,
    after: options ? 0 : startOf(call.query.get('skiptoken')),
    top,
  });
  return { value: page.items.map((item) => present(call, site, list, item, options)), page };
}

/** `Paged=TRUE&p_ID=200`: forward only (gdc#7992). */
function startOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const id = /^Paged=TRUE&p_ID=(\d+)$/.exec(token)?.[1];
  if (id === undefined) throw new GraphError(400, 'invalidRequest', 'The skip token is not valid.');
  return Number(id);
}

function listItems(call: GraphCall): GraphAnswer {
  const site = siteFor(call);
  const list = listFor(call, site);
  if (call.query.has('skip')) throw new GraphError(400, 'invalidRequest', '$skip is not supported on list items; follow @odata.nextLink.');
  if (call.query.has('search')) throw new GraphError(400, 'invalidRequest', '$search is not supported on list items.');
  const { value, page } = itemsPage(call, site, list);
  return ok({
    '@odata.context': context(call, `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items`),
    ...(call.query.get('count')?.toLowerCase() === 'true' ? { '@odata.count': list.itemCount } : {}),
    value,
    ...(page.next === undefined ? {} : { '@odata.nextLink': nextLink(call, '$skiptoken', `Paged=TRUE&p_ID=${page.next}`) }),
  });
}

function getItem(call: GraphCall): GraphAnswer {
  const site = siteFor(call);
  const list = listFor(call, site);
  const resource = present(call, site, list, itemFor(call, list));
  // One item is given with its fields, a collection is not.
  if (!call.query.has('expand') && !call.query.has('select')) resource['fields'] = fieldsResource(itemFor(call, list), columnsFor(call, list.id));
  return ok(
    { '@odata.context': context(call, `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items/$entity`), ...resource },
    { ETag: etagOf(itemFor(call, list)) },
  );
}

function read(call: GraphCall, site: Site, list: List, given: unknown): { columns: readonly Column[]; fields: Record<string, unknown> } {
  const { db } = call.tenant;
  const columns = columnsFor(call, list.id);
  return {
    columns,
    fields: readFields(given, columns, {
      isUser: (number) => personOfNumber(db, site.id, number) !== undefined,
      isItem: (listId, number) => itemBy(db, listBy(db, site.id, listId)?.id ?? '', number) !== undefined,
      anyChoice: call.faults.some(({ anyChoice }) => anyChoice === true),
    }),
  };
}

function postItem(call: GraphCall): GraphAnswer {
  const site = siteFor(call, 'write');
  const list = listFor(call, site);
  if (typeof call.body !== 'object' || call.body === null)
    throw new GraphError(400, 'invalidRequest', 'The body of the request must be a list item.');
  const { db } = call.tenant;
  const { columns, fields } = read(call, site, list, (call.body as Resource)['fields'] ?? {});
  const number = siteUserNumber(db, site.id, call.caller.id);
  const now = secondOf(call.tenant.now());
  const item = addItem(db, list, columns, fields, {
    created: now,
    modified: now,
    author: call.caller.id,
    editor: call.caller.id,
    authorNumber: number,
    editorNumber: number,
  });
  return created(
    {
      '@odata.context': context(call, `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items/$entity`),
      ...itemResource(call, site, list, item),
      fields: fieldsResource(item, columns),
    },
    { ETag: etagOf(item) },
  );
}

/** If-Match decides; without it the last writer wins (graph listitem-update). */
function refuseStale(call: GraphCall, item: Item): void {
  const match = call.header('if-match')?.trim();
  if (match === undefined || match === '*') return;
  const tags = match.split(/,(?=\s*(?:W\/)?")/).map((tag) => tag.trim().replace(/^W\//, ''));
  if (tags.includes(etagOf(item))) return;
  if (call.faults.some(({ staleIsConflict }) => staleIsConflict))
    throw new GraphError(409, 'resourceModified', "ETag does not match current item's value");
  throw new GraphError(412, 'resourceModified', 'The resource has changed since the caller last read it; usually an eTag mismatch', {
    innerCode: 'preconditionFailed',
  });
}

function change(call: GraphCall, given: unknown): { site: Site; list: List; columns: readonly Column[]; item: Item } {
  const site = siteFor(call, 'write');
  const list = listFor(call, site);
  const before = itemFor(call, list);
  refuseStale(call, before);
  const { db } = call.tenant;
  const { columns, fields } = read(call, site, list, given);
  const item = changeItem(db, before, columns, fields, {
    editor: call.caller.id,
    editorNumber: siteUserNumber(db, site.id, call.caller.id),
    now: call.tenant.now(),
  });
  return { site, list, columns, item };
}

/** The answer holds the fields but not the item's new etag: a client that needs it reads again (graph listitem-update). */
function patchFields(call: GraphCall): GraphAnswer {
  const { site, list, columns, item } = change(call, call.body);
  const { '@odata.etag': _etag, ...fields } = fieldsResource(item, columns);
  return ok({
    '@odata.context': context(call, `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items('${item.id}')/fields/$entity`),
    ...fields,
  });
}

function patchItem(call: GraphCall): GraphAnswer {
  const { site, list, columns, item } = change(call, (call.body as Resource | undefined)?.['fields'] ?? {});
  return ok(
    {
      '@odata.context': context(call, `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items/$entity`),
      ...itemResource(call, site, list, item),
      fields: fieldsResource(item, columns),
    },
    { ETag: etagOf(item) },
  );
}

function getFields(call: GraphCall): GraphAnswer {
  const site = siteFor(call);
  const list = listFor(call, site);
  const item = itemFor(call, list);
  return ok({
    '@odata.context': context(call, `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items('${item.id}')/fields/$entity`),
    ...chosenFields(call, site, item, call.query.get('select')),
  });
}

function deleteItem(call: GraphCall): GraphAnswer {
  const site = siteFor(call, 'write');
  const item = itemFor(call, listFor(call, site));
  refuseStale(call, item);
  removeItem(call.tenant.db, item);
  return noContent;
}

function versionResource(call: GraphCall, site: Site, version: Item, select: string | undefined): Resource {
  const { db } = call.tenant;
  return {
    id: `${version.version}.0`,
    lastModifiedDateTime: version.body.modified,
    lastModifiedBy: identity(personBy(db, version.body.editor)),
    fields: chosenFields(call, site, version, select),
  };
}

/** A version is given with its fields, unless `$expand=fields($select=…)` asks for some of them. */
const fieldsWanted = (call: GraphCall): string | undefined =>
  parseExpand(call.query.get('expand'))
    .find(({ name }) => name.toLowerCase() === 'fields')
    ?.options.get('select');

function listVersions(call: GraphCall): GraphAnswer {
  const site = siteFor(call);
  const item = itemFor(call, listFor(call, site));
  return ok({
    '@odata.context': context(call, 'versions'),
    value: versionsOf(call.tenant.db, item).map((version) => versionResource(call, site, version, fieldsWanted(call))),
  });
}

function versionFor(call: GraphCall): { site: Site; list: List; item: Item; version: Item } {
  const site = siteFor(call);
  const list = listFor(call, site);
  const item = itemFor(call, list);
  const version = versionsOf(call.tenant.db, item).find((one) => `${one.version}.0` === call.params['version']);
  if (!version) throw new GraphError(404, 'itemNotFound', 'Item not found');
  return { site, list, item, version };
}

const getVersion = (call: GraphCall): GraphAnswer => {
  const { site, version } = versionFor(call);
  return ok({ '@odata.context': context(call, 'versions/$entity'), ...versionResource(call, site, version, fieldsWanted(call)) });
};

const getVersionFields = (call: GraphCall): GraphAnswer => {
  const { site, version } = versionFor(call);
  return ok({
    '@odata.context': context(call, 'fields/$entity'),
    ...chosenFields(call, site, version, call.query.get('select')),
  });
};

/** Brings back an earlier state as a new version. */
function restoreVersion(call: GraphCall): GraphAnswer {
  const { site, item, version } = versionFor(call);
  siteFor(call, 'write');
  const { db } = call.tenant;
  const emptied = Object.fromEntries(Object.keys(item.fields).map((name) => [name, null]));
  changeItem(
    db,
    item,
    columnsFor(call, item.list),
    { ...emptied, ...version.fields },
    { editor: call.caller.id, editorNumber: siteUserNumber(db, site.id, call.caller.id), now: call.tenant.now() },
  );
  return noContent;
}

/** Everything first, then what changed since the token; the last page carries the delta link. */
function itemsDelta(call: GraphCall): GraphAnswer {
  const site = siteFor(call);
  const list = listFor(call, site);
  const { db } = call.tenant;
  const token = call.query.get('token') ?? call.query.get('deltatoken') ?? call.query.get('skiptoken');
  const link = (name: '@odata.nextLink' | '@odata.deltaLink', change: number): Resource => ({
    [name]: nextLink(call, 'token', `${list.id.slice(0, 8)};${change}`),
  });
  if (token === 'latest') return ok({ '@odata.context': context(call, 'items'), value: [], ...link('@odata.deltaLink', lastChange(db)) });
  const parts = token === undefined ? ['', '0'] : token.split(';');
  const since = Number(parts[1]);
  if (token !== undefined && (parts[0] !== list.id.slice(0, 8) || !Number.isInteger(since) || since > lastChange(db))) {
    throw new GraphError(
      410,
      'resyncRequired',
      "Resync required. Replace any local items with the server's version (including deletes) if you're sure that the service was up to date with your local changes when you last sync'd.",
    );
  }
  const top = Math.min(call.query.count('top', 1) ?? defaultPage, mostPerPage);
  // Looked at where only deletions are told, too: they have no columns to expand, which is no reason to refuse it.
  call.query.get('expand');
  const changed = itemsChangedAfter(db, list.id, since, top + 1).map((item) => ({ change: item.changed, resource: present(call, site, list, item) }));
  const removed =
    token === undefined
      ? []
      : db
          .all<{ item: number; changed: number }>(
            'SELECT item, changed FROM item_removed WHERE list = ? AND changed > ? ORDER BY changed LIMIT ?',
            list.id,
            since,
            top + 1,
          )
          .map(({ item, changed: change }) => ({
            change,
            resource: { id: String(item), deleted: { state: 'deleted' }, parentReference: { id: list.id, siteId: site.id } },
          }));
  const all = [...changed, ...removed].sort((a, b) => a.change - b.change);
  const page = all.slice(0, top);
  const last = page.at(-1)?.change ?? since;
  return ok({
    '@odata.context': context(call, 'items'),
    value: page.map(({ resource }) => resource),
    ...(all.length > top ? link('@odata.nextLink', last) : link('@odata.deltaLink', Math.max(last, lastChange(db)))),
  });
}

const root = '/sites/{site}/lists/{list}/items';

export const itemRoutes: Route[] = table('sharepoint')(
  [`GET ${root}`, readSites, listItems, units.query],
  [`POST ${root}`, writeItems, postItem, units.write],
  [`GET ${root}/delta`, readSites, itemsDelta, units.single],
  [`GET ${root}/{item}`, readSites, getItem, units.single],
  [`PATCH ${root}/{item}`, writeItems, patchItem, units.write],
  [`DELETE ${root}/{item}`, writeItems, deleteItem, units.write],
  [`GET ${root}/{item}/fields`, readSites, getFields, units.single],
  [`PATCH ${root}/{item}/fields`, writeItems, patchFields, units.write],
  [`GET ${root}/{item}/versions`, readSites, listVersions, units.query],
  [`GET ${root}/{item}/versions/{version}`, readSites, getVersion, units.single],
  [`GET ${root}/{item}/versions/{version}/fields`, readSites, getVersionFields, units.single],
  [`POST ${root}/{item}/versions/{version}/restoreVersion`, writeItems, restoreVersion, units.write],
);
