import * as v from 'valibot';
import { newerAct, standingOf } from '../../meeting/apologies.ts';
import { Failure, isFailure, type FailureName } from '../../meeting/errors.ts';
import type { Apology, MeetingPointer, Occasion } from '../../meeting/meeting.ts';
import { apology, occasion, pointer } from '../../meeting/schemas.ts';
import { withPeopleKnown } from '../attendance/peopleKnown.ts';
import type { Store } from '../../storage/store.ts';
import { ownEvent } from '../find/findMyEvent.ts';
import { refuseOtherBoard } from '../find/otherBoard.ts';
import { lookFreshly } from '../lookFreshly.ts';
import { Held } from '../../device/held.ts';
import { plan, type Run } from '../plan.ts';
import type { Workplace } from '../workplace.ts';

/** What an apology needs; plain data, so that it can wait in the outbox. */
export interface ApologyInput {
  readonly pointer: MeetingPointer;
  readonly apology: Apology;
  /** The occurrence to decline on the person's own calendar; null leaves the calendar alone. */
  readonly decline: { readonly eventId: string; readonly comment: string } | null;
  /** Looks for the person's own event, which was not at hand: to be declined with this comment, or, where it is null, for what it says of the board alone. */
  readonly search: { readonly occasion: Occasion; readonly comment: string | null } | null;
  /** The answer is "perhaps" and no refusal: they come to a part of the meeting. */
  readonly tentative: boolean;
  /** The calendar is answered no earlier than this ISO instant: until then it can be taken back as if it had not been. Null: at once. */
  readonly holdUntil: string | null;
  /** Entered on somebody's behalf: what they have sent meanwhile, with its scope and substitute, is left as it is. */
  readonly onBehalf: boolean;
}

/** `stored` is the record, `declined` the answer of the person's own calendar, and `told` that the organiser was told by it: skipped where nobody was. */
export type ApologyStep = 'stored' | 'declined' | 'told';

const input: v.GenericSchema<unknown, ApologyInput> = v.object({
  pointer,
  apology,
  decline: v.nullable(v.object({ eventId: v.string(), comment: v.string() })),
  search: v.nullable(v.object({ occasion, comment: v.nullable(v.string()) })),
  tentative: v.boolean(),
  holdUntil: v.nullable(v.string()),
  onBehalf: v.boolean(),
});

export const sendApologyPlan = plan({
  // Before, the event was looked for when the order was given, or left alone.
  climbs: [
    (older) => (typeof older === 'object' ? { ...older, search: null } : older),
    // And an apology for a part of the meeting left the calendar alone.
    (older) => (typeof older === 'object' ? { ...older, tentative: false, holdUntil: null } : older),
  ],
  input,
  steps: {
    // Stored again later, it would stand again although it was withdrawn meanwhile.
    stored: { once: true },
    // A calendar that does not take the answer changes nothing in what is recorded.
    declined: { once: true, refusable: ['NotAllowed', 'ConsentMissing', 'Refused'] },
    told: {},
  },
  perform: storeAndDecline,
});

/**
 * Stores the apology, then declines: declining takes the event, and with it the way back, out of the person's calendar. An apology
 * that stands for the same person is changed, whoever entered it: the secretary files by address, the person by Entra id. What the person
 * has done since, on another device, is left as it is, and is the result.
 */
async function storeAndDecline({ store, now }: Workplace, input: ApologyInput, { steps, tell }: Run<ApologyStep, Apology>): Promise<Apology> {
  const { pointer, apology, onBehalf } = input;
  let stored = apology;
  let newer: Apology | null = null;
  let readAt = -Infinity;
  await steps.take('stored', async () => {
    await refuseElsewhere(store, input);
    const begun = now().getTime();
    await store.changeApologies(pointer, async (rows) => {
      const known = await withPeopleKnown(store, [apology, ...rows]);
      const [sent = apology, ...all] = known;
      readAt = begun;
      newer = newerAct(all, sent);
      const stands = standingOf(all, sent.person);
      const kept = newer ?? (onBehalf ? stands : null);
      stored = kept ?? (stands ? { ...sent, id: stands.id } : sent);
      return kept ? [] : [stored];
    });
  });
  const isTakenBack = () => newer !== null;
  /**
   * The calendar's answer cannot be recalled. An answer may have kept us waiting, or the device slept, also while what it asked for was on its way: a reading is as
   * old as its question. Then the person means to come by now.
   */
  const look = (): Promise<void> =>
    lookFreshly(async () => {
      if (now().getTime() - readAt > FRESH) {
        const begun = now().getTime();
        const [sent = apology, ...all] = await withPeopleKnown(store, [apology, ...(await store.apologies(pointer))]);
        newer = newerAct(all, sent);
        readAt = begun;
      }
      if (isTakenBack()) throw new Failure('Conflict', 'The person has done something newer since');
    }, now);
  const decline = isTakenBack() ? null : (input.decline ?? (await searched(store, input)));
  if (decline && input.holdUntil !== null && now().getTime() < Date.parse(input.holdUntil)) {
    tell(stored);
    throw new Held(Date.parse(input.holdUntil));
  }
  // An answer of an earlier attempt was one.
  let told = true;
  if (decline) {
    await steps.take('declined', async () => {
      try {
        const answer = input.tentative ? 'tentative' : 'declined';
        told = false;
        told = await store.answerEvent(decline.eventId, { answer, comment: decline.comment }, look);
      } catch (error) {
        if (!isTakenBack()) throw error;
      }
    });
  }
  // The last look may have found that the person means to come by now.
  const isMeant = decline !== null && !isTakenBack();
  if (!isMeant) steps.skip('declined');
  if (isMeant && told) steps.settle('told', 'done');
  else steps.skip('told');
  return newer ?? stored;
}

/** So long a reading of the apologies tells whether one stands, in milliseconds. */
const FRESH = 3_000;

const notAtHand: readonly FailureName[] = ['NotFound', 'NotAllowed', 'ConsentMissing', 'WholeSeries', 'Refused'];

/**
 * The person's own event says itself where its meeting's rows are. What the calendar cannot tell of one that has to be looked for keeps nobody from
 * sending an apology. Throws Failure OtherBoard.
 */
async function refuseElsewhere(store: Store, { pointer, decline, search }: ApologyInput): Promise<void> {
  try {
    if (decline) refuseOtherBoard(pointer, await store.eventById(decline.eventId));
    else if (search) await ownEvent(store, { occasion: search.occasion, pointer });
  } catch (error) {
    // Gone from the calendar, or not to be read: then nothing is declined either.
    const isQuiet = decline ? notAtHand.some((name) => isFailure(error, name)) : !isFailure(error, 'OtherBoard');
    if (!isQuiet) throw error;
  }
}

/** What there is to decline of what had to be looked for; null where there is nothing. Throws what may pass, so that it is looked for again. */
async function searched(store: Store, { pointer, search }: ApologyInput): Promise<ApologyInput['decline']> {
  if (search === null || search.comment === null) return null;
  try {
    const event = await ownEvent(store, { occasion: search.occasion, pointer });
    return event && !event.iAmOrganizer ? { eventId: event.id, comment: search.comment } : null;
  } catch (error) {
    if (!notAtHand.some((name) => isFailure(error, name))) throw error;
    return null;
  }
}
