import { movesPapers, type AgendaItem } from '../../meeting/agenda.ts';
import { isPassing } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import { movePapersOrder } from '../papers/movePapers.ts';

export const changeItemsOrder = order({
  name: 'changeItems',
  version: 2,
  stepNames: ['items'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './changeItemsPlan.ts')).changeItemsPlan,
});

/** Writes what differs between `before` and the same items with one of them changed; tells the meeting as it is then. Throws Conflict, and PaperNotStored where all is written but a file stays behind. */
export const changeOne = (desk: Desk, file: MeetingFile, before: readonly AgendaItem[], changed: AgendaItem): Promise<MeetingFile> =>
  changeSome(desk, file, before, [changed]);

/** The same with several of them changed. */
export async function changeSome(
  { workplace, send }: Desk,
  file: MeetingFile,
  before: readonly AgendaItem[],
  changed: readonly AgendaItem[],
): Promise<MeetingFile> {
  const after = before.map((each) => changed.find(({ id }) => id === each.id) ?? each);
  await send(changeItemsOrder, { pointer: file.pointer, before, after, closedRows: file.closedRows ?? {} });
  if (movesPapers(before, after)) {
    // The change stands whatever becomes of the files. What passes, the outbox goes on with; a paper that stays behind is told.
    await send(movePapersOrder, { pointer: file.pointer }).catch((error: unknown) => {
      if (!isPassing(error)) throw error;
    });
  }
  try {
    return await workplace.store.openMeeting(file.pointer);
  } catch (error) {
    // It is stored: a reading that fails just now must not look like a change that waits.
    if (!isPassing(error)) throw error;
    return { ...file, agenda: { ...file.agenda, items: after } };
  }
}
