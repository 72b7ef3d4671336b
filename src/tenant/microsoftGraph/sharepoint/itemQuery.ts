import type { Database } from '../../database/database.ts';
import { GraphError, malformed } from '../gateway/graphError.ts';
import type { Preferences } from '../gateway/preferences.ts';
import { parseFilter, pathsIn, satisfies, type Filter, type Literal, type Operator } from '../odata/filter.ts';
import { ordered, parseOrderBy, type Order } from '../odata/orderBy.ts';
import { readInstant, writeInstant } from '../../time/zones.ts';
import { canBeIndexed, isLookup, type Column } from './columnTypes.ts';
import { indexValue } from './fieldValues.ts';
import { fieldsResource } from './itemResource.ts';
import { itemsAfter, itemsOf, type Item } from './itemStore.ts';
import { listViewThreshold } from './limits.ts';
import type { List } from './listStore.ts';

const lenient = 'honornonindexedquerieswarningmayfailrandomly';

export interface ItemPage {
  items: Item[];
  /** Id of the last item of a page that has a next one. */
  next: number | undefined;
}

/**
 * Reads a page of a list. A filter works on ONE indexed field (graph listitem-list); other fields need the Prefer header
 * `HonorNonIndexedQueriesWarningMayFailRandomly`, and fail on a list over the threshold. More than 5,000 matches of the
 * indexed condition fail too, as a 429 that no waiting mends (gd#8450, pnp#3149: issue reports).
 */
export function queryItems(
  db: Database,
  list: List,
  columns: readonly Column[],
  options: { filter: string | undefined; orderby: string | undefined; prefer: Preferences; after: number; top: number },
): ItemPage {
  const isLenient = options.prefer.value(lenient) !== undefined;
  const orders = parseOrderBy(options.orderby).map((order) => ({ ...order, path: fieldOf(order.path, columns) }));
  for (const { path } of orders) refuseSlow(path, columns, isLenient);
  if (options.filter === undefined) {
    if (orders.length === 0) return pageOf(itemsAfter(db, list.id, options.after, options.top + 1), options.top);
    // gd#8450 (an issue): sorting a big list is answered as throttling, also by ID.
    if (list.itemCount > listViewThreshold) throw thresholdExceeded();
    return sortedPage(itemsAfter(db, list.id, 0, listViewThreshold + 1), orders, columns, options);
  }
  const filter = typed(parseFilter(options.filter), columns);
  const names = [...new Set(pathsIn(filter).map((path) => fieldOf(path, columns)))];
  const [first = ''] = names;
  for (const name of names) refuseSlow(name, columns, isLenient);
  if (names.length > 1 && !isLenient) throw notIndexed(names.find((name) => name !== first) ?? first);
  const leading = leadingCondition(filter, columns);
  if (!leading) {
    if (list.itemCount > listViewThreshold) throw thresholdExceeded();
    return select(itemsAfter(db, list.id, 0, listViewThreshold + 1));
  }
  const ids = idsMatching(db, list.id, leading);
  if (ids.length > listViewThreshold) throw thresholdExceeded();
  return select(
    itemsOf(db, list.id, orders.length === 0 && names.length === 1 ? ids.filter((id) => id > options.after).slice(0, options.top + 1) : ids),
  );

  function select(items: Item[]): ItemPage {
    const found = items.filter((item) => satisfies(filter, (path) => readField(item, fieldOf(path, columns), columns)));
    if (orders.length > 0) return sortedPage(found, orders, columns, options);
    return pageOf(
      found.filter(({ id }) => id > options.after),
      options.top,
    );
  }
}

function pageOf(items: Item[], top: number): ItemPage {
  const page = items.slice(0, top);
  return { items: page, next: items.length > top ? page.at(-1)?.id : undefined };
}

/** With an order the place in it is what the token counts. */
function sortedPage(items: Item[], orders: Order[], columns: readonly Column[], options: { after: number; top: number }): ItemPage {
  const sorted = ordered(items, orders, (item, name) => readField(item, name, columns));
  const page = sorted.slice(options.after, options.after + options.top);
  return { items: page, next: sorted.length > options.after + options.top ? options.after + options.top : undefined };
}

/** `fields/MeetingKey` → the field's own name. Outside `fields/` only a few properties can be used. */
function fieldOf(path: string, columns: readonly Column[]): string {
  const name = /^fields\/(.+)$/i.exec(path)?.[1];
  if (name === undefined) {
    const own = { id: 'ID', createddatetime: 'Created', lastmodifieddatetime: 'Modified' }[path.toLowerCase()];
    if (own === undefined) throw new GraphError(400, 'invalidRequest', 'Invalid filter clause');
    return own;
  }
  if (/^id$/i.test(name)) return 'ID';
  const column = columns.find((one) => one.name === name || `${one.name}LookupId` === name);
  if (!column) throw new GraphError(400, 'invalidRequest', `Field '${name}' is not recognized`);
  return name;
}

function refuseSlow(name: string, columns: readonly Column[], isLenient: boolean): void {
  const column = columnOf(name, columns);
  if (column && !canBeIndexed(column) && column.isDeletable)
    throw new GraphError(400, 'invalidRequest', `The field '${name}' cannot be used in a filter or an order: its type does not allow it.`);
  if (!column?.indexed && !isLenient) throw notIndexed(name);
}

