import type { Approval } from '../../meeting/approval.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile, Person } from '../../meeting/meeting.ts';
import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';
import type { ToldOf } from './acts.ts';
import type { HowItStands } from './howItStands.ts';
import type { ReviewNoticeShown } from './noticeFor.ts';

/** How minutes become approved, and what is added to them afterwards. */
export type ApprovalCommands = ReturnType<typeof approvalCommands>;

type OfMinutes = Pick<MeetingFile, 'pointer'>;

export function approvalCommands(desk: Desk) {
  // Nobody sees it before the screen that needs it.
  const acts = async () => (await fetched(import(/* webpackChunkName: "approval" */ './acts.ts'))).acts(desk);
  return {
    /** How the approval stands. Throws SiteNotPrepared where the site has no list for it yet. */
    howItStands: async (file: MeetingFile): Promise<HowItStands> => (await acts()).howItStands(file),
    /** The message to those who are asked, as it will stand in the board's channel. */
    reviewNoticeFor: async (file: MeetingFile, people: readonly Person[], deadline: string | null): Promise<ReviewNoticeShown> =>
      (await acts()).reviewNoticeFor(file, people, deadline),
    /**
     * @param deadline ISO instant until which they may object; null for none
     * @param told how they are told of it, once; how that went is told by `howItStands`
     */
    sendToReview: async (file: MeetingFile, people: readonly Person[], deadline: string | null, told: Partial<ToldOf> = {}): Promise<void> =>
      (await acts()).sendToReview(file, people, deadline, { channel: false, alone: false, ...told }),
    /** Tells those who are asked, where nobody has. */
    tellReviewers: async (file: MeetingFile, approval: Approval): Promise<void> => (await acts()).tellReviewers(file, approval),
    /** A person has looked in the channel whether the message is there. */
    noticeLookedFor: async (file: OfMinutes, review: string, attempt: number, isThere: boolean): Promise<void> =>
      (await acts()).noticeLookedFor(file, review, attempt, isThere),
    /** Takes the draft back from those who were asked. Minutes that are approved stay so. */
    takeBack: async (file: OfMinutes): Promise<void> => (await acts()).takeBack(file),
    /** @param draft the fingerprint of what this person saw */
    approve: async (file: OfMinutes, draft: string): Promise<void> => (await acts()).approve(file, draft),
    object: async (file: OfMinutes, draft: string, words: string): Promise<void> => (await acts()).object(file, draft, words),
    remark: async (file: OfMinutes, itemId: ItemId | null, words: string): Promise<void> => (await acts()).remark(file, itemId, words),
    /** Adds to what is approved, with the day and the person who adds it; goes to everybody with the next edition. */
    addCorrection: async (file: OfMinutes, itemId: ItemId, words: string): Promise<void> => (await acts()).addCorrection(file, itemId, words),
    checkSeal: async (file: Pick<MeetingFile, 'minutes'>) => (await acts()).checkSeal(file),
  };
}
