import * as v from 'valibot';
import type { ApprovalLine } from '../../meeting/approval.ts';
import { Failure } from '../../meeting/errors.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { ApprovalAct } from '../../meeting/words.ts';
import type { StoredApproval } from '../../storage/approvalRow.ts';
import type { Store } from '../../storage/store.ts';
import { draftNow } from './draftNow.ts';

/** What an act about the approval was decided on. */
export interface DecidedOn {
  readonly pointer: MeetingPointer;
  /** By whom, as an object id, and the place of the last line that was known when it was pressed. What came later is newer than this order, which may have slept. */
  readonly by?: string | undefined;
  readonly after?: number | undefined;
  /** The lines that were pressed on the same page before. */
  readonly own?: readonly string[] | undefined;
}

export const decidedOn = { by: v.optional(v.string()), after: v.optional(v.number()), own: v.optional(v.array(v.string())) };

/**
 * Sending and approving are of one draft: it is held against what stands before the line is written, and an approval once more afterwards, since what is
 * decided meanwhile looks for approvals in its turn (unlessApproved.ts).
 * @throws Failure Conflict where the draft is another by now, or somebody has done something newer about the same
 */
export async function keepOne(store: Store, given: DecidedOn, line: StoredApproval, inner: boolean): Promise<void> {
  const { pointer } = given;
  if (NEWER[line.act] === undefined) return store.addApproval(pointer, line, inner);
  const { lines } = await linesOf(store, pointer);
  const isThere = lines.some(({ id }) => id === line.id);
  if (!isThere) {
    refuseNewer(lines, given, line);
    if (line.act === 'review' || line.act === 'approve') await refuseOtherDraft(store, pointer, line);
    await store.addApproval(pointer, line, inner);
  }
  if (line.act !== 'approve') return;
  try {
    await refuseOtherDraft(store, pointer, line);
  } catch (error) {
    // Where it was approved and corrected since, the draft is another with good reason.
    if (!(error instanceof Failure) || error.name !== 'Conflict' || (await isCorrected(store, pointer))) throw error;
    await store.dropApproval(pointer, line.id);
    throw error;
  }
}

const linesOf = (store: Store, pointer: MeetingPointer) => store.approvalLines({ ...pointer, closedSiteId: null });

const isCorrected = async (store: Store, pointer: MeetingPointer): Promise<boolean> =>
  (await linesOf(store, pointer)).lines.some(({ act }) => act === 'correction');

async function refuseOtherDraft(store: Store, pointer: MeetingPointer, { draft }: StoredApproval): Promise<void> {
  const now = await draftNow(store, pointer);
  if (now !== null && now !== draft) throw new Failure('Conflict', 'The draft has been changed since it was shown');
}

/** The acts that each of these comes after or not at all, and whether only one's own count. */
const NEWER: Partial<Record<ApprovalAct, { readonly acts: readonly ApprovalAct[]; readonly own: boolean }>> = {
  review: { acts: ['review', 'takenBack'], own: false },
  takenBack: { acts: ['review', 'takenBack'], own: false },
  approve: { acts: ['approve', 'object'], own: true },
  object: { acts: ['approve', 'object'], own: true },
};

function refuseNewer(lines: readonly ApprovalLine[], { by, after, own = [] }: DecidedOn, { act }: StoredApproval): void {
  const newer = NEWER[act];
  if (newer === undefined || after === undefined) return;
  const isNewer = (line: ApprovalLine): boolean =>
    line.place > after && newer.acts.includes(line.act) && !own.includes(line.id) && (!newer.own || line.by.id === by);
  const said = lines.findLast(isNewer);
  if (said !== undefined) throw new Failure('Conflict', 'Something newer was said about the minutes since', { detail: { by: said.by.name } });
}
