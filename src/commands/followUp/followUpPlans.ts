import * as v from 'valibot';
import { followsClosed, type FollowUp } from '../../meeting/followUp.ts';
import { followUp } from '../../meeting/followUpSchema.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { pointer } from '../../meeting/schemas.ts';
import type { Store } from '../../storage/store.ts';
import { plan } from '../plan.ts';

interface SaveInput {
  readonly pointer: MeetingPointer;
  /** As it was read; null adds one. */
  readonly before: FollowUp | null;
  readonly after: FollowUp;
}

/**
 * The order may have waited while somebody closed the item: what is new is held against the items as they are, before it is written and once more afterwards.
 * What stands already is only changed as it was read, and closing takes it away.
 */
export const saveFollowUpPlan = plan({
  input: v.object({ pointer, before: v.nullable(followUp), after: followUp }) satisfies v.GenericSchema<unknown, SaveInput>,
  steps: { stored: {}, looked: {} },
  perform: async ({ store }, { pointer, before, after }: SaveInput, { steps }): Promise<void> => {
    const followUps = await store.followUps();
    const isNewAndOpen = before === null && after.openness === 'open';
    await steps.take('stored', async () => {
      if (!isNewAndOpen) await followUps.save(pointer, before, after);
      else await addOpenly(store, pointer, after);
    });
    await steps.take('looked', async () => {
      if (!isNewAndOpen) return;
      const items = await store.openItems(pointer);
      if (followsClosed(after, items)) await followUps.close(pointer, items);
    });
  },
});

/**
 * The row stands there before its words do: whoever closes the item after the look finds it and takes it along, and the words go where it lies then. So none of them comes into
 * the open list after a closing was told.
 */
async function addOpenly(store: Store, pointer: MeetingPointer, after: FollowUp): Promise<void> {
  const followUps = await store.followUps();
  const isClosedNow = async () => followsClosed(after, await store.openItems(pointer));
  const inside: FollowUp = { ...after, openness: 'closed' };
  const wordless: FollowUp = { ...after, what: '', owner: null, itemTitle: '' };
  if (await isClosedNow()) {
    await followUps.save(pointer, null, inside);
    // An earlier try may have left it wordless, and the closing have taken it along.
    return void (await followUps.save(pointer, { ...wordless, openness: 'closed' }, inside));
  }
  await followUps.save(pointer, null, wordless);
  if (await isClosedNow()) await followUps.close(pointer, await store.openItems(pointer));
  else {
    try {
      return void (await followUps.save(pointer, wordless, after));
    } catch (error) {
      if (!isFailure(error, 'Conflict') || !(await isClosedNow())) throw error;
    }
  }
  await followUps.save(pointer, { ...wordless, openness: 'closed' }, inside);
}

interface ToDoInput {
  readonly pointer: MeetingPointer;
  readonly one: FollowUp;
  /** The https address of the minutes, and what it is called in the reader's language. */
  readonly link: string;
  readonly linkWords: string;
}

/** The task first, then the note that it is there: an order that is cut off between the two finds its task when it goes on. */
export const putInToDoPlan = plan({
  input: v.object({ pointer, one: followUp, link: v.string(), linkWords: v.string() }) satisfies v.GenericSchema<unknown, ToDoInput>,
  steps: { placed: {}, noted: {} },
  perform: async ({ store }, { pointer, one, link, linkWords }: ToDoInput, { steps }): Promise<void> => {
    const followUps = await store.followUps();
    await steps.take('placed', () => followUps.toDo.put({ id: one.id, title: one.what, due: one.due, link, linkWords }));
    await steps.take('noted', async () => void (await followUps.save(pointer, one, { ...one, toDoDone: false, toDoDue: one.due })));
  },
});
