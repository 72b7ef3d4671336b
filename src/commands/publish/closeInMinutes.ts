import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';

export const closeInMinutesOrder = order({
  name: 'closeInMinutes',
  version: 1,
  stepNames: ['minutes'],
  plan: async () => (await import(/* webpackChunkName: "writing" */ './closeInMinutesPlan.ts')).closeInMinutesPlan,
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
