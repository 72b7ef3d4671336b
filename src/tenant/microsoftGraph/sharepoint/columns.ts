import { z } from 'zod';
import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { GraphError } from '../gateway/graphError.ts';
import { context } from '../odata/paging.ts';
import { parseSelect } from '../odata/select.ts';
import { canBeIndexed, facets, facetShapes, internalName, kindOf, settingsOf, type Column, type Facet } from './columnTypes.ts';
import { defaultOf } from './fieldValues.ts';
import { dropField, dropFieldIndex, fillFieldIndex, hasDuplicates } from './itemStore.ts';
import { listViewThreshold, mostIndexes } from './limits.ts';
import { listFor } from './listPath.ts';
import { listBy, addColumn, columnsOf, newColumn, saveColumn, type List } from './listStore.ts';
import { manageLists, readSites, units } from './scopes.ts';
import { siteFor } from './siteAccess.ts';

/** A shared reading of the plain members; facets are read apart. */
const members = z.looseObject({
  name: z.string().min(1).optional(),
  displayName: z.string().min(1).nullish(),
  description: z.string().nullish(),
  indexed: z.boolean().nullish(),
  enforceUniqueValues: z.boolean().nullish(),
  required: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
  readOnly: z.boolean().nullish(),
  columnGroup: z.string().nullish(),
  defaultValue: z.object({ value: z.string().nullish(), formula: z.string().nullish() }).nullish(),
  validation: z.unknown().optional(),
});
const knownMembers = new Set([
  ...Object.keys(members.shape),
  ...facets,
  'id',
  'type',
  'isDeletable',
  'isReorderable',
  'isSealed',
  'propagateChanges',
  'sourceColumn',
  'sourceContentType',
]);

const wrong = (message: string): GraphError => new GraphError(400, 'invalidRequest', message);

export function columnResource(column: Column): Resource {
  const { facet, settings, visibleFrom: _visible, defaultValue, validation, ...plain } = column;
  return { ...plain, [facet]: settings, ...(defaultValue === null ? {} : { defaultValue }), ...(validation === null ? {} : { validation }) };
}

/** A name that is one of SharePoint's own gets a number, as `Author0`; two of the user's own do not go together. */
function freeName(name: string, existing: readonly Column[]): string {
  const taken = (one: string): boolean => existing.some((column) => column.name.toLowerCase() === one.toLowerCase() && !column.isDeletable);
  let free = name;
  for (let number = 0; taken(free); number += 1) free = `${name}${number}`;
  return free;
}

/** Reads a columnDefinition for a list that has `existing`. @throws GraphError 400, or 409 for a name in use */
export function readColumn(body: unknown, existing: readonly Column[]): Column {
  const given = plainMembers(body);
  const name = given.name ?? given.displayName ?? undefined;
  if (name === undefined) throw wrong('A column must have a name.');
  const facet = facetOf(body, true);
  if (!facet) throw wrong('A column must have exactly one type.');
  const column = newColumn({
    name: freeName(internalName(name), existing),
    displayName: given.displayName ?? name,
    description: given.description ?? '',
    indexed: given.indexed ?? false,
    enforceUniqueValues: given.enforceUniqueValues ?? false,
    required: given.required ?? false,
    hidden: given.hidden ?? false,
    readOnly: given.readOnly ?? facet.kind === 'calculated',
    columnGroup: given.columnGroup ?? 'Custom Columns',
    defaultValue: defaultIn(given),
    facet: facet.kind,
    settings: facet.settings,
  });
  if (existing.some((one) => one.name.toLowerCase() === column.name.toLowerCase()))
    throw new GraphError(409, 'nameAlreadyExists', `A column with the name '${column.name}' already exists in the list.`);
  refuseImpossible(column, existing);
  return column;
}

