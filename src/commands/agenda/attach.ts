import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import { Failure, isFailure, isPassing } from '../../meeting/errors.ts';
import type { MeetingFile, MeetingPointer, MeetingStatus } from '../../meeting/meeting.ts';
import { itemToFields } from '../../storage/itemRow.ts';
import { meetingRowOf } from '../../storage/meetingRow.ts';
import { sameFields } from '../../storage/merge.ts';
import type { Run } from '../order.ts';
import { pointerOn } from '../pointerOn.ts';
import type { Step } from '../step.ts';
import type { Workplace } from '../workplace.ts';
import type { AttachInput, AttachStep } from './attachInput.ts';
import { writeInvitation } from './invitation.ts';

/**
 * Attaches an agenda: rows first, then the pointer, then the invitation, which alone reaches others; so that a link never leads to nothing.
 * @throws Conflict before anything is written, where others have changed, added, closed or opened an item since `base`
 */
export async function attach(workplace: Workplace, input: AttachInput, { steps, tell }: Run<AttachStep, Step>): Promise<MeetingFile> {
  const { store } = workplace;
  const { event, board, agenda } = input;
  // An agenda that is attached already stays where it is.
  const pointer = await store.completed(pointerOn(board, event.key));
  refuseWithoutClosedRoom(input);
  const stored = await earlierFile(workplace, pointer);
  // Rows that no event leads to were left by a first try that went no further: they are nobody's agenda yet.
  const abandoned = stored?.status.agenda === 'draft' && event.pointer === null;
  if (stored && !abandoned) refuseOverOthers(stored, input);
  const earlier = stored?.status ?? null;
  const of = 4;
  tell({ name: 'meeting', done: 0, of });
  await steps.take('meeting', () =>
    store.putMeeting(pointer, meetingRowOf(event, agenda, earlier ?? { agenda: 'draft', sentAt: null, minutes: 'none' })),
  );
  tell({ name: 'items', done: 1, of });
  try {
    await steps.take('items', async () => {
      await store.writeItems(pointer, agenda.items, (done, rows) => tell({ name: 'items', done: 1 + done / Math.max(1, rows), of }));
      for (const treatment of input.treatments) await store.putTreatment(pointer, null, treatment);
    });
  } catch (error) {
    // Refused for good at the first attempt: no row is left behind that leads to no agenda.
    if (stored === null && !isPassing(error)) await store.removeMeeting(pointer).catch(() => undefined);
    throw error;
  }
  tell({ name: 'pointer', done: 2, of });
  await steps.take('pointer', () => store.putPointer(event.id, pointer));
  tell({ name: 'invitation', done: 3, of });
  await steps.take('invitation', async () => {
    await writeInvitation(workplace, input, pointer);
    if (input.via === 'graph') await store.putMeeting(pointer, meetingRowOf(event, agenda, sentStatus(workplace, earlier)));
  });
  tell({ name: 'done', done: of, of });
  return store.openMeeting(pointer);
}

function sentStatus(workplace: Workplace, earlier: MeetingStatus | null): MeetingStatus {
  return {
    agenda: earlier && earlier.agenda !== 'draft' ? 'revised' : 'sent',
    sentAt: workplace.now().toISOString(),
    minutes: earlier?.minutes ?? 'none',
  };
}

/** @throws Failure ClosedRoomMissing */
function refuseWithoutClosedRoom({ board, agenda }: AttachInput): void {
  if (board.closedSiteId !== null) return;
  if (agenda.items.some((item) => isClosed(agenda.items, item) || item.attachments.some((a) => a.openness === 'closed'))) {
    throw new Failure('ClosedRoomMissing', 'The agenda has closed items and the board has no place for them');
  }
}

/** An agenda is written whole, so it must know everything that is there: all stored items are those of `base`, or this agenda's own (it was cut off). */
function refuseOverOthers({ agenda: stored, pointer }: MeetingFile, { agenda, base }: AttachInput): void {
  const rowOf = (items: readonly AgendaItem[], item: AgendaItem) => {
    const found = items.find((other) => other.id === item.id);
    return found ? itemToFields(pointer.key, { ...found, openness: isClosed(items, found) ? 'closed' : 'open' }, 0) : null;
  };
  const others = stored.items.filter((item) => {
    const row = rowOf(stored.items, item);
    return row !== null && ![base, agenda.items].some((items) => sameFields(row, rowOf(items, item) ?? {}));
  });
  if (others.length > 0) throw new Failure('Conflict', 'Others have changed the agenda since', { detail: { items: String(others.length) } });
}

async function earlierFile(workplace: Workplace, pointer: MeetingPointer): Promise<MeetingFile | null> {
  try {
    return await workplace.store.openMeeting(pointer);
  } catch (error) {
    if (isFailure(error, 'NotFound')) return null;
    throw error;
  }
}
