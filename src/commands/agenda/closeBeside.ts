import type { AgendaItem } from '../../meeting/agenda.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { closedItems } from '../../meeting/presence.ts';
import { fetched } from '../../storage/fetched.ts';
import { untilSent } from '../publish/untilSent.ts';
import type { Workplace } from '../workplace.ts';

/**
 * After items were closed: takes along what stands beside them and has their words, whichever way they were closed; and waits for all that left before.
 * `items` are those of the agenda as it is then.
 */
export async function closeBeside(
  { store, now }: Pick<Workplace, 'store' | 'now'>,
  pointer: MeetingPointer,
  items: readonly AgendaItem[],
): Promise<void> {
  // Who was recused from the item says what it is about.
  await store.closePresence(pointer, closedItems(items));
  await (await store.followUps()).close(pointer, items);
  await store.closeTreatments(pointer);
  await store.closeRemarks(pointer);
  await untilSent({ store, now }, pointer);
  const { closePassedOn } = await fetched(import(/* webpackChunkName: "backlog" */ '../caseRoute/passOn.ts'));
  await closePassedOn({ store }, pointer, closedItems(items));
}
