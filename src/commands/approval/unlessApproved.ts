import { blankTreatment } from '../../meeting/blankTreatment.ts';
import { foldTreatment, treatmentUnder } from '../../meeting/decisions.ts';
import { Failure, isFailure } from '../../meeting/errors.ts';
import type { MeetingFile, MeetingPointer, Treatment } from '../../meeting/meeting.ts';
import { mergeTreatment, sameTreatment } from '../../meeting/mergeTreatment.ts';
import type { Store } from '../../storage/store.ts';
import type { Workplace } from '../workplace.ts';
import { draftNow, draftOf } from './draftNow.ts';
import { approvalNow } from './howItStands.ts';

/** A write that was longer (ms) on its way may have been overtaken by a review and its answers. */
const AT_ONCE = 500;

interface Change {
  /** As it was read; null where there was none. */
  readonly before: Treatment | null;
  readonly after: Treatment;
  /** An earlier try may have written it. */
  readonly isResumed: boolean;
}

/**
 * Writes a decision, unless the minutes are approved. They may be approved while it is on its way, by somebody who had not seen it: whoever approves looks at the
 * draft last (keepOne.ts), and here the approval is looked at last, so that one of the two gives way, whichever came first. What gives way here is the decision: it is
 * put back to what was approved. A try that was cut off before that look is finished by the next one.
 * @throws Failure MinutesApproved, and the passing ones
 */
export async function unlessApproved(
  workplace: Pick<Workplace, 'store' | 'now'>,
  pointer: MeetingPointer,
  { before, after, isResumed }: Change,
): Promise<void> {
  const { store, now } = workplace;
  const begun = now().getTime();
  const first = await approvalNow(workplace, pointer);
  if (first?.state === 'approved') return finishApproved(store, pointer, first.draft, { before, after, isResumed });
  await store.putTreatment(pointer, before, after);
  if (first === null && now().getTime() - begun <= AT_ONCE) return;
  const then = await approvalNow(workplace, pointer);
  if (then?.state !== 'approved' || [null, then.draft].includes(await draftNow(store, pointer))) return;
  await takeBack(store, pointer, { before, after });
  throw locked();
}

/**
 * The minutes were approved before this try. An earlier one may have written already, and been cut off before it looked at the approval last: then its words are either part
 * of what was approved, or they are taken back now. That they are the ones that are too many is known by the draft: without them it is what was approved.
 * @throws Failure MinutesApproved unless they were approved with it
 */
async function finishApproved(store: Store, pointer: MeetingPointer, approved: string | null, { before, after, isResumed }: Change): Promise<void> {
  const file = await store.openMeeting(pointer);
  const stands = treatmentUnder(file.treatments, after.itemId);
  if (stands !== undefined && (await draftOf(file)) === approved && stands.decision === after.decision && stands.outcome === after.outcome) return;
  if (isResumed && stands !== undefined && (await isApprovedWithout(file, stands, { before, after }, approved)))
    await takeBack(store, pointer, { before, after });
  throw locked();
}

async function isApprovedWithout(
  file: MeetingFile,
  stands: Treatment,
  { before, after }: Pick<Change, 'before' | 'after'>,
  approved: string | null,
): Promise<boolean> {
  const without = mergeTreatment(after, before ?? blankTreatment(after), stands);
  if (approved === null || without.kind === 'clash' || sameTreatment(without.value, stands)) return false;
  const empty = { notes: undefined, dissent: undefined, votes: undefined };
  const treatments = foldTreatment(file.treatments, { ...stands, ...empty, ...without.value });
  return (await draftOf(file)) !== approved && (await draftOf({ ...file, treatments })) === approved;
}

async function takeBack(store: Store, pointer: MeetingPointer, { before, after }: Pick<Change, 'before' | 'after'>): Promise<void> {
  await store.putTreatment(pointer, after, before ?? blankTreatment(after)).catch((error: unknown) => {
    // Somebody has written on it: theirs gives way by itself.
    if (!isFailure(error, 'Conflict')) throw error;
  });
}

const locked = (): Failure => new Failure('MinutesApproved', 'The minutes are approved: there are only corrections from now on');
