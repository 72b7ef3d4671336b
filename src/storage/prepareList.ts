import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import {
  createColumn,
  createList,
  getList,
  listColumns,
  updateColumn,
  type Column,
  type ColumnDefinition as GraphColumn,
} from '../graph/listSetup.ts';
import { Failure } from '../meeting/errors.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { ColumnDefinition, ListDefinition } from './lists.ts';

/**
 * Makes a list and its columns where they are missing, one after another, and verifies that each column is really there (a list may be made without
 * them, gd#11966). May be run again.
 * @throws Failure ServerFault, naming the columns that did not appear; GraphFailure
 */
export async function prepareList(graph: Graph, site: SiteId, list: ListDefinition): Promise<void> {
  if ((await getList(graph, site, list.name)) === null) {
    await createList(graph, site, { displayName: list.name, description: list.description, columns: list.columns.map(columnBody) });
  }
  const present = await listColumns(graph, site, list.name);
  const missing = missingFrom(present, list);
  for (const column of missing) await makeColumn(graph, site, list, column);
  for (const column of list.columns) await completeChoices(graph, site, list, column, present);
  const still = missing.length === 0 ? [] : missingFrom(await listColumns(graph, site, list.name), list);
  if (still.length > 0) {
    throw new Failure('ServerFault', `Columns did not appear on ${list.name}`, {
      detail: { list: list.name, columns: still.map((column) => column.name).join(', ') },
    });
  }
}

const missingFrom = (present: readonly Column[], list: ListDefinition): ColumnDefinition[] =>
  list.columns.filter((column) => !present.some(({ name }) => name === column.name));

/** A column that somebody else has just made is there; whether it is, is looked at afterwards. */
async function makeColumn(graph: Graph, site: SiteId, list: ListDefinition, column: ColumnDefinition): Promise<void> {
  try {
    await createColumn(graph, site, list.name, columnBody(column));
  } catch (error) {
    if (!isGraphFailure(error, 'conflict')) throw error;
  }
}

/** A choice column offers all words that we write; those that people added stay. */
async function completeChoices(
  graph: Graph,
  site: SiteId,
  list: ListDefinition,
  column: ColumnDefinition,
  present: readonly Column[],
): Promise<void> {
  const offered = present.find(({ name }) => name === column.name)?.choice?.choices;
  if (!offered || !column.choices || column.choices.every((word) => offered.includes(word))) return;
  const choices = [...column.choices, ...offered.filter((word) => !column.choices?.includes(word))];
  await updateColumn(graph, site, list.name, column.name, { choice: { choices } });
}

function columnBody(column: ColumnDefinition): GraphColumn {
  return {
    name: column.name,
    displayName: column.displayName,
    ...kindOf(column),
    ...(column.indexed ? { indexed: true } : {}),
    ...(column.unique ? { enforceUniqueValues: true } : {}),
  };
}

function kindOf({ kind, choices = [] }: ColumnDefinition): Partial<GraphColumn> {
  switch (kind) {
    case 'line':
      return { text: { maxLength: 255 } };
    case 'text':
      return { text: { allowMultipleLines: true, textType: 'plain' } };
    case 'number':
      return { number: {} };
    case 'boolean':
      return { boolean: {} };
    case 'dateTime':
      return { dateTime: { format: 'dateTime' } };
    case 'choice':
      return { choice: { choices } };
  }
}