function plainMembers(body: unknown): z.infer<typeof members> {
  const parsed = members.safeParse(body);
  if (!parsed.success) throw wrong('One of the provided arguments is not acceptable.');
  const unknown = Object.keys(parsed.data).find((name) => !knownMembers.has(name) && !name.includes('@'));
  if (unknown !== undefined) throw wrong(`The property '${unknown}' does not exist on type 'microsoft.graph.columnDefinition'.`);
  if (parsed.data.validation !== undefined && parsed.data.validation !== null)
    throw wrong('A column with a validation formula: formulas are not calculated by this tenant.');
  return parsed.data;
}

function defaultIn({ defaultValue }: z.infer<typeof members>): Column['defaultValue'] {
  return defaultValue ? { value: defaultValue.value ?? null, formula: defaultValue.formula ?? null } : null;
}

function facetOf(body: unknown, needed: boolean): { kind: Facet; settings: Record<string, unknown> } | undefined {
  const given = facets.filter((facet) => (body as Resource)[facet] !== undefined && (body as Resource)[facet] !== null);
  if (given.length > 1 || (needed && given.length === 0)) throw wrong('A column must have exactly one type.');
  const kind = given[0];
  if (kind === undefined) return undefined;
  const parsed = facetShapes[kind].safeParse((body as Resource)[kind]);
  if (!parsed.success) throw wrong(`The settings of the ${kind} column are not acceptable: ${parsed.error.issues[0]?.message ?? ''}`);
  return { kind, settings: parsed.data as Record<string, unknown> };
}

function refuseImpossible(column: Column, existing: readonly Column[]): void {
  if ((column.indexed || column.enforceUniqueValues) && !canBeIndexed(column))
    throw wrong(`A column of this type cannot be indexed or hold unique values: '${column.name}'.`);
  // SharePoint couples the two; that Graph refuses one without the other is not on its page.
  if (column.enforceUniqueValues && !column.indexed) throw wrong('This column must be indexed to enforce unique values.');
  if (column.indexed && existing.filter((one) => one.indexed && one.isDeletable).length >= mostIndexes)
    throw wrong(`A list can have at most ${mostIndexes} indexed columns.`);
  if (column.facet === 'text' && column.settings['textType'] === 'richText' && column.settings['allowMultipleLines'] !== true)
    throw wrong('Rich text needs multiple lines.');
  // A view with two columns of one title is nothing SharePoint's own pages let one make; what Graph does is not written.
  const title = column.displayName.toLowerCase();
  if (column.isDeletable && existing.some((one) => one.isDeletable && one.displayName.toLowerCase() === title))
    throw new GraphError(409, 'nameAlreadyExists', `A column with the title '${column.displayName}' already exists in the list.`);
  defaultOf(column);
}

function getColumns(call: GraphCall): GraphAnswer {
  const list = listFor(call, siteFor(call));
  const names = parseSelect(call.query.glance('select'));
  // Hidden columns are left out unless $select asks for `hidden` (graph columndefinition).
  const wantsHidden = names?.some((name) => name.toLowerCase() === 'hidden') ?? false;
  const columns = columnsOf(call.tenant.db, list.id, call.tenant.now()).filter(({ hidden }) => wantsHidden || !hidden);
  return ok({
    '@odata.context': context(call, `lists('${list.id}')/columns`),
    value: columns.map(columnResource),
  });
}

function columnFor(call: GraphCall, list: List): Column {
  const name = (call.params['column'] ?? '').toLowerCase();
  const column = columnsOf(call.tenant.db, list.id, call.tenant.now()).find((one) => one.id === name || one.name.toLowerCase() === name);
  if (!column) throw new GraphError(404, 'itemNotFound', 'Item not found');
  return column;
}

function getColumn(call: GraphCall): GraphAnswer {
  const list = listFor(call, siteFor(call));
  return ok({ '@odata.context': context(call, `lists('${list.id}')/columns/$entity`), ...columnResource(columnFor(call, list)) });
}

function postColumn(call: GraphCall): GraphAnswer {
  const list = listFor(call, siteFor(call, 'write'));
  const { db } = call.tenant;
  const column = readColumn(call.body, columnsOf(db, list.id, Number.MAX_SAFE_INTEGER));
  refuseLostLookup(call, list.site, column);
  refuseLateIndex(list, column.indexed);
  addColumn(db, list.id, column);
  return created({ '@odata.context': context(call, `lists('${list.id}')/columns/$entity`), ...columnResource(column) });
}

