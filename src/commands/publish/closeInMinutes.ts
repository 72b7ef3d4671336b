import * as v from 'valibot';
import type { ClosedSince } from '../../meeting/closedEdition.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { itemId, pointer } from '../../meeting/schemas.ts';
import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';

interface CloseInput {
  readonly pointer: MeetingPointer;
  readonly since: readonly ClosedSince[];
}

const input: v.GenericSchema<unknown, CloseInput> = v.object({
  pointer,
  since: v.array(v.object({ itemId: itemId, neutralTitle: v.nullable(v.string()), publicDecision: v.string() })),
});

export const closeInMinutesOrder = order({
  name: 'closeInMinutes',
  version: 1,
  input,
  steps: { minutes: {} },
  perform: ({ store, now }, { pointer, since }: CloseInput, { steps }) =>
    steps.take('minutes', async () => {
      for (const version of await store.closeMinutes(pointer, since)) {
        const at = now().toISOString();
        const line = await store.readLogLine(pointer, version, 'closedLists');
        if (line?.line.state === 'done') continue;
        await store.keepLogLine(pointer, { target: 'closedLists', version, state: 'done', attempts: 1, error: null, reference: null, at });
      }
    }),
});

/** Closes a closed item in the minutes that were published while it was open: the words move to the closed circle, what was decided stays as published. */
export const closeInMinutes =
  ({ send }: Desk) =>
  async (file: MeetingFile, itemId: ItemId): Promise<void> => {
    const { familyOf } = await fetched(import(/* webpackChunkName: "copies" */ '../../meeting/copies.ts'));
    const since = familyOf(file.agenda.items, itemId, 'closed').map(({ id, neutralTitle }) => ({
      itemId: id,
      neutralTitle,
      publicDecision: file.treatments.find((treatment) => treatment.itemId === id)?.publicDecision ?? '',
    }));
    return send(closeInMinutesOrder, { pointer: file.pointer, since });
  };
