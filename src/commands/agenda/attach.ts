import { closesSomething, isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import { Failure, isFailure, type FailureName } from '../../meeting/errors.ts';
import type { CalendarEvent, MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { itemToFields } from '../../storage/itemFields.ts';
import { meetingRowOf } from '../../storage/meetingFields.ts';
import { byWhom } from '../../storage/clashBy.ts';
import { fetched } from '../../storage/fetched.ts';
import { sameFields } from '../../storage/merge.ts';
import type { Store } from '../../storage/store.ts';
import type { Run } from '../plan.ts';
import { inBoardLanguage } from '../boardLanguage.ts';
import { pointerFor } from '../pointerOn.ts';
import type { Step } from '../step.ts';
import type { Workplace } from '../workplace.ts';
import type { AttachInput, AttachStep } from './attachInput.ts';
import { closeBeside } from './closeBeside.ts';
import { tellNotice } from '../notice/tellNotice.ts';
import { sendInvitation } from './sendInvitation.ts';

const drafted = () => fetched(import(/* webpackChunkName: "backlog" */ '../caseRoute/draftRoutes.ts'));

/**
 * Attaches an agenda: rows first, then the pointer, then the invitation, which alone reaches others; so that a link never leads to nothing.
 * It may have waited: all that is stored has to be as it was seen, or as this very order has left it.
 * @throws Conflict before anything is written, where others have changed, added, closed, opened or removed an item since `base`, and before the
 *   invitation, where they do so meanwhile
 */
export async function attach(workplace: Workplace, input: AttachInput, { steps, tell }: Run<AttachStep, Step>): Promise<MeetingFile> {
  const { store } = workplace;
  const { event, board, agenda, seen } = input;
  // An agenda that is attached already stays where it is.
  const pointer = await store.completed(pointerFor(event, board));
  refuseWithoutClosedRoom(input);
  const stored = await earlierFile(workplace, pointer);
  const abandoned = stored !== null && !steps.begun('items') && (await isAbandoned(workplace, input, stored));
  // What such a try left of this very agenda is as much others' by now as anything: somebody may have found and changed it.
  const left = abandoned ? stored.agenda.items.filter(({ id }) => !agenda.items.some((item) => item.id === id)) : [];
  const before = abandoned ? left : input.base;
  if (stored) await refuseOverOthers(store, stored, { agenda, base: before });
  const of = 4;
  tell({ name: 'meeting', done: 0, of });
  await steps.take('meeting', () => {
    const row = meetingRowOf(pointer, event, agenda, {
      status: { agenda: 'draft', sentAt: null, minutes: 'none' },
      told: abandoned ? null : (stored?.occasion ?? null),
      now: workplace.now().toISOString(),
    });
    // With nothing seen, what others have written in a row that stands is left as it is.
    return store.putMeeting(pointer, row, abandoned ? null : (seen?.head ?? row.head), stored === null);
  });
  tell({ name: 'items', done: 1, of });
  try {
    await steps.take('items', async () => {
      const onRow = (done: number, rows: number) => tell({ name: 'items', done: 1 + done / Math.max(1, rows), of });
      await store.writeItems(pointer, agenda.items, onRow, { before, opens: seen?.closedRows ?? {} });
      for (const treatment of input.treatments) {
        const was = (abandoned ? stored : seen)?.treatments.find(({ itemId }) => itemId === treatment.itemId);
        await store.putTreatment(pointer, was ?? null, treatment);
      }
      if (closesSomething(before, agenda.items)) await closeBeside(workplace, pointer, agenda.items);
    });
  } catch (error) {
    if (stored === null && notTaken.some((name) => isFailure(error, name))) await takeBack(workplace, pointer, agenda.items);
    throw error;
  }
  const { routes = [] } = input;
  if (routes.length > 0) await steps.take('routes', async () => (await drafted()).storeDraftRoutes(workplace, pointer, agenda.items, routes));
  else steps.skip('routes');
  tell({ name: 'pointer', done: 2, of });
  // A delegate may write no extension (extensibility-overview): the link in the invitation leads to the rows alone.
  if (event.mailbox === undefined) await steps.take('pointer', () => store.putPointer(event.id, pointer, carriesNone(event)));
  else steps.skip('pointer');
  tell({ name: 'invitation', done: 3, of });
  let speaking = workplace;
  await steps.take('invitation', async () => {
    speaking = await inBoardLanguage(workplace, board.siteId, input.language);
    const supplement = [...(stored?.status.supplement ?? []), ...(input.supplement ?? [])];
    await sendInvitation(speaking, { ...input, supplement }, pointer, { revises: input.base.length > 0, added: input.supplement });
  });
  tell({ name: 'done', done: of, of });
  const file = await store.openMeeting(pointer);
  await tellNotice(speaking, file, input, steps);
  return file;
}

/** Is no pointer known on the event? One that stands in its invitation alone was not put on this very event. */
const carriesNone = ({ pointer, others = [] }: CalendarEvent): boolean => pointer === null && others.every(({ inInvitation }) => inInvitation);

/** Rows that no event leads to were left by a first try that went no further: they are nobody's agenda yet. The event is asked as it is now. */
async function isAbandoned({ store }: Workplace, { event, base }: AttachInput, stored: MeetingFile): Promise<boolean> {
  if (stored.status.agenda !== 'draft' || event.pointer !== null || base.length > 0) return false;
  return (await store.eventById(event.id)).pointer === null;
}

/** @throws Failure ClosedRoomMissing */
function refuseWithoutClosedRoom({ board, agenda }: AttachInput): void {
  if (board.closedSiteId !== null) return;
  if (agenda.items.some((item) => isClosed(agenda.items, item) || item.attachments.some((a) => a.openness === 'closed'))) {
    throw new Failure('ClosedRoomMissing', 'The agenda has closed items and the board has no place for them');
  }
}

/**
 * An agenda is written whole, so it must know everything that is there: all stored items are those of `base`, or this agenda's own (it was cut off).
 * @throws Failure Conflict, which names who wrote there last where that can be known
 */
async function refuseOverOthers(
  store: Store,
  { agenda: stored, pointer }: MeetingFile,
  { agenda, base }: Pick<AttachInput, 'agenda' | 'base'>,
): Promise<void> {
  const rowOf = (items: readonly AgendaItem[], item: AgendaItem) => {
    const found = items.find((other) => other.id === item.id);
    return found ? itemToFields(pointer.key, { ...found, openness: isClosed(items, found) ? 'closed' : 'open' }, 0) : null;
  };
  const others = stored.items.filter((item) => {
    const row = rowOf(stored.items, item);
    return row !== null && ![base, agenda.items].some((items) => sameFields(row, rowOf(items, item) ?? {}));
  });
  if (others.length === 0) return;
  const detail = { items: String(others.length), ...(await writerOf(store, pointer, others, base)) };
  throw new Failure('Conflict', 'Others have changed the agenda since', { detail });
}

/** Who wrote, opened or closed one of these last. Of what was closed and still is, only those inside know who wrote it: nobody is named. */
async function writerOf(
  store: Store,
  pointer: MeetingPointer,
  others: readonly AgendaItem[],
  base: readonly AgendaItem[],
): Promise<Record<string, string>> {
  // The conflict stands, whether or not its name can be read.
  const now = await store.openItems(pointer).catch(() => []);
  const wasOpen = (item: AgendaItem) => base.some((old) => old.id === item.id && !isClosed(base, old));
  return byWhom(...now.filter((item) => others.some(({ id }) => id === item.id) && (!isClosed(now, item) || wasOpen(item))));
}

async function earlierFile(workplace: Workplace, pointer: MeetingPointer): Promise<MeetingFile | null> {
  try {
    return await workplace.store.openMeeting(pointer);
  } catch (error) {
    if (isFailure(error, 'NotFound')) return null;
    throw error;
  }
}

/** The site would not take the rows, from anybody: nothing of the first attempt leads to an agenda. A conflict is none of these: the rows may be others'. */
const notTaken: readonly FailureName[] = [
  'SiteNotPrepared',
  'SiteOutdated',
  'AppOutdated',
  'Refused',
  'TooLarge',
  'ClosedRoomMissing',
  'ClosedPlaceRefused',
  'ClosedPlaceUnconfirmed',
];

/** Takes away what a first attempt has written before it was refused. What cannot be taken away is met by the next attempt, as before. */
async function takeBack(workplace: Workplace, pointer: MeetingPointer, items: readonly AgendaItem[]): Promise<void> {
  const { store } = workplace;
  try {
    await store.writeItems(pointer, [], () => undefined, { before: items, opens: {} });
  } catch {
    // Nothing of it was written, or what was is not ours alone.
  }
  try {
    const left = await earlierFile(workplace, pointer);
    if (left?.status.agenda === 'draft' && left.agenda.items.length === 0) await store.removeMeeting(pointer);
  } catch {
    // A row without an agenda is taken over by the next attempt.
  }
}
