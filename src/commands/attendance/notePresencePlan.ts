import * as v from 'valibot';
import { isClosed } from '../../meeting/agenda.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { tellsOfClosed, type PresenceNote } from '../../meeting/presence.ts';
import { presenceNote } from '../../meeting/presenceSchema.ts';
import { pointer } from '../../meeting/schemas.ts';
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
  perform: ({ store }, { pointer, notes, closed }: NoteInput, { steps }) =>
    steps.take('stored', async () => {
      if (closed) return store.addPresence(pointer, notes, true);
      // The order may have waited while somebody closed the item: who is recused is asked about once more.
      const named = new Set(notes.flatMap(({ itemId }) => itemId ?? []));
      const items = notes.some((note) => tellsOfClosed(note, named)) ? await store.openItems(pointer) : [];
      const closedNow = new Set([...named].filter((id) => !items.some((item) => item.id === id && !isClosed(items, item))));
      const [inner, open] = [notes.filter((note) => tellsOfClosed(note, closedNow)), notes.filter((note) => !tellsOfClosed(note, closedNow))];
      if (open.length > 0) await store.addPresence(pointer, open, false);
      if (inner.length > 0) await store.addPresence(pointer, inner, true);
    }),
});
