import { isFailure } from '../../meeting/errors.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { Workplace } from '../workplace.ts';
import { areApproved } from './howItStands.ts';

/**
 * Approved minutes need no reason why anybody was away: all of the meeting are deleted. Whoever may not does it not, and the next one of the circle who reads how the
 * approval stands does. What is in the way of it keeps no approval from being given.
 */
export async function forgetReasons(workplace: Pick<Workplace, 'store' | 'now'>, pointer: MeetingPointer): Promise<void> {
  try {
    if (await areApproved(workplace, pointer)) await workplace.store.dropAbsenceReasons(pointer);
  } catch (error) {
    if (!isFailure(error)) throw error;
  }
}
