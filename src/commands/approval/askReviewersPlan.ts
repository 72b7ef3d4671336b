import * as v from 'valibot';
import type { ApprovalLine } from '../../meeting/approval.ts';
import { approvalLine } from '../../meeting/approvalSchema.ts';
import type { Board, MeetingPointer } from '../../meeting/meeting.ts';
import { claimOf, endOf, reviewNoticeState } from '../../meeting/reviewNotice.ts';
import { board, pointer } from '../../meeting/schemas.ts';
import type { StoredApproval } from '../../storage/approvalRow.ts';
import type { MessageContent } from '../../storage/postMessage.ts';
import { decidedOn, keepOne, type DecidedOn } from './keepOne.ts';
import { plan } from '../plan.ts';
import type { Workplace } from '../workplace.ts';

interface AskInput extends DecidedOn {
  readonly board: Board;
  /** The line that sends the draft to review; null where it stands already. */
  readonly line: StoredApproval | null;
  /** The id of that line. */
  readonly review: string;
  /** As it was shown. It holds no word of the minutes, so that nothing closed meanwhile can be in it. */
  readonly notice: MessageContent;
  /** Names this order's own claim of the message. */
  readonly token: string;
}

const mention = v.object({ id: v.number(), userId: v.string(), name: v.string() });
const input: v.GenericSchema<unknown, AskInput> = v.object({
  pointer,
  board,
  line: v.nullable(approvalLine),
  review: v.string(),
  notice: v.object({ subject: v.string(), html: v.string(), mentions: v.optional(v.array(mention)) }),
  token: v.string(),
  ...decidedOn,
});

export const askReviewersPlan = plan({
  input,
  // The review stands also where the site has no words for the message yet.
  steps: { stored: {}, told: { refusable: ['SiteNotPrepared'] } },
  perform: async ({ store }, asked: AskInput, { steps }) => {
    const { line } = asked;
    await steps.take('stored', async () => {
      if (line !== null) await keepOne(store, asked, line, false);
    });
    await steps.take('told', () => tell(store, asked));
  },
});

/** Once: who finds a claim that is not theirs, or their own from an attempt that was cut off, posts nothing. */
async function tell(store: Workplace['store'], { pointer, board, line, review, notice, token }: AskInput): Promise<void> {
  const outer: MeetingPointer = { ...pointer, closedSiteId: null };
  const before = (await store.approvalLines(outer)).lines;
  const { state, tries } = reviewNoticeState(before, review);
  if (state === 'sent' || state === 'uncertain') return;
  // The order may have waited. Who tells them later has seen that the draft is with them.
  if (line !== null && !isCurrent(before, review)) return;
  const claim = claimOf(review, tries + 1);
  await store.addApproval(outer, lineOf(claim, 'telling', token), false);
  // A line with that id may be another's, which was first.
  const mine = (await store.approvalLines(outer)).lines.some(({ id, words }) => id === claim && words === token);
  if (!mine) return;
  const posted = await store.postChannelMessage(board, notice, async () => undefined);
  // Where nobody can say how it went, nothing is said.
  if (posted.kind === 'uncertain') return;
  const act = posted.kind === 'posted' ? 'told' : 'notTold';
  await store.addApproval(outer, lineOf(endOf(claim, act, false), act), false);
}

/** Was the draft neither taken back nor sent anew since, by whomever? */
function isCurrent(lines: readonly ApprovalLine[], review: string): boolean {
  const mine = lines.find(({ id }) => id === review);
  if (mine === undefined) return false;
  return !lines.some(({ act, place }) => (act === 'review' || act === 'takenBack') && place > mine.place);
}

const lineOf = (id: string, act: StoredApproval['act'], words = ''): StoredApproval => ({
  id,
  act,
  draft: '',
  itemId: null,
  words,
  people: [],
  deadline: null,
});
