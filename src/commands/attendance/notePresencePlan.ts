import * as v from 'valibot';
import { isClosed } from '../../meeting/agenda.ts';
import { isFailure } from '../../meeting/errors.ts';
import { heldFor } from '../../meeting/heldNote.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { tellsOfClosed, type PresenceNote } from '../../meeting/presence.ts';
import { presenceNote } from '../../meeting/presenceSchema.ts';
import { pointer } from '../../meeting/schemas.ts';
import type { Store } from '../../storage/store.ts';
import { plan } from '../plan.ts';

interface NoteInput {
  readonly pointer: MeetingPointer;
  readonly notes: readonly PresenceNote[];
  /** They tell something of an item that was closed when they were noted. */
  readonly closed: boolean;
}

const input: v.GenericSchema<unknown, NoteInput> = v.object({ pointer, notes: v.pipe(v.array(presenceNote), v.minLength(1)), closed: v.boolean() });

export const notePresencePlan = plan({
  input,
  steps: { stored: {} },
  perform: async ({ store }, { pointer, notes, closed }: NoteInput, { steps }) => {
    const isResumed = steps.begun('stored');
    await steps.take('stored', async () => {
      if (closed) return store.addPresence(pointer, notes, true);
      const named = namedIn(notes);
      const [delicate, plain] = [notes.filter((note) => tellsOfClosed(note, named)), notes.filter((note) => !tellsOfClosed(note, named))];
      if (plain.length > 0) await store.addPresence(pointer, plain, false);
      const left = isResumed ? await notInside(store, pointer, delicate) : delicate;
      if (left.length > 0) await addOpenly(store, pointer, left);
    });
  },
});

const namedIn = (notes: readonly PresenceNote[]): ReadonlySet<ItemId> => new Set(notes.flatMap(({ itemId }) => itemId ?? []));

/** Those that an earlier try did not leave in the circle's list, or a closing did not take there: what is there gets its words and stays. */
async function notInside(store: Store, pointer: MeetingPointer, notes: readonly PresenceNote[]): Promise<PresenceNote[]> {
  const left: PresenceNote[] = [];
  for (const note of notes) {
    const isInside = await store.fillPresence(pointer, note, true).catch((error: unknown) => {
      if (isFailure(error, 'NotAllowed') || isFailure(error, 'NotFound')) return false;
      throw error;
    });
    if (!isInside) left.push(note);
  }
  return left;
}

/**
 * Who is recused: the item may be closed while the order waits, or just when it is written. So a place is held before the words come: whoever closes the item after the
 * look finds it and takes it along, and the words go where it lies then. None of them comes into the open list after a closing was told.
 */
async function addOpenly(store: Store, pointer: MeetingPointer, notes: readonly PresenceNote[]): Promise<void> {
  const before = await closedNow(store, pointer, notes);
  const open = notes.filter((note) => !tellsOfClosed(note, before));
  const inner = notes.filter((note) => tellsOfClosed(note, before));
  let closed = before;
  if (open.length > 0) {
    await store.addPresence(pointer, open.map(heldFor), false);
    const then = await closedNow(store, pointer, open);
    closed = new Set([...before, ...then]);
    for (const note of open) if (tellsOfClosed(note, then) || !(await store.fillPresence(pointer, note, false))) inner.push(note);
  }
  if (inner.length === 0) return;
  // What this try or an earlier one holds in the open list.
  await store.closePresence(pointer, closed);
  await store.addPresence(pointer, inner, true);
}

/** Which of the items that are named stand open to everybody no more. */
async function closedNow(store: Store, pointer: MeetingPointer, notes: readonly PresenceNote[]): Promise<ReadonlySet<ItemId>> {
  const items = await store.openItems(pointer);
  return new Set([...namedIn(notes)].filter((id) => !items.some((item) => item.id === id && !isClosed(items, item))));
}
