import type { Graph, GraphAnswer } from '../graph/client.ts';
import { failureOf, isGraphFailure } from '../graph/failure.ts';
import { getList } from '../graph/listSetup.ts';
import { itemsRequest, parseItems, type Item } from '../graph/lists.ts';
import { groupSite } from '../graph/sites.ts';
import { channelMembers, channels, channelSiteIds, primaryChannel } from '../graph/teams.ts';
import { sameSite, type ClosedRoom } from '../meeting/circle.ts';
import { Failure, isPassing } from '../meeting/errors.ts';
import { asSiteId, type SiteId } from '../meeting/ids.ts';
import type { Board } from '../meeting/meeting.ts';
import { BINDING_ROW_ID, claimOf, confirmationRowId } from './circleClaim.ts';
import { BOARD_ROW_ID, boardFromFields } from './boardRow.ts';
import { translated } from './failure.ts';
import { listNamed } from './lists.ts';
import { prepareList } from './prepareList.ts';
import type { Fields } from './row.ts';
import { shapeOf } from './shapes.ts';
import { findRow, upsertRow } from './upsert.ts';

const list = 'DagsordenKreds';

/** The board whose circle is looked for: its site, and the team that its row names. */
export interface BoardPlace {
  readonly siteId: SiteId;
  readonly teamId: string;
}

/**
 * The private channels of the board's team that I can see, with what each one's own site says. The board's row can be changed by the whole team, so the
 * team it names is asked for its site: it must be the board's.
 * @param me my Entra id; null where nobody is known
 * @throws Failure ClosedPlaceRefused where the team is not the one the site belongs to
 */
export async function closedRooms(graph: Graph, board: BoardPlace, me: string | null): Promise<ClosedRoom[]> {
  return translated('Looking for the closed circle', async () => {
    const [isBoards, all, row] = await Promise.all([
      isTeamOf(graph, board),
      channels(graph, board.teamId).catch(noneForOutsiders),
      boardRowOf(graph, board.siteId),
    ]);
    const preparer = row?.createdBy.id ?? null;
    if (!isBoards) {
      throw new Failure('ClosedPlaceRefused', "The board's row names a team that the site does not belong to", { detail: { reason: 'team' } });
    }
    const privates = all.filter((channel) => channel.membershipType === 'private');
    const sites =
      privates.length === 0
        ? []
        : await channelSiteIds(
            graph,
            board.teamId,
            privates.map(({ id }) => id),
          );
    const found = privates.flatMap(({ id, displayName }, index) => {
      const site = sites[index];
      return site ? [{ siteId: asSiteId(site), channelId: id, channelName: displayName }] : [];
    });
    const answers = await graph.batch(found.map(({ siteId }) => itemsRequest(siteId, list, { top: 500 })));
    return Promise.all(
      found.map(async (room, index) => {
        const rows = rowsOf(answers[index]);
        return { ...room, hasLists: rows !== null || (await hasLists(graph, room.siteId)), claim: claimOf(rows ?? [], me, preparer) };
      }),
    );
  });
}

/** What the board's own row says of it; anybody in the team can change that. Throws Failure SiteNotPrepared, Unreadable. */
export async function boardOfSite(graph: Graph, siteId: SiteId): Promise<Board> {
  return translated("Reading the board's row", async () => {
    const row = await boardRowOf(graph, siteId);
    if (row === null) throw new Failure('SiteNotPrepared', 'The site has no board row');
    return boardFromFields(siteId, row.fields);
  });
}

/** The board's own row; null while the site has none. */
async function boardRowOf(graph: Graph, siteId: SiteId): Promise<Item | null> {
  try {
    return await findRow(graph, { siteId, list: 'DagsordenMoedeforum' }, BOARD_ROW_ID);
  } catch (error) {
    if (isGraphFailure(error, 'notFound')) return null;
    throw error;
  }
}

/** Where minutes are announced: the channel every team has from the start, of the team whose own site is the board's. Throws Failure ChannelRefused. */
export async function boardChannel(graph: Graph, board: Board): Promise<{ readonly id: string; readonly name: string }> {
  return translated("Finding the board's channel", async () => {
    if (!(await isTeamOf(graph, board))) {
      throw new Failure('ChannelRefused', "The board's row names a team that the site does not belong to", { detail: { reason: 'team' } });
    }
    const { id, displayName } = await primaryChannel(graph, board.teamId);
    return { id, name: displayName };
  });
}

async function isTeamOf(graph: Graph, { siteId, teamId }: BoardPlace): Promise<boolean> {
  try {
    return sameSite((await groupSite(graph, teamId)).id, siteId);
  } catch (error) {
    if (isGraphFailure(error, 'notFound') || isGraphFailure(error, 'notAllowed') || isGraphFailure(error, 'invalid')) return false;
    throw error;
  }
}

/** Who reads the board's site without being in its team sees no channel of it. */
function noneForOutsiders(error: unknown): [] {
  if (isGraphFailure(error, 'notFound') || isGraphFailure(error, 'notAllowed') || isGraphFailure(error, 'invalid')) return [];
  throw error;
}

/** The rows of the circle's list; null where there is no such list, or none for me. */
function rowsOf(answer: GraphAnswer | undefined): Item[] | null {
  if (answer && answer.status < 300) return parseItems(answer.body);
  if (answer && (answer.status === 403 || answer.status === 404)) return null;
  throw answer ? failureOf(answer) : new Failure('ServerFault', 'Graph left an answer out of the batch');
}

async function hasLists(graph: Graph, siteId: SiteId): Promise<boolean> {
  try {
    return (await getList(graph, siteId, 'DagsordenPunkter')) !== null;
  } catch (error) {
    if (isGraphFailure(error, 'notAllowed')) return false;
    throw error;
  }
}

/** Makes the circle's own site say which board it belongs to. Throws NotAllowed for whoever is not in its channel. */
export async function bindCircle(graph: Graph, board: BoardPlace, room: ClosedRoom): Promise<void> {
  await translated('Binding the closed circle', async () => {
    await prepareList(graph, room.siteId, listNamed(list));
    await upsertRow(graph, { siteId: room.siteId, list }, rowFields(BINDING_ROW_ID, board, room));
  });
}

/** Keeps that this person has been shown the place and its members. The row counts by its author alone. */
export async function confirmCircle(graph: Graph, board: BoardPlace, room: ClosedRoom, me: string): Promise<void> {
  await translated('Keeping what was confirmed', () =>
    upsertRow(graph, { siteId: room.siteId, list }, rowFields(confirmationRowId(me), board, room)),
  );
}

function rowFields(rowId: string, { siteId, teamId }: BoardPlace, { channelId, channelName }: ClosedRoom): Fields {
  const words = rowId === BINDING_ROW_ID ? 'Stedet for lukkede punkter' : 'Set og bekræftet';
  return {
    Title: words,
    RowId: rowId,
    Shape: shapeOf(list),
    BoardSiteId: siteId,
    TeamGuid: teamId,
    ChannelId: channelId,
    ChannelName: channelName,
  };
}

/** The members of a private channel by name; null where they cannot be read: that needs a permission of its own, which an administrator gives. */
export async function membersOf(graph: Graph, teamId: string, channelId: string): Promise<string[] | null> {
  try {
    const names = await translated('Reading the members of the channel', () => channelMembers(graph, teamId, channelId));
    return names.sort((a, b) => a.localeCompare(b, 'da'));
  } catch (error) {
    if (isPassing(error)) throw error;
    return null;
  }
}