/** A column as a PATCH leaves it. Its name and its type stay; choices given take the place of those before. @throws GraphError 400 */
function changedColumn(column: Column, body: unknown): Column {
  const given = plainMembers(body);
  if (!column.isDeletable && column.readOnly) throw wrong(`The column '${column.name}' is SharePoint's own and cannot be changed.`);
  if (given.name !== undefined && given.name !== column.name) throw wrong('The name of a column cannot be changed.');
  const facet = facetOf(body, false);
  const settings = facet ? settingsOf(facet.kind, { ...(facet.kind === column.facet ? column.settings : {}), ...facet.settings }) : column.settings;
  if (facet && kindOf({ facet: facet.kind, settings }) !== kindOf(column)) throw wrong('The type of a column cannot be changed.');
  const changed: Column = { ...column, settings };
  if (given.defaultValue !== undefined) changed.defaultValue = defaultIn(given);
  for (const name of ['displayName', 'description', 'indexed', 'enforceUniqueValues', 'required', 'hidden', 'readOnly', 'columnGroup'] as const) {
    if (given[name] !== undefined && given[name] !== null) Object.assign(changed, { [name]: given[name] });
  }
  return changed;
}

function patchColumn(call: GraphCall): GraphAnswer {
  const list = listFor(call, siteFor(call, 'write'));
  const { db } = call.tenant;
  const column = columnFor(call, list);
  const changed = changedColumn(column, call.body);
  const others = columnsOf(db, list.id, call.tenant.now()).filter(({ id }) => id !== column.id);
  refuseImpossible(changed, others);
  if (changed.indexed && !column.indexed) {
    refuseLateIndex(list, true);
    fillFieldIndex(db, list, changed);
  }
  if (!changed.indexed && column.indexed) dropFieldIndex(db, list, column.name);
  if (changed.enforceUniqueValues && !column.enforceUniqueValues && hasDuplicates(db, list, column.name))
    throw wrong('This column cannot enforce unique values because it contains duplicates.');
  saveColumn(db, list.id, changed);
  return ok({ '@odata.context': context(call, `lists('${list.id}')/columns/$entity`), ...columnResource(changed) });
}

/** A lookup looks in a list of the same site that is there. */
export function refuseLostLookup(call: GraphCall, site: string, { facet, settings }: Column): void {
  if (facet === 'lookup' && !listBy(call.tenant.db, site, String(settings['listId'] ?? '')))
    throw wrong('A lookup column needs the listId of a list in the same site.');
}

function refuseLateIndex(list: List, indexed: boolean): void {
  if (indexed && list.itemCount > listViewThreshold)
    throw wrong('The operation exceeds the list view threshold: a column of a list with more than 5,000 items cannot be indexed.');
}

function deleteColumn(call: GraphCall): GraphAnswer {
  const list = listFor(call, siteFor(call, 'write'));
  const column = columnFor(call, list);
  if (!column.isDeletable) throw wrong(`The column '${column.name}' cannot be deleted.`);
  dropField(call.tenant.db, list, column);
  call.tenant.db.run('DELETE FROM list_column WHERE list = ? AND id = ?', list.id, column.id);
  return noContent;
}

export const columnRoutes: Route[] = table('sharepoint')(
  ['GET /sites/{site}/lists/{list}/columns', readSites, getColumns, units.query],
  ['POST /sites/{site}/lists/{list}/columns', manageLists, postColumn, units.write],
  ['GET /sites/{site}/lists/{list}/columns/{column}', readSites, getColumn, units.single],
  ['PATCH /sites/{site}/lists/{list}/columns/{column}', manageLists, patchColumn, units.write],
  ['DELETE /sites/{site}/lists/{list}/columns/{column}', manageLists, deleteColumn, units.write],
);
