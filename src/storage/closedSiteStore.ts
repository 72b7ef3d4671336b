import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { deleteList, getList } from '../graph/listSetup.ts';
import { listItems } from '../graph/lists.ts';
import { getSite, searchSites, siteAt, type Site } from '../graph/sites.ts';
import { isPublicTeam } from '../graph/teams.ts';
import { isBorneOut, namesOf, placeName, whereClosed, type CircleRefusal, type ClosedRoom } from '../meeting/circle.ts';
import { Failure } from '../meeting/errors.ts';
import { asSiteId, type SiteId } from '../meeting/ids.ts';
import type { Board } from '../meeting/meeting.ts';
import { placeUnconfirmed } from '../meeting/placeUnconfirmed.ts';
import { sameSite } from '../meeting/sameSite.ts';
import { siteAddress } from '../meeting/siteAddress.ts';
import { bringUp } from './bringUp.ts';
import { bindCircle, boardOfSite, closedRooms, confirmCircle, leaveCircle } from './circle.ts';
import { claimOf } from './circleClaim.ts';
import { translated } from './failure.ts';
import { LISTS, type ListName } from './lists.ts';
import { moveInside } from './moveInside.ts';
import { libraryEntries } from './papers.ts';
import { placeMembers, teamOfSite } from './placeMembers.ts';
import { writeBoard, type OnPrepare } from './prepareBoard.ts';
import { prepareList } from './prepareList.ts';

/** A site that somebody may mean, by name and address. */
export interface SiteFound {
  readonly siteId: SiteId;
  readonly siteName: string;
  readonly webUrl: string;
}

/** A site that may hold a board's closed items, as far as Graph tells. */
export interface ClosedSite extends SiteFound {
  /** Who reads there; null where it cannot be seen: the site's owners decide it. */
  readonly members: readonly string[] | null;
}

/** Where closed items are to be kept from now on. */
export type ClosedTarget = { readonly kind: 'channel'; readonly channelId: string } | { readonly kind: 'site'; readonly siteId: SiteId };

/** Choosing a named site for closed items, and changing the place while it is empty. */
export interface ClosedSiteStore {
  /** Sites by words of their names, or the one at an address. Throws ClosedPlaceRefused (otherHost, noAccess). */
  find(board: Board, text: string): Promise<readonly SiteFound[]>;
  /** Throws ClosedPlaceRefused where the site cannot be the place. */
  look(board: Board, siteId: SiteId): Promise<ClosedSite>;
  /** `me` is my Entra id. Throws ClosedPlaceRefused, ClosedPlaceUnconfirmed, NotAllowed, ConsentMissing. */
  move(boardSiteId: SiteId, target: ClosedTarget, me: string | null, onStep: OnPrepare): Promise<Board>;
}

export const closedSitesOf = (graph: Graph): ClosedSiteStore => ({
  find: (board, text) => findSites(graph, board, text),
  look: (board, siteId) => lookAtSite(graph, board, siteId),
  move: (boardSiteId, target, me, onStep) => moveClosedPlace(graph, boardSiteId, target, me, onStep),
});

/** Lists that stand in the closed place; the one that says whose it is stays when the circle leaves. */
const CLOSED_LISTS = LISTS.filter(({ place }) => place !== 'open');
const HELD = CLOSED_LISTS.map(({ name }) => name).filter((name) => name !== 'DagsordenKreds');
/** The folder that papers.ts keeps papers in. */
const PAPERS = 'Mødebilag';

const hostOf = (siteId: SiteId): string => siteId.split(',')[0]?.toLowerCase() ?? '';
const collectionOf = (siteId: SiteId): string => siteId.split(',')[1]?.toLowerCase() ?? '';

function refused(reason: CircleRefusal, rooms: readonly ClosedRoom[] | string): Failure {
  const named = typeof rooms === 'string' ? { rooms: `“${rooms}”` } : namesOf(rooms);
  return new Failure('ClosedPlaceRefused', 'That cannot be the place for closed items', { detail: { reason, ...named } });
}

const found = ({ id, displayName, name, webUrl }: Site): SiteFound => ({ siteId: asSiteId(id), siteName: displayName ?? name ?? webUrl, webUrl });

