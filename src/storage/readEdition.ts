export { borneOutMinutes } from '../meeting/minutesAuthorship.ts';
import { editionAround, joinEdition, type EditionSource } from '../meeting/edition.ts';
import type { ItemId } from '../meeting/ids.ts';
import type { Edition, EditionLine } from '../meeting/meeting.ts';
import type { Item } from '../graph/lists.ts';
import { minutesFromFields, type MinutesRow } from './minutesRow.ts';
import type { LeftOut } from './leftOut.ts';
import { readRows } from './readRows.ts';

type Rows = readonly MinutesRow[];

/**
 * The newest edition among the rows of DagsordenReferat; closed lines take the place of their neutral ones for those who may read them.
 * @param closedRows the closed circle's; null for those outside it, and where there is none
 * @param leftOut gets what cannot be read of the rows
 * @returns null where nothing has been published
 */
export function readEdition(open: readonly Item[], closed: readonly Item[] | null, source: EditionSource, leftOut: LeftOut[]): Edition | null {
  const list = 'DagsordenReferat';
  const openRows = readRows(list, open, minutesFromFields, leftOut);
  const closedRows = closed && readRows(list, closed, minutesFromFields, leftOut);
  const version = Math.max(0, ...openRows.map((row) => row.version));
  const ofVersion = (rows: Rows) => rows.filter((row) => row.version === version).sort((a, b) => a.position - b.position);
  const rows = ofVersion(openRows);
  const first = rows[0];
  if (!first) return null;
  const { publishedAt } = first;
  const around = rows.find((row) => row.around !== null)?.around ?? null;
  const outside: Edition<'outside'> = {
    audience: 'outside',
    version,
    publishedAt,
    head: NOTHING,
    excused: [],
    ...around,
    lines: withDepths(rows),
    ...sealIn(rows),
  };
  const edition = closedRows === null ? outside : joinEdition(outside, withDepths(ofVersion(closedRows), rows));
  if (around !== null) return edition;
  if (leftOut.some((cell) => cell.list === list && cell.column === 'Head')) {
    // What stood around the lines is there and cannot be read: the lines are as they were published, around them the meeting is all that is known.
    const { head, excused } = editionAround(source, edition.audience, version, publishedAt, edition.lines);
    return { ...edition, head, excused };
  }
  // Rows written before an edition held all it prints: what stood around their lines is known from the meeting as it is now, and from nowhere else.
  return editionAround(source, edition.audience, version, publishedAt, edition.lines);
}

/** A seal somebody wrote over reads as none; that it was changed by hand is told by its row. */
function sealIn(rows: Rows): Pick<Edition, 'seal'> {
  const seal = rows.find((row) => row.seal)?.seal;
  return seal ? { seal } : {};
}

const NOTHING: Edition['head'] = { body: null, title: '', date: null, endDate: null, start: null, end: null, location: null, chair: null };

/** @param all the lines among which the parents are */
function withDepths(rows: Rows, all: Rows = rows): EditionLine[] {
  const parents = new Map(all.map(({ line }) => [line.itemId, line.parentId]));
  const depthOf = (parentId: ItemId | null) => {
    let depth = 0;
    for (let above = parentId; above !== null && depth < all.length; above = parents.get(above) ?? null) depth += 1;
    return depth;
  };
  return rows.map(({ line }) => ({ ...line, depth: depthOf(line.parentId) }));
}
