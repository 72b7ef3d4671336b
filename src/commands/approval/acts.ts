import type { Approval } from '../../meeting/approval.ts';
import { editionOf } from '../../meeting/edition.ts';
import type { Failure } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile, Person } from '../../meeting/meeting.ts';
import { missingOutcomes } from '../../meeting/minutes.ts';
import { claimOf, endOf } from '../../meeting/reviewNotice.ts';
import { checkSeal, draftFingerprint } from '../../meeting/seal.ts';
import type { ApprovalAct } from '../../meeting/words.ts';
import type { StoredApproval } from '../../storage/approvalRow.ts';
import type { Desk } from '../desk.ts';
import type { StepTold } from '../steps.ts';
import { addCorrectionOrder } from './addCorrection.ts';
import { askReviewersOrder } from './askReviewers.ts';
import { howItStands, type HowItStands } from './howItStands.ts';
import { keepApprovalOrder } from './keepApproval.ts';
import { noticeFor } from './noticeFor.ts';

/** What this page knows of each meeting's approval: how far its lines had come when they were shown last, and what was pressed here. An act is decided on these. */
interface Known {
  latest?: number;
  readonly own: string[];
}
const known = new WeakMap<Desk, Map<string, Known>>();

function knownOf(desk: Desk, key: string): Known {
  const all = known.get(desk) ?? new Map<string, Known>();
  known.set(desk, all);
  const found = all.get(key) ?? { own: [] };
  all.set(key, found);
  return found;
}

/** How those who are asked are told of it. */
export interface ToldOf {
  /** In the board's channel. */
  readonly channel: boolean;
  /** Beside it, in a chat, those who are not in the team: the person has let Dagsorden write there for them. */
  readonly alone: boolean;
}

type OfMinutes = Pick<MeetingFile, 'pointer'>;

/** What somebody does about the approval. Each is a line that is only added, kept in the outbox like everything that is written. */
export function acts(desk: Desk) {
  const { workplace, send, me } = desk;
  const line = (act: ApprovalAct, fields: Partial<StoredApproval> = {}): StoredApproval => ({
    id: workplace.newId(),
    act,
    draft: '',
    itemId: null,
    words: '',
    people: [],
    deadline: null,
    ...fields,
  });
  /** What these lines are decided on; from now on they are lines of this page. */
  const decidedOn = ({ pointer }: OfMinutes, ids: readonly string[]) => {
    const { latest, own } = knownOf(desk, pointer.key);
    const before = [...own];
    own.push(...ids);
    return { pointer, by: me().id ?? undefined, after: latest, own: before };
  };
  const keep = (file: OfMinutes, lines: readonly { readonly line: StoredApproval; readonly inner: boolean }[]) => {
    const on = decidedOn(
      file,
      lines.map(({ line: { id } }) => id),
    );
    return send(keepApprovalOrder, { lines, ...on });
  };

  return {
    async howItStands(file: MeetingFile): Promise<HowItStands> {
      const stands = await howItStands(workplace, me(), file);
      knownOf(desk, file.pointer.key).latest = stands.latest;
      return stands;
    },
    reviewNoticeFor: (file: MeetingFile, people: readonly Person[], deadline: string | null) => noticeFor(desk, file, people, deadline),
    async sendToReview(file: MeetingFile, people: readonly Person[], deadline: string | null, { channel, alone }: ToldOf): Promise<void> {
      const missing = missingOutcomes(file.agenda, file.treatments);
      if (missing.length > 0) throw new TypeError(`Minutes are looked through when every item has an outcome; ${missing.length} lack one`);
      const draft = await draftFingerprint(editionOf(file, 'circle', 1, '').lines);
      const review = line('review', { draft, people, deadline });
      if (!channel) return keep(file, [{ line: review, inner: false }]);
      const { message: notice, alone: reached } = await noticeFor(desk, file, people, deadline);
      const told = alone && reached.people.length > 0 ? { from: me(), people: reached.people, text: reached.text } : null;
      const asked = { board: file.board, line: review, review: review.id, notice, alone: told, token: workplace.newId() };
      await send(askReviewersOrder, { ...asked, ...decidedOn(file, [review.id]) });
    },
    async tellReviewers(file: MeetingFile, { review, asked, deadline }: Approval): Promise<void> {
      if (review === null) throw new TypeError('Nobody is asked to look these minutes through');
      const { message: notice } = await noticeFor(desk, file, asked, deadline);
      let refused: Failure | null = null;
      const onStep = ({ failure }: StepTold): void => void (refused ??= failure);
      const order = { pointer: file.pointer, board: file.board, line: null, review, notice, alone: null, token: workplace.newId() };
      await send(askReviewersOrder, order, { onStep });
      if (refused !== null) throw refused as Failure;
    },
    noticeLookedFor: (file: OfMinutes, review: string, attempt: number, isThere: boolean) => {
      const act = isThere ? 'told' : 'notTold';
      return keep(file, [{ line: { ...line(act), id: endOf(claimOf(review, attempt), act, true) }, inner: false }]);
    },
    takeBack: (file: OfMinutes) => keep(file, [{ line: line('takenBack'), inner: false }]),
    approve: (file: OfMinutes, draft: string) => keep(file, [{ line: line('approve', { draft }), inner: false }]),
    /** Words may quote the draft: they stand where it does, apart from the objection, which everybody may see. */
    object: (file: OfMinutes, draft: string, words: string) =>
      keep(file, [
        ...(words.trim() === '' ? [] : [{ line: line('comment', { draft, words }), inner: true }]),
        { line: line('object', { draft }), inner: false },
      ]),
    remark: (file: OfMinutes, itemId: ItemId | null, words: string) => keep(file, [{ line: line('comment', { itemId, words }), inner: true }]),
    addCorrection: ({ pointer }: OfMinutes, itemId: ItemId, words: string) =>
      send(addCorrectionOrder, {
        pointer,
        itemId,
        words: words.trim(),
        by: me().name,
        at: workplace.now().toISOString(),
        id: workplace.newId(),
        language: workplace.language,
      }),
    checkSeal: ({ minutes }: Pick<MeetingFile, 'minutes'>) => (minutes === null ? Promise.resolve(null) : checkSeal(minutes)),
  };
}