async function findSites(graph: Graph, board: Board, text: string): Promise<readonly SiteFound[]> {
  const address = siteAddress(text);
  return translated('Looking for a site', async () => {
    if (address === null) return text.trim() === '' ? [] : (await searchSites(graph, text.trim())).map(found);
    if (address.host !== null && address.host !== hostOf(board.siteId)) throw refused('otherHost', address.host);
    return [found(await orRefused(() => siteAt(graph, hostOf(board.siteId), address.path), text.trim()))];
  });
}

/** No such site, and one that is not mine, are answered alike: neither can be chosen. */
async function orRefused<T>(asked: () => Promise<T>, name: string): Promise<T> {
  try {
    return await asked();
  } catch (error) {
    if (!isGraphFailure(error, 'notFound') && !isGraphFailure(error, 'notAllowed') && !isGraphFailure(error, 'invalid')) throw error;
    throw refused('noAccess', name);
  }
}

async function lookAtSite(graph: Graph, board: Board, siteId: SiteId): Promise<ClosedSite> {
  return translated('Looking at a site', async () => {
    const site = found(await orRefused(() => getSite(graph, siteId), siteId));
    await refuseWhatCannotBe(graph, board, site);
    const room: ClosedRoom = { ...site, kind: 'site', hasLists: false, claim: null };
    return { ...site, members: await membersOf(graph, board, room) };
  });
}

/** Somebody may name a private channel of the team by the address of its site: then its members are the channel's. */
async function membersOf(graph: Graph, board: Board, room: ClosedRoom): Promise<readonly string[] | null> {
  const channel = (await closedRooms(graph, board, null)).find(({ kind, siteId }) => kind === 'channel' && sameSite(siteId, room.siteId));
  return placeMembers(graph, board.teamId, channel ?? room);
}

/**
 * What Graph can tell with the permissions we ask for. Who reads a site that is no team's of mine it does not tell: there the secretary says that it is the
 * circle alone.
 * @throws Failure ClosedPlaceRefused
 */
async function refuseWhatCannotBe(graph: Graph, board: Board, { siteId, siteName, webUrl }: SiteFound): Promise<void> {
  if (hostOf(siteId) !== hostOf(board.siteId)) throw refused('otherHost', hostOf(siteId));
  // A site under the board's own is read by whoever reads that, unless somebody has seen to it.
  if (collectionOf(siteId) === collectionOf(board.siteId)) throw refused('ownSite', siteName);
  if (new URL(webUrl).pathname.replace(/\/$/, '') === '') throw refused('everybody', siteName);
  if ((await orRefused(() => getList(graph, siteId, 'DagsordenMoedeforum'), siteName)) !== null) throw refused('otherBody', siteName);
  const rows = await rowsOf(graph, siteId, 'DagsordenKreds');
  const claim = claimOf(rows, null, null);
  if (claim !== null && !sameSite(claim.boardSiteId, board.siteId)) throw refused('foreign', siteName);
  const team = await teamOfSite(graph, siteId);
  if (team !== null && (await isPublicTeam(graph, team.id))) throw refused('everybody', siteName);
}

/** Rows of a list, none where there is no such list. */
async function rowsOf(graph: Graph, siteId: SiteId, list: ListName) {
  if ((await getList(graph, siteId, list)) === null) return [];
  return listItems(graph, siteId, list, { top: 500 });
}

/**
 * Makes another place the board's, while nothing lies in the one there is. The new place is made ready and says whose it is before anything leads there; then
 * the old one's empty lists go, so that a pane that still holds it is refused and its words are not lost, and it says that it is left; at last the board's row
 * names the new one. Where it is cut off, either the old place stays or nothing closed is written, until it is done again.
 */
