import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import {
  createColumn,
  createList,
  deleteColumn,
  getList,
  listColumns,
  updateColumn,
  type Column,
  type ColumnDefinition as GraphColumn,
} from '../graph/listSetup.ts';
import type { Item } from '../graph/lists.ts';
import { updateItem } from '../graph/rowWriting.ts';
import { getSite, groupSite } from '../graph/sites.ts';
import { channelFilesSite, channels, type Channel } from '../graph/teams.ts';
import { Failure } from '../meeting/errors.ts';
import { asSiteId, type SiteId } from '../meeting/ids.ts';
import type { Board } from '../meeting/meeting.ts';
import { BOARD_ROW_ID, boardFromFields, boardToFields } from './boardRow.ts';
import { bringUp } from './bringUp.ts';
import { translated } from './failure.ts';
import { listNamed, LISTS, type ColumnDefinition, type ListDefinition } from './lists.ts';
import { broughtUp, retiredColumns } from './broughtUp.ts';
import { shapeOf, storedShape } from './shapes.ts';
import { findRow, upsertRow, type Place } from './upsert.ts';

export type OnPrepare = (step: { name: string; done: number; of: number }) => void;

/** `earlier`: the site was prepared by an earlier version; it can be read, and is written when it has been brought up. */
export type FoundBoard =
  { readonly kind: 'ready'; readonly board: Board } | { readonly kind: 'notPrepared'; readonly siteId: SiteId; readonly earlier: Board | null };

const boardList = 'DagsordenMoedeforum';

/** Is there a board on the team's site? Throws NotAllowed where the person may not read the site, AppOutdated where it is ahead of us. */
export async function findBoard(graph: Graph, teamId: string): Promise<FoundBoard> {
  return translated('Looking for the board', async () => {
    const siteId = asSiteId((await groupSite(graph, teamId)).id);
    const row = await boardRow(graph, siteId);
    if (row === null) return { kind: 'notPrepared', siteId, earlier: null };
    const board = boardFromFields(siteId, row.fields);
    return isOutdated(row) ? { kind: 'notPrepared', siteId, earlier: board } : { kind: 'ready', board };
  });
}

async function boardRow(graph: Graph, siteId: SiteId): Promise<Item | null> {
  if ((await getList(graph, siteId, boardList)) === null) return null;
  return findRow(graph, { siteId, list: boardList }, BOARD_ROW_ID);
}

/** The board's row tells the shape of its whole site: it is brought up last. */
const isOutdated = (row: Item): boolean => storedShape(row.fields) < shapeOf(boardList);

/**
 * "Gør stedet klar": makes every list and column that is missing, one after another (parallel changes to a list's
 * schema meet 409 "Save Conflict", pnp#2646), verifies that each column is really there (a list may be made without
 * them, gd#11966), brings up what an earlier version stored, and writes the board's row last, so that a half-prepared site
 * never looks ready. May be run again, also when it was cut anywhere.
 * @throws Failure NotAllowed, ConsentMissing, ServerFault (a column did not appear), AppOutdated, Unreadable (a row cannot be brought up)
 */
export async function prepareBoard(graph: Graph, team: { id: string; name: string }, onStep: OnPrepare): Promise<Board> {
  return translated('Preparing the site', async () => {
    const siteId = asSiteId((await groupSite(graph, team.id)).id);
    const all = await channels(graph, team.id);
    const general =
      all.find((channel) => channel.membershipType === 'standard' && isGeneral(channel)) ??
      all.find((channel) => channel.membershipType === 'standard');
    if (!general) throw new Failure('NotFound', 'The team has no standard channel');
    const row = await boardRow(graph, siteId);
    const earlier = row === null ? null : boardFromFields(siteId, row.fields);
    // Where closed content lies already is not ours to choose anew, least of all by what this person can see.
    const closedSiteId = earlier?.closedSiteId ?? (await closedRoom(graph, team.id, all));
    const work = LISTS.flatMap((list) => placesOf(list, siteId, closedSiteId).map((site) => ({ list, site })));
    const of = work.length + 1;
    if (row !== null && isOutdated(row)) {
      if (closedSiteId !== null) await mayReach(true, () => getSite(graph, closedSiteId));
      await closeToEarlierApps(graph, siteId, row);
    }
    for (const [done, { list, site }] of work.entries()) {
      onStep({ name: list.description, done, of });
      await mayReach(site === closedSiteId, async () => {
        await prepareList(graph, site, list);
        if (list.name !== boardList) await bringUp(graph, site, list.name);
      });
    }
    onStep({ name: team.name, done: work.length, of });
    const board: Board = { name: team.name, siteId, closedSiteId, teamId: team.id, channelId: general.id, channelName: general.displayName };
    await writeBoard(graph, { siteId, list: boardList }, board);
    onStep({ name: team.name, done: of, of });
    return board;
  });
}

/**
 * From here on an app of an earlier version cannot read the board, and opens none of its meetings; what it has open already is refused when the old columns
 * go. The row keeps its shape until all is done.
 */
async function closeToEarlierApps(graph: Graph, siteId: SiteId, row: Item): Promise<void> {
  await prepareList(graph, siteId, listNamed(boardList));
  const columns = new Set((await listColumns(graph, siteId, boardList)).map((column) => column.name));
  const { Shape: _shape, ...write } = broughtUp(boardList, row.fields, columns).write;
  if (Object.keys(write).length > 0) await updateItem(graph, siteId, boardList, row.id, write, row.etag);
  for (const name of retiredColumns(boardList)) if (columns.has(name)) await deleteColumn(graph, siteId, boardList, name);
}

/** The board's row, whatever shape it is in: it was brought up before, but for its number. */
async function writeBoard(graph: Graph, place: Place, board: Board): Promise<void> {
  const found = await findRow(graph, place, BOARD_ROW_ID);
  if (found !== null && isOutdated(found)) {
    await updateItem(graph, place.siteId, place.list, found.id, { Shape: shapeOf(boardList) }, found.etag);
  }
  await upsertRow(graph, place, boardToFields(board));
}

/** A site of the closed circle is missing, or forbidden, for those outside it: one of them has to do this. */
async function mayReach(isClosed: boolean, action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!isClosed || !isGraphFailure(error, 'notFound')) throw error;
    throw new Failure('NotAllowed', "The closed circle's site is not for this person", { cause: error });
  }
}

/** A team's first channel is called General in every language of Teams' own; Danish tenants show "Generelt". */
const isGeneral = (channel: Channel): boolean => /^(general|generelt)$/i.test(channel.displayName);

/**
 * The closed circle's site is that of the team's private channel for closed items: its membership is the circle. A private
 * channel has no site until its Files tab was opened once (gdc#4452), and one we are not a member of is not listed; then there is no room for closed items.
 */
async function closedRoom(graph: Graph, teamId: string, all: readonly Channel[]): Promise<SiteId | null> {
  const privates = all.filter((channel) => channel.membershipType === 'private');
  const room = privates.find((channel) => /lukke|closed|fortrolig/i.test(channel.displayName)) ?? null;
  if (!room) return null;
  const site = await channelFilesSite(graph, teamId, room.id);
  return site === null ? null : asSiteId(site.id);
}

function placesOf(list: ListDefinition, open: SiteId, closed: SiteId | null): SiteId[] {
  if (list.place === 'open') return [open];
  if (list.place === 'innermost') return [closed ?? open];
  return closed === null ? [open] : [open, closed];
}

async function prepareList(graph: Graph, site: SiteId, list: ListDefinition): Promise<void> {
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
