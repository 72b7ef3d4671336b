import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { deleteColumn, getList, listColumns } from '../graph/listSetup.ts';
import type { Item } from '../graph/lists.ts';
import { updateItem } from '../graph/rowWriting.ts';
import { getSite, groupSite } from '../graph/sites.ts';
import { primaryChannel } from '../graph/teams.ts';
import { isBorneOut, namesOf, whereClosed, type CircleRefusal, type ClosedRoom } from '../meeting/circle.ts';
import { sameSite } from '../meeting/sameSite.ts';
import { Failure } from '../meeting/errors.ts';
import { placeUnconfirmed } from '../meeting/placeUnconfirmed.ts';
import { asSiteId, type SiteId } from '../meeting/ids.ts';
import type { Board } from '../meeting/meeting.ts';
import { boardToFields } from './boardFields.ts';
import { BOARD_ROW_ID, boardFromFields } from './boardRow.ts';
import { bringUp } from './bringUp.ts';
import { bindCircle, closedRooms } from './circle.ts';
import { placeMembers } from './placeMembers.ts';
import { translated } from './failure.ts';
import { listNamed, LISTS, type ListDefinition } from './lists.ts';
import { moveInside } from './moveInside.ts';
import { prepareList } from './prepareList.ts';
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

/** Which private channel is for closed items, and who prepares the site. */
export interface PrepareChoice {
  /** The channel's id; null for none; left out where nobody was asked: then it is the only one there is, or the one known already. */
  readonly closedChannelId?: string | null;
  /** The Entra id of whoever prepares the site: what they choose they have confirmed. */
  readonly me: string | null;
}

/**
 * "Gør stedet klar": makes every list and column that is missing, one after another (parallel changes to a list's
 * schema meet 409 "Save Conflict", pnp#2646), verifies that each column is really there (a list may be made without
 * them, gd#11966), brings up what an earlier version stored, lets the closed circle's site say whose it is, takes the drafts of before there was a
 * circle there, and writes the board's row last, so that a
 * half-prepared site never looks ready. A board's row that has been changed by hand is put right. May be run again, also when it was cut anywhere.
 * @throws Failure NotAllowed, ConsentMissing, ServerFault (a column did not appear), AppOutdated, Unreadable (a row cannot be brought up),
 * ClosedPlaceRefused (which channel is the closed circle's cannot be told), before anything is written
 */
export async function prepareBoard(
  graph: Graph,
  team: { id: string; name: string },
  onStep: OnPrepare,
  choice: PrepareChoice = { me: null },
): Promise<Board> {
  return translated('Preparing the site', async () => {
    const siteId = asSiteId((await groupSite(graph, team.id)).id);
    const general = await primaryChannel(graph, team.id);
    const row = await boardRow(graph, siteId);
    const earlier = row === null ? null : boardFromFields(siteId, row.fields);
    const closed = await closedPlace(graph, { siteId, teamId: team.id }, earlier?.closedSiteId ?? null, choice);
    const closedSiteId = closed.siteId;
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
    if (closed.toBind) await bindCircle(graph, { siteId, teamId: team.id }, closed.toBind);
    if (closedSiteId !== null) await mayReach(true, () => moveInside(graph, siteId, closedSiteId));
    const board: Board = { name: team.name, siteId, closedSiteId, teamId: team.id, channelId: general.id, channelName: general.displayName };
    await writeBoard(graph, { siteId, list: boardList }, board);
    onStep({ name: team.name, done: of, of });
    return board;
  });
}

/**
 * The closed circle's place: the private channel whose site says so, whatever the board's row says; else the one that is chosen, and it will say so from
 * now on. What is known already is never replaced by nothing, least of all by somebody who cannot see it.
 */
async function closedPlace(
  graph: Graph,
  board: { siteId: SiteId; teamId: string },
  known: SiteId | null,
  { closedChannelId, me }: PrepareChoice,
): Promise<{ readonly siteId: SiteId | null; readonly toBind: ClosedRoom | null }> {
  const rooms = await closedRooms(graph, board, me);
  const told = whereClosed(board.siteId, rooms, { pointer: null, board: null });
  if (told.kind === 'bound') {
    // The board's row alone leads to a site that was named, and anybody in the team can write that.
    if (told.room.kind === 'site' && !isBorneOut(told.room)) throw await placeToConfirm(graph, board, told.room);
    return { siteId: told.room.siteId, toBind: null };
  }
  if (told.kind === 'refused' && told.reason === 'several') throw placeRefused('several', told.rooms);
  const room = chosenRoom(rooms, known, closedChannelId);
  if (room?.claim) throw placeRefused('foreign', [room]);
  return { siteId: room?.siteId ?? null, toBind: room };
}

async function placeToConfirm(graph: Graph, board: { siteId: SiteId; teamId: string }, room: ClosedRoom): Promise<Failure> {
  return placeUnconfirmed(board.siteId, room, await placeMembers(graph, board.teamId, room));
}

/** The channel of a board that no site tells of yet. */
function chosenRoom(rooms: readonly ClosedRoom[], known: SiteId | null, closedChannelId: string | null | undefined): ClosedRoom | null {
  if (known !== null) {
    const room = rooms.find(({ siteId, left }) => sameSite(siteId, known) && left !== true);
    if (!room) throw new Failure('NotAllowed', "The closed circle's site is not for this person");
    const likely = rooms.filter((other) => other === room || (other.hasLists && other.claim === null && other.left !== true));
    const chosen = likely.length === 1 ? room : likely.find((each) => each.kind === 'channel' && each.channelId === closedChannelId);
    if (!chosen) throw placeRefused('unclear', likely);
    return chosen;
  }
  if (closedChannelId === null) return null;
  if (closedChannelId !== undefined) {
    const room = rooms.find((each) => each.kind === 'channel' && each.channelId === closedChannelId);
    if (!room) throw placeRefused('noSite', []);
    return room;
  }
  const free = rooms.filter(({ kind, claim }) => kind === 'channel' && claim === null);
  if (free.length > 1) throw placeRefused('unclear', free);
  return free[0] ?? null;
}

function placeRefused(reason: CircleRefusal, rooms: readonly ClosedRoom[]): Failure {
  return new Failure('ClosedPlaceRefused', 'It cannot be told which channel is the closed circle’s', { detail: { reason, ...namesOf(rooms) } });
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
export async function writeBoard(graph: Graph, place: Place, board: Board): Promise<void> {
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

function placesOf(list: ListDefinition, open: SiteId, closed: SiteId | null): SiteId[] {
  if (list.place === 'open') return [open];
  if (list.place === 'innermost') return [closed ?? open];
  if (list.place === 'closed') return closed === null ? [] : [closed];
  return closed === null ? [open] : [open, closed];
}