async function moveClosedPlace(graph: Graph, boardSiteId: SiteId, target: ClosedTarget, me: string | null, onStep: OnPrepare): Promise<Board> {
  return translated('Changing the place for closed items', async () => {
    const board = await boardOfSite(graph, boardSiteId);
    const rooms = await closedRooms(graph, board, me, target.kind === 'site' ? [target.siteId] : []);
    const room = await wanted(graph, board, rooms, target);
    const others = rooms.filter(({ siteId }) => !sameSite(siteId, room.siteId));
    const before = placeBefore(board, room, others);
    if (before !== null) await refuseUnlessEmpty(graph, before);
    for (const [done, list] of CLOSED_LISTS.entries()) {
      onStep({ name: list.description, done, of: CLOSED_LISTS.length });
      await prepareList(graph, room.siteId, list);
      await bringUp(graph, room.siteId, list.name);
    }
    if (room.claim === null) await bindCircle(graph, board, room);
    else if (me !== null && !room.claim.confirmedByMe) await confirmCircle(graph, board, room, me);
    if (before === null) await moveInside(graph, board.siteId, room.siteId);
    const after: Board = { ...board, closedSiteId: room.siteId };
    if (before !== null) await leave(graph, { board, before, room });
    await writeBoard(graph, { siteId: board.siteId, list: 'DagsordenMoedeforum' }, after);
    onStep({ name: placeName(room), done: CLOSED_LISTS.length, of: CLOSED_LISTS.length });
    return after;
  });
}

/** The place that is to be: a channel of mine, or a site that may be one. */
async function wanted(graph: Graph, board: Board, rooms: readonly ClosedRoom[], target: ClosedTarget): Promise<ClosedRoom> {
  if (target.kind === 'channel') {
    const room = rooms.find((each) => each.kind === 'channel' && each.channelId === target.channelId);
    if (!room) throw refused('noSite', []);
    if (room.claim !== null && !sameSite(room.claim.boardSiteId, board.siteId)) throw refused('foreign', [room]);
    return room;
  }
  const site = found(await orRefused(() => getSite(graph, target.siteId), target.siteId));
  await refuseWhatCannotBe(graph, board, site);
  return rooms.find(({ siteId }) => sameSite(siteId, site.siteId)) ?? { ...site, kind: 'site', hasLists: false, claim: null };
}

/** The place there is, or null. @throws Failure ClosedPlaceRefused, ClosedPlaceUnconfirmed, NotAllowed where there is one that is not for me */
function placeBefore(board: Board, room: ClosedRoom, others: readonly ClosedRoom[]): ClosedRoom | null {
  const told = whereClosed(board.siteId, others, { pointer: null, board: null });
  if (told.kind === 'refused') throw refused(told.reason, told.rooms);
  if (told.kind === 'bound' || told.kind === 'unbound') {
    if (told.room.kind === 'site' && !isBorneOut(told.room)) throw placeUnconfirmed(board.siteId, told.room, null);
    return told.room;
  }
  const isSeen = [room, ...others].some(({ siteId }) => sameSite(siteId, board.closedSiteId));
  if (board.closedSiteId !== null && !isSeen) throw new Failure('NotAllowed', "The closed circle's site is not for this person");
  return null;
}

async function refuseUnlessEmpty(graph: Graph, room: ClosedRoom): Promise<void> {
  for (const list of HELD) {
    if ((await getList(graph, room.siteId, list)) === null) continue;
    if ((await listItems(graph, room.siteId, list, { top: 1 })).length > 0) throw refused('notEmpty', [room]);
  }
  const papers = (await libraryEntries(graph, room.siteId, null)).find(({ name }) => name === PAPERS);
  if (!papers) return;
  const folders = await libraryEntries(graph, room.siteId, papers.id);
  for (const { id, folder } of folders) {
    if (!folder || (await libraryEntries(graph, room.siteId, id)).length > 0) throw refused('notEmpty', [room]);
  }
}

interface Leaving {
  /** As it was before. */
  readonly board: Board;
  readonly before: ClosedRoom;
  readonly room: ClosedRoom;
}

/** Somebody may have closed something meanwhile: then the old place stays the board's. */
async function leave(graph: Graph, { board, before, room }: Leaving): Promise<void> {
  try {
    await refuseUnlessEmpty(graph, before);
  } catch (error) {
    await leaveCircle(graph, board, room);
    throw error;
  }
  for (const list of HELD) await deleteList(graph, before.siteId, list);
  await leaveCircle(graph, board, before);
}
