import { familyOf } from '../../meeting/copies.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { furtherOf } from '../../meeting/decisions.ts';
import type { MeetingFile, Treatment } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { closeInMinutesOrder } from './closeInMinutesOrder.ts';

/** Closes a closed item in the minutes that were published while it was open: the words move to the closed circle, what was decided stays as published. */
export const closeInMinutes =
  ({ send }: Desk) =>
  (file: MeetingFile, itemId: ItemId): Promise<void> => {
    const since = familyOf(file.agenda.items, itemId, 'closed').map(({ id, neutralTitle }) => ({
      itemId: id,
      neutralTitle,
      publicDecision: publicWords(file.treatments.find((treatment) => treatment.itemId === id)),
    }));
    return send(closeInMinutesOrder, { pointer: file.pointer, since });
  };

/** What of all its decisions is meant for the public. */
const publicWords = (treatment: Treatment | undefined): string =>
  [treatment, ...furtherOf(treatment)]
    .flatMap((each) => (each === undefined || each.publicDecision.trim() === '' ? [] : each.publicDecision))
    .join('\n\n');
