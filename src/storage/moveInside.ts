import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { getList } from '../graph/listSetup.ts';
import { listItems, type Item } from '../graph/lists.ts';
import { deleteItem } from '../graph/rowWriting.ts';
import type { SiteId } from '../meeting/ids.ts';
import { LISTS, type ListDefinition } from './lists.ts';
import { isEmpty, shapeOf, climb } from './shapes.ts';
import { changeRow, type StoredFields } from './upsert.ts';
import type { Fields } from './row.ts';

/** How often rows that somebody writes meanwhile are taken along again. */
const MOST_PASSES = 4;

/**
 * Rows that belong with the closed circle where there is one, and were written on the board's site before there was: drafts of the minutes. They are
 * written inside first and only then deleted, as they were read; so it may be cut anywhere and done again. Where both places have the row, the words of
 * both are kept.
 */
export async function moveInside(graph: Graph, open: SiteId, closed: SiteId): Promise<void> {
  for (const list of LISTS.filter(({ place }) => place === 'innermost')) {
    if ((await getList(graph, open, list.name)) === null) continue;
    for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
      const rows = (await listItems(graph, open, list.name, {})).filter(({ fields }) => !isEmpty(fields['RowId']));
      if (rows.length === 0) break;
      for (const row of rows) await moveRow(graph, { open, closed, list }, row);
    }
  }
}

async function moveRow(
  graph: Graph,
  { open, closed, list }: { readonly open: SiteId; readonly closed: SiteId; readonly list: ListDefinition },
  row: Item,
): Promise<void> {
  const wanted = ownFields(list, row.fields);
  await changeRow(graph, { siteId: closed, list: list.name }, String(row.fields['RowId']), (stored) =>
    stored === null ? wanted : whatIsMissing(list, wanted, stored),
  );
  try {
    await deleteItem(graph, open, list.name, row.id, row.etag);
  } catch (error) {
    // Written or taken away meanwhile: the next pass sees it.
    if (!isGraphFailure(error, 'conflict') && !isGraphFailure(error, 'notFound')) throw error;
  }
}

/** The columns of ours, in the shape rows have now; SharePoint's own stay where they are. */
function ownFields(list: ListDefinition, stored: StoredFields): Fields {
  const now = climb(list.name, stored);
  const names = ['Title', ...list.columns.map(({ name }) => name)];
  const fields = names.flatMap((name): [string, string | number | boolean][] => {
    const value = now[name];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [];
  });
  return { ...Object.fromEntries(fields), Shape: shapeOf(list.name) };
}

/** What the row inside has not: empty columns, and words. */
function whatIsMissing(list: ListDefinition, outer: Fields, stored: StoredFields): Fields {
  const texts = new Set(list.columns.filter(({ kind }) => kind === 'text').map(({ name }) => name));
  const missing = Object.entries(outer).flatMap(([name, value]): [string, Fields[string]][] => {
    const there = stored[name];
    if (isEmpty(there)) return [[name, value]];
    if (!texts.has(name) || typeof there !== 'string' || typeof value !== 'string' || there.includes(value)) return [];
    return [[name, `${there}\n\n${value}`]];
  });
  return Object.fromEntries(missing);
}
