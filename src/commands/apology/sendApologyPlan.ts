import * as v from 'valibot';
import { newerAct, standingOf } from '../../meeting/apologies.ts';
import { Failure, isFailure, type FailureName } from '../../meeting/errors.ts';
import type { Apology, MeetingPointer } from '../../meeting/meeting.ts';
import { apology, pointer } from '../../meeting/schemas.ts';
import { withPeopleKnown } from '../attendance/peopleKnown.ts';
import type { Store } from '../../storage/store.ts';
import { refuseOtherBoard } from '../find/otherBoard.ts';
import { plan, type Run } from '../plan.ts';
import type { Workplace } from '../workplace.ts';

/** What an apology needs; plain data, so that it can wait in the outbox. */
export interface ApologyInput {
  readonly pointer: MeetingPointer;
  readonly apology: Apology;
  /** The occurrence to decline on the person's own calendar; null leaves the calendar alone. */
  readonly decline: { readonly eventId: string; readonly comment: string } | null;
  /** Entered on somebody's behalf: what they have sent meanwhile, with its scope and substitute, is left as it is. */
  readonly onBehalf: boolean;
}

/** `stored` is the record, `declined` the occurrence on the person's own calendar. */
export type ApologyStep = 'stored' | 'declined';

const input: v.GenericSchema<unknown, ApologyInput> = v.object({
  pointer,
  apology,
  decline: v.nullable(v.object({ eventId: v.string(), comment: v.string() })),
  onBehalf: v.boolean(),
});

export const sendApologyPlan = plan({
  input,
  steps: {
    // Stored again later, it would stand again although it was withdrawn meanwhile.
    stored: { once: true },
    // A calendar that does not take the answer changes nothing in what is recorded.
    declined: { once: true, refusable: ['NotAllowed', 'ConsentMissing', 'Refused'] },
  },
  perform: storeAndDecline,
});

/**
 * Stores the apology, then declines: declining takes the event, and with it the way back, out of the person's calendar. An apology
 * that stands for the same person is changed, whoever entered it: the secretary files by address, the person by Entra id. What the person
 * has done since, on another device, is left as it is, and is the result.
 */
async function storeAndDecline({ store, now }: Workplace, input: ApologyInput, { steps }: Run<ApologyStep, never>): Promise<Apology> {
  const { pointer, apology, decline, onBehalf } = input;
  let stored = apology;
  let newer: Apology | null = null;
  let readAt = -Infinity;
  await steps.take('stored', async () => {
    await refuseElsewhere(store, input);
    await store.changeApologies(pointer, async (rows) => {
      const known = await withPeopleKnown(store, [apology, ...rows]);
      const [sent = apology, ...all] = known;
      readAt = now().getTime();
      newer = newerAct(all, sent);
      const stands = standingOf(all, sent.person);
      const kept = newer ?? (onBehalf ? stands : null);
      stored = kept ?? (stands ? { ...sent, id: stands.id } : sent);
      return kept ? [] : [stored];
    });
  });
  const isTakenBack = () => newer !== null;
  /** The calendar's answer cannot be recalled. An answer may have kept us waiting, or the device slept: then the person means to come by now. */
  const look = async (): Promise<void> => {
    if (now().getTime() - readAt > FRESH) {
      const [sent = apology, ...all] = await withPeopleKnown(store, [apology, ...(await store.apologies(pointer))]);
      newer = newerAct(all, sent);
    }
    readAt = now().getTime();
    if (isTakenBack()) throw new Failure('Conflict', 'The person has done something newer since');
  };
  if (decline && !isTakenBack()) {
    await steps.take('declined', async () => {
      try {
        await store.declineEvent(decline.eventId, decline.comment, look);
      } catch (error) {
        if (!isTakenBack()) throw error;
      }
    });
  }
  if (!decline || isTakenBack()) steps.skip('declined');
  return newer ?? stored;
}

/** So long a reading of the apologies tells whether one stands, in milliseconds. */
const FRESH = 3_000;

const notAtHand: readonly FailureName[] = ['NotFound', 'NotAllowed', 'ConsentMissing', 'WholeSeries', 'Refused'];

/** The event that is about to be declined says itself where its meeting's rows are. Throws Failure OtherBoard. */
async function refuseElsewhere(store: Store, { pointer, decline }: ApologyInput): Promise<void> {
  if (decline === null) return;
  try {
    refuseOtherBoard(pointer, await store.eventById(decline.eventId));
  } catch (error) {
    // Gone from the calendar, or not to be read: then nothing is declined either.
    if (!notAtHand.some((name) => isFailure(error, name))) throw error;
  }
}
