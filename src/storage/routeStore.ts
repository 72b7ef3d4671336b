import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItem, type Item } from '../graph/lists.ts';
import { deleteItem } from '../graph/rowWriting.ts';
import { sameRoute, type CaseRoute } from '../meeting/caseRoute.ts';
import { Conflict, Failure } from '../meeting/errors.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import type { Openness } from '../meeting/words.ts';
import type { LeftOut } from './leftOut.ts';
import { byWhom } from './clashBy.ts';
import { mergeFields } from './merge.ts';
import { readRows } from './readRows.ts';
import { routeFromFields, routeToFields } from './routeRow.ts';
import { changeRow, findRow, isOthersWrite, TRIES, type Place } from './upsert.ts';

const list = 'DagsordenSagsgang';

/** Where the items of a meeting go on to, in the open list and the closed circle's; null where the site has no such list. */
export async function routesOf(graph: Graph, { siteId, closedSiteId, key }: MeetingPointer): Promise<readonly CaseRoute[] | null> {
  const rows = async (site: string): Promise<Item[] | null> => {
    try {
      return (await graph.all(itemsRequest(site, list, { field: 'MeetingKey', value: key, top: 500 }))).map(parseItem);
    } catch (error) {
      if (isGraphFailure(error, 'notFound') || (site !== siteId && isGraphFailure(error, 'notAllowed'))) return null;
      throw error;
    }
  };
  const [open, closed] = await Promise.all([rows(siteId), closedSiteId === null ? [] : rows(closedSiteId)]);
  if (open === null) return null;
  // A row that cannot be read sends nothing on; the list itself shows it.
  const leftOut: LeftOut[] = [];
  const inside = readRows(list, closed ?? [], routeFromFields, leftOut).map((route): CaseRoute => ({ ...route, openness: 'closed' }));
  const known = new Set(inside.map(({ itemId }) => itemId));
  const outside = readRows(list, open, routeFromFields, leftOut).map((route): CaseRoute => ({ ...route, openness: 'open' }));
  return [...outside.filter(({ itemId }) => !known.has(itemId)), ...inside];
}

/** Keeps, changes or takes away where an item goes on to; what is closed or opened meanwhile is moved: there first, then away from here. */
export async function saveRoute(graph: Graph, pointer: MeetingPointer, before: CaseRoute | null, after: CaseRoute | null): Promise<void> {
  if (after === null) return before === null ? undefined : remove(graph, pointer, before);
  if (before !== null && before.openness !== after.openness) return moveRoute(graph, pointer, before, after);
  await changeRow(graph, placeOf(pointer, after.openness), after.itemId, (stored) => {
    if (stored === null) {
      if (before !== null) throw changedBy(after, null);
      return routeToFields(after, pointer.key);
    }
    const now = routeFromFields(stored);
    if (sameRoute(now, after)) return now.problem === after.problem ? null : { Error: after.problem };
    if (!sameRoute(now, before)) throw changedBy(after, now);
    return routeToFields(after, pointer.key);
  });
}

/**
 * Made there first, then taken away here as it was read. What another has written on it meanwhile goes along, where nothing but its place was to be changed: it may just be
 * on its way to the next body.
 */
async function moveRoute(graph: Graph, pointer: MeetingPointer, before: CaseRoute, after: CaseRoute): Promise<void> {
  const [from, to] = [placeOf(pointer, before.openness), placeOf(pointer, after.openness)];
  const onlyMoves = sameRoute({ ...after, openness: before.openness }, before);
  for (let attempt = 1; ; attempt += 1) {
    const row = await findRow(graph, from, before.itemId);
    const now = row === null ? before : routeFromFields(row.fields);
    if (!onlyMoves && !sameRoute({ ...now, openness: before.openness }, before)) throw changedBy(after, now, row);
    const fields = routeToFields(onlyMoves ? { ...now, openness: after.openness } : after, pointer.key);
    await changeRow(graph, to, after.itemId, (stored) => (stored === null ? fields : row === null ? null : mergeFields(null, fields, stored)));
    if (row === null) return;
    try {
      return await deleteItem(graph, from.siteId, list, row.id, row.etag);
    } catch (error) {
      if (attempt >= TRIES || !isOthersWrite(error)) throw error;
    }
  }
}

/** Away with it as it was read; one that is gone is as good as taken away. */
async function remove(graph: Graph, pointer: MeetingPointer, before: CaseRoute): Promise<void> {
  const place = placeOf(pointer, before.openness);
  for (let attempt = 1; ; attempt += 1) {
    const row = await findRow(graph, place, before.itemId);
    if (row === null) return;
    const now = routeFromFields(row.fields);
    if (!sameRoute(now, before)) throw changedBy(before, now, row);
    try {
      return await deleteItem(graph, place.siteId, list, row.id, row.etag);
    } catch (error) {
      if (attempt >= TRIES || !isOthersWrite(error)) throw error;
    }
  }
}

const changedBy = (mine: CaseRoute, theirs: CaseRoute | null, row: Item | null = null): Conflict =>
  new Conflict([{ field: 'NextName', mine: mine.next.name, theirs: theirs?.next.name ?? null }], byWhom(row));

function placeOf({ siteId, closedSiteId }: MeetingPointer, openness: Openness): Place {
  if (openness === 'open') return { siteId, list };
  if (closedSiteId === null) throw new Failure('ClosedRoomMissing', 'The board has no place for closed items');
  return { siteId: closedSiteId, list };
}
