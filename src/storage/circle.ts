import type { Graph, GraphAnswer } from '../graph/client.ts';
import { failureOf, isGraphFailure } from '../graph/failure.ts';
import { getList } from '../graph/listSetup.ts';
import { itemsRequest, listItems, parseItems, type Item } from '../graph/lists.ts';
import { deleteItem } from '../graph/rowWriting.ts';
import { getSite, groupSite } from '../graph/sites.ts';
import { channels, channelSiteIds, primaryChannel } from '../graph/teams.ts';
import { placeName, type ClosedRoom } from '../meeting/circle.ts';
import { sameSite } from '../meeting/sameSite.ts';
import { Failure } from '../meeting/errors.ts';
import { asSiteId, type SiteId } from '../meeting/ids.ts';
import type { Board } from '../meeting/meeting.ts';
import { BINDING_ROW_ID, boardOf, claimOf, confirmationRowId } from './circleClaim.ts';
import { BOARD_ROW_ID, boardFromFields } from './boardRow.ts';
import { translated } from './failure.ts';
import { listNamed } from './lists.ts';
import { prepareList } from './prepareList.ts';
import { shortTitle, type Fields } from './row.ts';
import { shapeOf } from './shapes.ts';
import { findRow, upsertRow } from './upsert.ts';

const list = 'DagsordenKreds';
/** The row by which a place says that it was the circle's, and is no more. */
const LEFT_ROW_ID = 'flyttet';

/** The board whose circle is looked for: its site, and the team that its row names. */
export interface BoardPlace {
  readonly siteId: SiteId;
  readonly teamId: string;
}

/**
 * The private channels of the board's team that I can see, with what each one's own site says. The board's row can be changed by the whole team, so the
 * team it names is asked for its site: it must be the board's. A site that somebody named can be found by nothing but a hint: the board's row's, and
 * `hints`. It is told where it says itself that it is a board's place, or was this one's.
 * @param me my Entra id; null where nobody is known
 * @throws Failure ClosedPlaceRefused where the team is not the one the site belongs to
 */
export async function closedRooms(graph: Graph, board: BoardPlace, me: string | null, hints: readonly SiteId[] = []): Promise<ClosedRoom[]> {
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
      return site ? [{ kind: 'channel' as const, siteId: asSiteId(site), channelId: id, channelName: displayName }] : [];
    });
    const answers = await graph.batch(found.map(({ siteId }) => itemsRequest(siteId, list, { top: 500 })));
    const rooms = await Promise.all(
      found.map(async (room, index): Promise<ClosedRoom> => {
        const rows = rowsOf(answers[index]);
        const claim = claimOf(rows ?? [], me, preparer);
        return { ...room, hasLists: rows !== null || (await hasLists(graph, room.siteId)), claim, left: isLeftBy(rows ?? [], board.siteId) };
      }),
    );
    const told = String(row?.fields['ClosedSiteId'] ?? '');
    const others = [...(told === '' ? [] : [asSiteId(told)]), ...hints].filter(
      (hint, index, all) =>
        all.findIndex((each) => sameSite(each, hint)) === index && ![board, ...rooms].some(({ siteId }) => sameSite(siteId, hint)),
    );
    return [...rooms, ...(await namedRooms(graph, { board, me, preparer }, others))];
  });
}

interface Asking {
  readonly board: BoardPlace;
  readonly me: string | null;
  readonly preparer: string | null;
}

/** Of the sites that are hinted at, those that I can see and that say themselves whose place they are or were. */
async function namedRooms(graph: Graph, { board, me, preparer }: Asking, hints: readonly SiteId[]): Promise<ClosedRoom[]> {
  if (hints.length === 0) return [];
  const answers = await graph.batch(hints.map((hint) => itemsRequest(hint, list, { top: 500 })));
  const rooms = await Promise.all(
    hints.map(async (hint, index): Promise<ClosedRoom | null> => {
      // What is no site at all is answered as one that is not mine.
      const rows = answers[index]?.status === 400 ? null : rowsOf(answers[index]);
      if (rows === null) return null;
      const [claim, left] = [claimOf(rows, me, preparer), isLeftBy(rows, board.siteId)];
      if (claim === null && !left) return null;
      const { id, displayName, name, webUrl } = await getSite(graph, hint);
      return { kind: 'site', siteId: asSiteId(id), siteName: displayName ?? name ?? webUrl, webUrl, hasLists: true, claim, left };
    }),
  );
  return rooms.filter((room) => room !== null);
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

/** Does a place say that it was this board's, and is no more? One that is bound again is not left. */
const isLeftBy = (rows: readonly Item[], boardSiteId: SiteId): boolean =>
  !rows.some(({ fields }) => fields['RowId'] === BINDING_ROW_ID) &&
  rows.some((row) => row.fields['RowId'] === LEFT_ROW_ID && sameSite(boardOf(row), boardSiteId));

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

/**
 * Makes a place say that it was the board's and is no more, so that links of before lead on to the one that is bound now. What was confirmed of it goes.
 * Throws NotAllowed for whoever may not write there.
 */
export async function leaveCircle(graph: Graph, board: BoardPlace, room: ClosedRoom): Promise<void> {
  await translated('Leaving the closed place', async () => {
    await upsertRow(graph, { siteId: room.siteId, list }, rowFields(LEFT_ROW_ID, board, room));
    const rows = await listItems(graph, room.siteId, list, { top: 500 });
    for (const row of rows) if (row.fields['RowId'] !== LEFT_ROW_ID) await deleteItem(graph, room.siteId, list, row.id);
  });
}

/** Keeps that this person has been shown the place and its members. The row counts by its author alone. */
export async function confirmCircle(graph: Graph, board: BoardPlace, room: ClosedRoom, me: string): Promise<void> {
  await translated('Keeping what was confirmed', () =>
    upsertRow(graph, { siteId: room.siteId, list }, rowFields(confirmationRowId(me), board, room)),
  );
}

const WORDS: Readonly<Record<string, string>> = { [BINDING_ROW_ID]: 'Stedet for lukkede punkter', [LEFT_ROW_ID]: 'Ikke længere stedet' };

/** Of a site that was named, `ChannelId` is empty and `ChannelName` the site's name. */
function rowFields(rowId: string, { siteId, teamId }: BoardPlace, room: ClosedRoom): Fields {
  const words = WORDS[rowId] ?? 'Set og bekræftet';
  return {
    Title: words,
    RowId: rowId,
    Shape: shapeOf(list),
    BoardSiteId: siteId,
    TeamGuid: teamId,
    ChannelId: room.kind === 'channel' ? room.channelId : null,
    ChannelName: shortTitle(placeName(room)),
  };
}
