import * as v from 'valibot';
import { newerAct, standingOf } from '../../meeting/apologies.ts';
import { digest } from '../../meeting/digest.ts';
import { Failure, isFailure, type FailureName } from '../../meeting/errors.ts';
import type { Apology, MeetingPointer, Occasion } from '../../meeting/meeting.ts';
import { apology, occasion, pointer } from '../../meeting/schemas.ts';
import { callsAsStandIn, stands, type SubstituteCall } from '../../meeting/substitutes.ts';
import { withPeopleKnown } from '../attendance/peopleKnown.ts';
import type { Store } from '../../storage/store.ts';
import { ownEvent } from '../find/findMyEvent.ts';
import { refuseOtherBoard } from '../find/otherBoard.ts';
import { lookFreshly } from '../lookFreshly.ts';
import { Held } from '../../device/held.ts';
import { plan, type Run } from '../plan.ts';
import { STAFF_RULES, staffToTell, tellStaff, type StaffStep, type StaffToTell } from '../staff/tellStaff.ts';
import { callsIfAny } from '../substitutes/callsNow.ts';
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
  /** Entered on somebody's behalf: what they have sent meanwhile, with its scope and substitute, is left as it is, and nobody is told of it. */
  readonly onBehalf: boolean;
  /** Whom the person has told of it in Teams besides; null for nobody. */
  readonly staff: StaffToTell | null;
  /** Is asked whether the person is called to stand in; nobody else pays for the answer. */
  readonly mayBeCalled: boolean;
}

/**
 * `stored` is the record, `declined` the answer of the person's own calendar, and `told` that the organiser was told by it: skipped where nobody was. The last two are
 * messages in Teams.
 */
export type ApologyStep = 'stored' | 'declined' | 'told' | StaffStep;

/** What was stored. `asStandIn`: whoever was called to stand in has said that they cannot, which is the answer to the call and no apology. */
export interface SentApology extends Apology {
  readonly asStandIn?: true;
}

const input: v.GenericSchema<unknown, ApologyInput> = v.object({
  pointer,
  apology,
  decline: v.nullable(v.object({ eventId: v.string(), comment: v.string() })),
  search: v.nullable(v.object({ occasion, comment: v.nullable(v.string()) })),
  tentative: v.boolean(),
  holdUntil: v.nullable(v.string()),
  onBehalf: v.boolean(),
  staff: v.nullable(staffToTell),
  mayBeCalled: v.boolean(),
});

export const sendApologyPlan = plan({
  // Before, the event was looked for when the order was given, or left alone.
  climbs: [
    (older) => (typeof older === 'object' ? { ...older, search: null } : older),
    // And an apology for a part of the meeting left the calendar alone.
    (older) => (typeof older === 'object' ? { ...older, tentative: false, holdUntil: null } : older),
    // And nobody was told in Teams.
    (older) => (typeof older === 'object' ? { ...older, staff: null, mayBeCalled: true } : older),
  ],
  input,
  steps: {
    // Stored again later, it would stand again although it was withdrawn meanwhile.
    stored: { once: true },
    // A calendar that does not take the answer changes nothing in what is recorded.
    declined: { once: true, refusable: ['NotAllowed', 'ConsentMissing', 'Refused'] },
    told: {},
    ...STAFF_RULES,
  },
  perform: storeAndDecline,
});

/**
 * Stores the apology, then declines: declining takes the event, and with it the way back, out of the person's calendar. An apology
 * that stands for the same person is changed, whoever entered it: the secretary files by address, the person by Entra id. What the person
 * has done since, on another device, is left as it is, and is the result.
 */
