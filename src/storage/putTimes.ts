import type { Graph } from '../graph/client.ts';
import type { Passing } from '../meeting/passing.ts';
import type { ItemId } from '../meeting/ids.ts';
import type { MeetingPointer, Treatment } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import { asInstant, type Fields } from './row.ts';
import { treatmentToFields } from './treatmentFields.ts';
import { changeRow, type StoredFields } from './upsert.ts';

/**
 * Notes that the meeting went on: the end of one item, and the beginning of the next, which is kept where somebody has noted it before. Nothing of
 * what is written about the items is touched, so two who press at once do not stand in each other's way.
 * @param blankOf the treatment of an item that has no row yet
 */
export async function putTimes(graph: Graph, pointer: MeetingPointer, passing: Passing, blankOf: (id: ItemId) => Treatment): Promise<void> {
  const place = { siteId: pointer.closedSiteId ?? pointer.siteId, list: 'DagsordenBehandling' } as const;
  const at = asInstant(passing.at);
  const write = (id: ItemId, times: (stored: StoredFields | null) => Fields) =>
    changeRow(graph, place, id, (stored) => ({ ...(stored === null && treatmentToFields(pointer.key, blankOf(id))), ...times(stored) }));
  const { from, to } = passing;
  await translated('Noting when the meeting went on', async () => {
    if (from !== null) await write(from, () => ({ EndedOn: at }));
    if (to !== null)
      await write(to, (stored) => ({ ...(isEmpty(stored?.['StartedOn']) && { StartedOn: at }), ...(stored !== null && { EndedOn: null }) }));
  });
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';
