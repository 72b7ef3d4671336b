import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItems } from '../graph/lists.ts';
import { createItem, updateItem } from '../graph/rowWriting.ts';
import { borneOutApologies, type Publishers } from '../meeting/authorship.ts';
import type { Apology, MeetingPointer } from '../meeting/meeting.ts';
import { apologyFromFields, apologyToFields } from './apologyRow.ts';
import { badColumns } from './badColumns.ts';
import { translated } from './failure.ts';
import { mergeFields } from './merge.ts';
import { authoredRows } from './authoredRows.ts';
import { requireCurrent } from './currentShape.ts';
import { checkColumnLengths, mayDecideAgain, refuseOutdated, TRIES, withoutNulls } from './upsert.ts';

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
    const fields = apologyToFields(pointer.key, apology);
    const row = rows.find((each) => each.fields['RowId'] === apology.id);
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
      if (await mayDecideAgain(graph, place, apology.id, row === undefined, error)) return error;
      throw error;
    }
  }
}