function notIndexed(name: string): GraphError {
  return new GraphError(
    400,
    'invalidRequest',
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  );
}

function thresholdExceeded(): GraphError {
  return new GraphError(429, 'activityLimitReached', 'The request has been throttled', { innerCode: 'throttledRequest' });
}

function columnOf(name: string, columns: readonly Column[]): Column | undefined {
  return columns.find((one) => one.name === name || `${one.name}LookupId` === name);
}

/**
 * The filter with its values in the columns' own kinds. Days and times may stand in quotes or without, ids of people and
 * looked up items too. That SharePoint refuses a value of another kind is not documented; here it does, so that no filter rests on a guess.
 * @throws GraphError 400 for a value the column cannot have
 */
function typed(filter: Filter, columns: readonly Column[]): Filter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, left: typed(filter.left, columns), right: typed(filter.right, columns) };
    case 'not':
      return { ...filter, inner: typed(filter.inner, columns) };
    case 'compare':
      return { ...filter, value: literalOf(filter.path, filter.value, columns) };
    case 'in':
      return { ...filter, values: filter.values.map((value) => literalOf(filter.path, value, columns)) };
    case 'call': {
      const facet = columnOf(fieldOf(filter.path, columns), columns)?.facet;
      if (facet !== 'text' && facet !== 'choice') throw wrongKind(filter.path);
      return filter;
    }
    case 'any':
      return filter;
  }
}

function literalOf(path: string, value: Literal, columns: readonly Column[]): Literal {
  const name = fieldOf(path, columns);
  const column = columnOf(name, columns);
  if (value === null || !column) return value;
  const isNumeric = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
  if (name === 'ID' || isLookup(column)) {
    if (!isNumeric) throw wrongKind(path);
    return Number(value);
  }
  switch (column.facet) {
    case 'number':
    case 'currency':
      if (typeof value !== 'number') throw wrongKind(path);
      return value;
    case 'boolean':
      if (typeof value !== 'boolean' && value !== 0 && value !== 1) throw wrongKind(path);
      return Boolean(value);
    case 'dateTime': {
      const instant = typeof value === 'string' ? readInstant(value) : undefined;
      if (instant === undefined) throw wrongKind(path);
      // A column of days is compared by what it keeps, so a day alone finds nothing in it (pnpjs#1890).
      return writeInstant(instant);
    }
    default:
      if (typeof value !== 'string') throw wrongKind(path);
      return value;
  }
}

function wrongKind(path: string): GraphError {
  return new GraphError(400, 'invalidRequest', `Invalid filter clause: the value does not fit the type of '${path}'.`);
}

interface Condition {
  name: string;
  operator: Operator | 'startswith';
  value: Literal;
}

/** The first condition of a conjunction that an index can answer; SharePoint takes them in the order written. */
function leadingCondition(filter: Filter, columns: readonly Column[]): Condition | undefined {
  if (filter.kind === 'and') return leadingCondition(filter.left, columns) ?? leadingCondition(filter.right, columns);
  if (filter.kind === 'compare' && filter.value !== null && filter.operator !== 'ne') {
    const name = fieldOf(filter.path, columns);
    return columnOf(name, columns)?.indexed ? { name, operator: filter.operator, value: filter.value } : undefined;
  }
  if (filter.kind === 'call' && filter.name === 'startswith') {
    const name = fieldOf(filter.path, columns);
    return columnOf(name, columns)?.indexed ? { name, operator: 'startswith', value: filter.value } : undefined;
  }
  if (filter.kind === 'call') throw malformed(`Invalid filter clause: the function '${filter.name}' is not supported on list items.`);
  return undefined;
}

const comparisons: Record<Operator, string> = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' };

/** Ids of the matching items in order, at most one more than the threshold. */
function idsMatching(db: Database, list: string, { name, operator, value }: Condition): number[] {
  const most = listViewThreshold + 1;
  if (name === 'ID') {
    const sign = operator === 'startswith' ? '=' : comparisons[operator];
    return db
      .all<{ id: number }>(`SELECT id FROM item WHERE list = ? AND id ${sign} ? ORDER BY id LIMIT ${most}`, list, Number(value))
      .map(({ id }) => id);
  }
  const wanted = indexValue(value) ?? '';
  const rows =
    operator === 'startswith'
      ? db.all<{ item: number }>(
          `SELECT item FROM item_index WHERE list = ? AND name = ? AND value >= ? AND value < ? LIMIT ${most}`,
          list,
          name,
          wanted,
          `${String(wanted)}\u{10ffff}`,
        )
      : db.all<{ item: number }>(
          `SELECT item FROM item_index WHERE list = ? AND name = ? AND value ${comparisons[operator]} ? LIMIT ${most}`,
          list,
          name,
          wanted,
        );
  return rows.map(({ item }) => item).sort((a, b) => a - b);
}

/** A field's value as filters and orders see it. */
function readField(item: Item, name: string, columns: readonly Column[]): unknown {
  switch (name) {
    case 'ID':
      return item.id;
    case 'Created':
      return item.body.created;
    case 'Modified':
      return item.body.modified;
    case 'AuthorLookupId':
      return item.body.authorNumber;
    case 'EditorLookupId':
      return item.body.editorNumber;
    default:
      return item.fields[name] ?? fieldsResource(item, columns)[name];
  }
}
