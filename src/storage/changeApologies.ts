import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItems, type Item } from '../graph/lists.ts';
import { createItem, updateItem } from '../graph/rowWriting.ts';
import { borneOutApologies, publishersOf, type Publishers } from '../meeting/authorship.ts';
import type { Apology, MeetingPointer } from '../meeting/meeting.ts';
import { apologyToFields } from './apologyFields.ts';
import { apologyFromFields } from './apologyRow.ts';
import { badColumns } from './badColumns.ts';
import { translated } from './failure.ts';
import { mergeFields } from './merge.ts';
import { authoredRows } from './authoredRows.ts';
import { requireCurrent } from './currentShape.ts';
import { checkColumnLengths, findRow, mayDecideAgain, refuseOutdated, TRIES, withoutNulls, type Place } from './upsert.ts';

/** What is to be written, decided from what stands; it may have to be asked who is who. */
export type DecideApologies = (stored: readonly Apology[]) => readonly Apology[] | Promise<readonly Apology[]>;

/**
 * Reads all apologies of a meeting, withdrawn ones too, and writes those that `decide` gives, found by their ids, each for the version it was
 * decided on. Where another's write came between, all is read and decided anew: whoever apologises on one device may take it back on another.
 * @param publishers those who do the meeting's work, where they are known: then what its author does not bear out is not decided on (authorship.ts)
 */
export async function changeApologies(
  graph: Graph,
  pointer: MeetingPointer,
  decide: DecideApologies,
  publishers: Publishers = new Set(),
): Promise<void> {
  const place = { siteId: pointer.siteId, list: 'DagsordenAfbud' } as const;
  const taken = new Set<string>();
  await translated('Writing the apology', async () => {
    for (let attempt = 1; ; attempt += 1) {
      const asked = itemsRequest(place.siteId, place.list, { field: 'MeetingKey', value: pointer.key, top: 500 });
      const rows = parseItems((await graph.request(asked)).body);
      let clash: unknown = null;
      const written = authoredRows(place.list, rows, apologyFromFields, []);
      for (const apology of await decide(borneOutApologies(written, publishers).values)) {
        clash = await writeOne(apology, rows);
        if (clash !== null) break;
      }
      if (clash === null) return;
      if (attempt >= TRIES) throw clash;
      await new Promise((resolve) => setTimeout(resolve, 150 * attempt));
    }
  });

  /** @returns the failure that another's write was the reason of, or null when it is written */
  async function writeOne(apology: Apology, rows: ReturnType<typeof parseItems>): Promise<unknown> {
    const found = rows.find((each) => each.fields['RowId'] === apology.id);
    const isTaken = taken.has(apology.id) || (found !== undefined && isSquatted(found, publishers));
    // Its author could take the words back as their own: the person's go in a row of theirs, which is found by its person from then on.
    const fields = apologyToFields(pointer.key, isTaken ? { ...apology, id: crypto.randomUUID() } : apology);
    const row = isTaken ? undefined : found;
    if (row) requireCurrent(place.list, row.fields);
    const write = row ? mergeFields(null, fields, row.fields, new Map(), badColumns(place.list, row.fields)) : fields;
    checkColumnLengths(place.list, write);
    if (Object.keys(write).length === 0) return null;
    try {
      if (row) await updateItem(graph, place.siteId, place.list, row.id, write, row.etag);
      else await createItem(graph, place.siteId, place.list, withoutNulls(write));
      return null;
    } catch (error) {
      if (isGraphFailure(error, 'invalid')) await refuseOutdated(graph, place);
      if (!(await mayDecideAgain(graph, place, String(fields['RowId']), row === undefined, error))) throw error;
      if (row === undefined && (await standsElsewhere(graph, place, pointer, apology.id))) taken.add(apology.id);
      return error;
    }
  }
}

/** Stands here nobody whose apology it could be, so that what the person writes there could be taken back by others? */
function isSquatted(row: Item, publishers: Publishers): boolean {
  const written = authoredRows('DagsordenAfbud', [row], apologyFromFields, []);
  // Where nobody knows who does the meeting's work, the row's own words decide.
  const known = publishers.size > 0 ? publishers : publishersOf('');
  return written.length > 0 && row.createdBy.id !== null && borneOutApologies(written, known).values.length === 0;
}

/** The id of a row is one of its whole list: whoever knows it may have put it in another meeting. */
async function standsElsewhere(graph: Graph, place: Place, { key }: MeetingPointer, id: string): Promise<boolean> {
  const row = await findRow(graph, place, id);
  return row !== null && row.fields['MeetingKey'] !== key;
}