async function storeAndDecline({ store, now }: Workplace, input: ApologyInput, { steps, tell }: Run<ApologyStep, SentApology>): Promise<SentApology> {
  const { pointer, apology } = input;
  let stored: SentApology = apology;
  let newer: Apology | null = null;
  /** Is what was entered for them what stands? Another's words may be of another part of the meeting, and have been told by whoever wrote them. */
  let isEntered = true;
  let readAt = -Infinity;
  await steps.take('stored', async () => {
    await refuseElsewhere(store, input);
    readAt = now().getTime();
    ({ stored, newer } = await keep(store, input));
    isEntered = isSameAct(stored, apology);
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
        isEntered = isSameAct(standingOf(all, sent.person), sent);
        readAt = begun;
      }
      if (isTakenBack()) throw new Failure('Conflict', 'The person has done something newer since');
    }, now);
  const decline = isTakenBack() ? null : (input.decline ?? (await searched(store, input)));
  if ((decline ?? input.staff) !== null && input.holdUntil !== null && now().getTime() < Date.parse(input.holdUntil)) {
    // Nobody waits for a calendar that has nothing to answer.
    if (decline === null) for (const step of ['declined', 'told'] as const) steps.skip(step);
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
  await tellStaff({ store, now, steps }, pointer, isTakenBack() ? null : input.staff, async () => {
    await look().catch((error: unknown) => {
      if (!isTakenBack()) throw error;
    });
    return !isTakenBack() && (isEntered || !input.onBehalf);
  });
  return newer ?? stored;
}

/** Was it written by the same hand at the same moment? An answer to a call is no apology. */
const isSameAct = (stored: SentApology | null, { enteredBy, receivedAt, scope }: Apology): boolean =>
  stored !== null &&
  !stored.asStandIn &&
  stored.enteredBy === enteredBy &&
  Date.parse(stored.receivedAt) === Date.parse(receivedAt) &&
  stored.scope.kind === scope.kind;

/** Stores it, or what it is of whoever was called to stand in. `newer` is what the person has done since, and is left as it is. */
async function keep(
  store: Store,
  { pointer, apology, onBehalf, mayBeCalled }: ApologyInput,
): Promise<{ readonly stored: SentApology; readonly newer: Apology | null }> {
  let result: { readonly stored: SentApology; readonly newer: Apology | null } = { stored: apology, newer: null };
  let answered: readonly SubstituteCall[] = [];
  await store.changeApologies(pointer, async (rows) => {
    const known = await withPeopleKnown(store, [apology, ...rows]);
    const [sent = apology, ...all] = known;
    const newer = newerAct(all, sent);
    const before = standingOf(all, sent.person);
    const kept = newer ?? (onBehalf ? before : null);
    answered = kept === null && mayBeCalled ? await calledFor(store, pointer, sent, all) : [];
    if (answered.length > 0) {
      result = { stored: { ...sent, asStandIn: true }, newer };
      return before === null ? [] : [{ ...before, withdrawnAt: justBefore(sent.receivedAt) }];
    }
    result = { stored: kept ?? (before ? { ...sent, id: before.id } : sent), newer };
    return kept ? [] : [result.stored];
  });
  for (const call of answered) if (stands({ state: call.written })) await declineCall(store, pointer, apology, call);
  return result;
}

/** The calls that somebody says no to by an apology for the whole meeting. Nobody is called before another has sent one, and then nothing is asked. */
async function calledFor(store: Store, pointer: MeetingPointer, { person, scope }: Apology, all: readonly Apology[]): Promise<SubstituteCall[]> {
  if (scope.kind !== 'meeting' || all.length === 0) return [];
  const { calls, profile } = await callsIfAny(store, pointer);
  return callsAsStandIn(calls, person, profile);
}

async function declineCall(store: Store, pointer: MeetingPointer, apology: Apology, { person, insteadOf, place }: SubstituteCall): Promise<void> {
  const id = await digest([apology.id, apology.receivedAt, insteadOf.id ?? insteadOf.email ?? insteadOf.name, 'cannot'].join('\n'));
  await store.addSubstituteAct(pointer, { id, act: 'declined', person, insteadOf, place, wasInvited: true });
}

/** The instant before, in milliseconds: what is taken back then is no newer act than what was sent at this one. */
const justBefore = (iso: string): string => new Date(Date.parse(iso) - 1).toISOString();

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
