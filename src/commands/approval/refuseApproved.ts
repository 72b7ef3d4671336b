import { Failure } from '../../meeting/errors.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { Workplace } from '../workplace.ts';
import { areApproved } from './howItStands.ts';

/** @throws Failure MinutesApproved, and the passing ones */
export async function refuseApproved(workplace: Pick<Workplace, 'store' | 'now'>, pointer: MeetingPointer): Promise<void> {
  if (await areApproved(workplace, pointer)) throw new Failure('MinutesApproved', 'The minutes are approved: there are only corrections from now on');
}
