import { blankTreatment } from '../../meeting/blankTreatment.ts';
import { treatmentUnder } from '../../meeting/decisions.ts';
import { Failure, isFailure } from '../../meeting/errors.ts';
import type { MeetingPointer, Treatment } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';
import type { Workplace } from '../workplace.ts';
import { draftNow } from './draftNow.ts';
import { approvalNow } from './howItStands.ts';

/** A write that was longer (ms) on its way may have been overtaken by a review and its answers. */
const AT_ONCE = 500;

/**
 * Writes a decision, unless the minutes are approved. They may be approved while it is on its way, by somebody who had not seen it: whoever approves looks at the
 * draft last (keepApprovalPlan.ts), and here the approval is looked at last, so that one of the two gives way, whichever came first. What gives way here is the decision: it is
 * put back to what was approved.
 * @throws Failure MinutesApproved, and the passing ones
 */
export async function unlessApproved(
  workplace: Pick<Workplace, 'store' | 'now'>,
  pointer: MeetingPointer,
  { before, after }: { readonly before: Treatment | null; readonly after: Treatment },
): Promise<void> {
  const { store, now } = workplace;
  const begun = now().getTime();
  const first = await approvalNow(workplace, pointer);
  if (first?.state === 'approved') {
    if (await isApprovedAlready(store, pointer, after, first.draft)) return;
    throw locked();
  }
  await store.putTreatment(pointer, before, after);
  if (first === null && now().getTime() - begun <= AT_ONCE) return;
  const then = await approvalNow(workplace, pointer);
  if (then?.state !== 'approved' || [null, then.draft].includes(await draftNow(store, pointer))) return;
  await store.putTreatment(pointer, after, before ?? blankTreatment(after)).catch((error: unknown) => {
    // Somebody has written on it: theirs gives way by itself.
    if (!isFailure(error, 'Conflict')) throw error;
  });
  throw locked();
}

/** Was it written by an earlier try, whose answer was lost, and is it part of what was approved? */
async function isApprovedAlready(store: Store, pointer: MeetingPointer, after: Treatment, approved: string | null): Promise<boolean> {
  const { treatments } = await store.openMeeting(pointer);
  const stands = treatmentUnder(treatments, after.itemId);
  return stands?.decision === after.decision && stands.outcome === after.outcome && (await draftNow(store, pointer)) === approved;
}

const locked = (): Failure => new Failure('MinutesApproved', 'The minutes are approved: there are only corrections from now on');
