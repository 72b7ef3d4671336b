import { approvalOf, changedSince, type Approval, type ApprovalFacts, type ApprovalLine } from '../../meeting/approval.ts';
import { mayHavePublished, type Publishers } from '../../meeting/authorship.ts';
import { editionOf } from '../../meeting/edition.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { MeetingFile, MeetingPointer, Person } from '../../meeting/meeting.ts';
import { mayAnswerReview } from '../../meeting/permissions.ts';
import { hasRole, type BodyProfile } from '../../meeting/profile.ts';
import { reviewNoticeState, toldAlone, type ReviewNoticeState, type ToldAlone } from '../../meeting/reviewNotice.ts';
import { draftFingerprint } from '../../meeting/seal.ts';
import type { UnreadRow } from '../../meeting/unreadRow.ts';
import type { Workplace } from '../workplace.ts';

/** The approval as a screen shows it. */
export interface HowItStands {
  readonly approval: Approval;
  readonly profile: BodyProfile;
  /** What was said of the draft, the oldest first. */
  readonly remarks: readonly ApprovalLine[];
  /** The fingerprint of the draft as it stands; null for somebody who may not read it. */
  readonly draft: string | null;
  /** Is the draft another than was sent to review or approved? Null where this reader cannot know. */
  readonly changed: boolean | null;
  /** Is my yes or no heard? */
  readonly isAsked: boolean;
  /** How the message to those who are asked stands; null where nobody is. */
  readonly notice: ReviewNoticeState | null;
  /** Those of them who were written to alone, and how that went. */
  readonly alone: readonly ToldAlone[];
  /** Who changed lines of the approval after they were written; such lines do not count. */
  readonly changedBy: readonly string[];
  readonly unread: readonly UnreadRow[];
  /** The place of the last line that was read in the list that everybody reads; 0 where there is none. */
  readonly latest: number;
}

/** @throws Failure SiteNotPrepared where the site has no list for it yet */
export async function howItStands({ store, now }: Pick<Workplace, 'store' | 'now'>, me: Person, file: MeetingFile): Promise<HowItStands> {
  const [{ lines, changedBy, unread, workers }, { profile }] = await Promise.all([
    store.approvalLines(file.pointer),
    store.readProfile(file.board.siteId),
  ]);
  const facts = factsOf(profile, workers, now());
  const approval = approvalOf(lines, facts);
  const draft = file.closedAccess === 'no' ? null : await draftFingerprint(editionOf(file, 'circle', 1, '').lines);
  // A body that approves nothing has its last word when it publishes. Whoever is inside the circle deletes what nobody needs from then on; the next one tries again.
  const isLast = approval.state === 'approved' || (profile.rules.approval === 'none' && file.status.minutes === 'published');
  if (isLast && file.closedAccess === 'yes') void store.dropAbsenceReasons(file.pointer).catch(() => undefined);
  return {
    approval,
    profile,
    remarks: lines.filter(({ act }) => act === 'comment').sort((a, b) => a.at.localeCompare(b.at) || a.place - b.place),
    draft,
    changed: changedSince(approval, draft),
    isAsked: mayAnswerReview(approval, me, facts),
    notice: approval.state !== 'review' || approval.review === null ? null : reviewNoticeState(lines, approval.review),
    alone: approval.state !== 'review' || approval.review === null ? [] : toldAlone(lines, approval.review, approval.asked),
    changedBy,
    unread,
    // Words about the draft may stand in the circle's list, which counts on its own.
    latest: Math.max(0, ...lines.filter(({ act }) => act !== 'comment').map(({ place }) => place)),
  };
}

/** The secretary's work is done by whoever the profile names, and by those who have done the meeting's. */
function factsOf(profile: BodyProfile, workers: Publishers | null, now: Date): ApprovalFacts {
  const isSecretary = (person: Person) =>
    hasRole(profile, person, 'secretary') || (workers !== null && mayHavePublished(workers, { ...person, name: person.name }));
  return { profile, isSecretary, now };
}

/** @throws the passing failures */
export async function areApproved(workplace: Pick<Workplace, 'store' | 'now'>, pointer: MeetingPointer): Promise<boolean> {
  return (await approvalNow(workplace, pointer))?.state === 'approved';
}

/**
 * How the approval stands as it is stored. One request, where nobody was ever asked to look the minutes through: then it is null, as on a site that has no list for it.
 * @throws the passing failures
 */
export async function approvalNow({ store, now }: Pick<Workplace, 'store' | 'now'>, pointer: MeetingPointer): Promise<Approval | null> {
  const read = async () =>
    store.approvalLines({ ...pointer, closedSiteId: null }).catch((error: unknown) => {
      if (isFailure(error, 'SiteNotPrepared')) return null;
      throw error;
    });
  let found = await read();
  if (!found?.lines.some(({ act }) => act === 'review')) return null;
  if (found.workers === null) {
    // Whose work it is follows from who made the meeting's rows.
    await store.openMeeting(pointer);
    found = await read();
  }
  const { profile } = await store.readProfile(pointer.siteId);
  return found && approvalOf(found.lines, factsOf(profile, found.workers, now()));
}
