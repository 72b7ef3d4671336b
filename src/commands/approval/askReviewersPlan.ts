import * as v from 'valibot';
import type { ApprovalLine } from '../../meeting/approval.ts';
import { approvalLine } from '../../meeting/approvalSchema.ts';
import { Failure } from '../../meeting/errors.ts';
import type { Board, MeetingPointer, Person } from '../../meeting/meeting.ts';
import { aloneClaimOf, claimOf, endOf, reviewNoticeState } from '../../meeting/reviewNotice.ts';
import { board, person, pointer } from '../../meeting/schemas.ts';
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
  /** Those who are told alone, in a chat, by whom, and with which words, as they were shown; null where nobody is. */
  readonly alone: { readonly from: Person; readonly people: readonly Person[]; readonly text: string } | null;
  /** Names this order's own claims of messages. */
  readonly token: string;
}

const mention = v.object({ id: v.number(), userId: v.string(), name: v.string() });
const input: v.GenericSchema<unknown, AskInput> = v.object({
  pointer,
  board,
  line: v.nullable(approvalLine),
  review: v.string(),
  notice: v.object({ subject: v.string(), html: v.string(), mentions: v.optional(v.array(mention)) }),
  // Orders from before anybody was told alone have none.
  alone: v.optional(v.nullable(v.object({ from: person, people: v.array(person), text: v.string() })), null),
  token: v.string(),
  ...decidedOn,
});

export const askReviewersPlan = plan({
  input,
  // The review stands also where the site has no words for the message yet.
  steps: { stored: {}, told: { refusable: ['SiteNotPrepared'] }, alone: { refusable: ['SiteNotPrepared'] } },
  perform: async ({ store }, asked: AskInput, { steps }) => {
    const { line } = asked;
    await steps.take('stored', async () => {
      if (line !== null) await keepOne(store, asked, line, false);
    });
    await steps.take('told', () => tell(store, asked));
    const { alone } = asked;
    if (alone === null) return steps.skip('alone');
    await steps.take('alone', async () => {
      for (const to of alone.people) await tellAlone(store, asked, alone, to);
    });
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
  if (!(await isClaimed(store, outer, claim, token))) return;
  const posted = await store.postChannelMessage(board, notice, async () => undefined);
  // Where nobody can say how it went, nothing is said.
  if (posted.kind === 'uncertain') return;
  const act = posted.kind === 'posted' ? 'told' : 'notTold';
  await store.addApproval(outer, lineOf(endOf(claim, act, false), act), false);
}

/** A message cannot be recalled, and Graph knows no mark by which one sent twice would be one: who finds a claim, be it their own, writes nothing. */
async function tellAlone(
  store: Workplace['store'],
  { pointer, review, token }: AskInput,
  { from, text }: NonNullable<AskInput['alone']>,
  to: Person,
): Promise<void> {
  const outer: MeetingPointer = { ...pointer, closedSiteId: null };
  const linesNow = async () => (await store.approvalLines(outer)).lines;
  const claim = aloneClaimOf(review, to);
  const before = await linesNow();
  if (!isCurrent(before, review) || before.some(({ id }) => id === claim)) return;
  if (!(await isClaimed(store, outer, claim, token))) return;
  const told = await store.tellInChat([from, to], text, async () => {
    if (!isCurrent(await linesNow(), review)) throw new Failure('Conflict', 'The draft is with nobody by now');
  });
  if (told.kind === 'uncertain') return;
  const act = told.kind === 'told' ? 'told' : 'notTold';
  await store.addApproval(outer, lineOf(endOf(claim, act, false), act), false);
}

/** Lays a claim. A line with that id may be another's, which was first. */
async function isClaimed(store: Workplace['store'], outer: MeetingPointer, claim: string, token: string): Promise<boolean> {
  await store.addApproval(outer, lineOf(claim, 'telling', token), false);
  return (await store.approvalLines(outer)).lines.some(({ id, words }) => id === claim && words === token);
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
