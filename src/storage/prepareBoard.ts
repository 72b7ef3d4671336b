import type { Graph } from '../graph/client.ts';
import { createColumn, createList, getList, listColumns, type ColumnDefinition as GraphColumn } from '../graph/lists.ts';
import { groupSite } from '../graph/sites.ts';
import { channelFilesSite, channels, type Channel } from '../graph/teams.ts';
import { Failure } from '../meeting/errors.ts';
import { asSiteId, type SiteId } from '../meeting/ids.ts';
import type { Board } from '../meeting/meeting.ts';
import { BOARD_ROW_ID, boardFromFields, boardToFields } from './boardRow.ts';
import { translated } from './failure.ts';
import { LISTS, type ColumnDefinition, type ListDefinition } from './lists.ts';
import { findRow, upsertRow } from './upsert.ts';

export type OnPrepare = (step: { name: string; done: number; of: number }) => void;

export type FoundBoard = { readonly kind: 'ready'; readonly board: Board } | { readonly kind: 'notPrepared'; readonly siteId: SiteId };

/** Is there a board on the team's site? Throws NotAllowed where the person may not read the site. */
export async function findBoard(graph: Graph, teamId: string): Promise<FoundBoard> {
  return translated('Looking for the board', async () => {
    const siteId = asSiteId((await groupSite(graph, teamId)).id);
    if ((await getList(graph, siteId, 'DagsordenMoedeforum')) === null) return { kind: 'notPrepared', siteId };
    const row = await findRow(graph, { siteId, list: 'DagsordenMoedeforum' }, BOARD_ROW_ID);
    return row === null ? { kind: 'notPrepared', siteId } : { kind: 'ready', board: boardFromFields(siteId, row.fields) };
  });
}

/**
 * "Gør stedet klar": makes every list and column that is missing, one after another (parallel changes to a list's
 * schema meet 409 "Save Conflict", pnp#2646), verifies that each column is really there (a list may be made without
 * them, gd#11966), and writes the board's row last, so that a half-prepared site never looks ready. May be run again.
 * @throws Failure NotAllowed, ConsentMissing, ServerFault (a column did not appear)
 */
export async function prepareBoard(graph: Graph, team: { id: string; name: string }, onStep: OnPrepare): Promise<Board> {
  return translated('Preparing the site', async () => {
    const siteId = asSiteId((await groupSite(graph, team.id)).id);
    const all = await channels(graph, team.id);
    const general =
      all.find((channel) => channel.membershipType === 'standard' && isGeneral(channel)) ??
      all.find((channel) => channel.membershipType === 'standard');
    if (!general) throw new Failure('NotFound', 'The team has no standard channel');
    const closedSiteId = await closedRoom(graph, team.id, all);
    const work = LISTS.flatMap((list) => placesOf(list, siteId, closedSiteId).map((site) => ({ list, site })));
    for (const [done, { list, site }] of work.entries()) {
      onStep({ name: list.description, done, of: work.length + 1 });
      await prepareList(graph, site, list);
    }
    onStep({ name: team.name, done: work.length, of: work.length + 1 });
    const board: Board = { name: team.name, siteId, closedSiteId, teamId: team.id, channelId: general.id, channelName: general.displayName };
    await upsertRow(graph, { siteId, list: 'DagsordenMoedeforum' }, boardToFields(board));
    onStep({ name: team.name, done: work.length + 1, of: work.length + 1 });
    return board;
  });
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
  const missing = await missingColumns(graph, site, list);
  for (const column of missing) await createColumn(graph, site, list.name, columnBody(column));
  const still = missing.length === 0 ? [] : await missingColumns(graph, site, list);
  if (still.length > 0) {
    throw new Failure('ServerFault', `Columns did not appear on ${list.name}`, {
      detail: { list: list.name, columns: still.map((column) => column.name).join(', ') },
    });
  }
}

async function missingColumns(graph: Graph, site: SiteId, list: ListDefinition): Promise<ColumnDefinition[]> {
  const present = new Set((await listColumns(graph, site, list.name)).map((column) => column.name));
  return list.columns.filter((column) => !present.has(column.name));
}

function columnBody(column: ColumnDefinition): GraphColumn {
  return {
    name: column.name,
    displayName: column.displayName,
    ...(column.kind === 'number'
      ? { number: {} }
      : { text: column.kind === 'text' ? { allowMultipleLines: true, textType: 'plain' } : { maxLength: 255 } }),
    ...(column.indexed ? { indexed: true } : {}),
    ...(column.unique ? { enforceUniqueValues: true } : {}),
  };
}
