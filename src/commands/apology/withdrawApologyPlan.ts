import * as v from 'valibot';
import { meansThis, takenBackBefore } from '../../meeting/apologies.ts';
import { isFailure, type FailureName } from '../../meeting/errors.ts';
import type { Apology, MeetingPointer, Occasion } from '../../meeting/meeting.ts';
import { whoIsWho } from '../../meeting/persons.ts';
import { apology, occasion, pointer } from '../../meeting/schemas.ts';
import { withPeopleKnown } from '../attendance/peopleKnown.ts';
import { callsFor, stands } from '../../meeting/substitutes.ts';
import { callsIfAny } from '../substitutes/callsNow.ts';
import { plan, type Run } from '../plan.ts';
import type { Workplace } from '../workplace.ts';

/** What taking an apology back needs; plain data, so that it can wait in the outbox. */
export interface WithdrawalInput {
  readonly pointer: MeetingPointer;
  readonly apology: Apology;
  /** ISO instant. */
  readonly at: string;
  /** The meeting to accept again on the person's own calendar; null leaves the calendar alone. */
  readonly occasion: Occasion | null;
}

/**
 * What became of the calendar. `gone`: the meeting has left it, as it does when it is declined, and only a new invitation brings it back; so the organiser has
 * not been told. `left`: it was left alone, or could not be answered.
 */
export interface Withdrawn {
  readonly calendar: 'accepted' | 'gone' | 'left';
}

type WithdrawalStep = 'withdrawn' | 'accepted' | 'calledOff';

const input: v.GenericSchema<unknown, WithdrawalInput> = v.object({ pointer, apology, at: v.string(), occasion: v.nullable(occasion) });

export const withdrawApologyPlan = plan({
  input,
  steps: { withdrawn: { once: true }, accepted: { once: true }, calledOff: { once: true, refusable: ['NotAllowed', 'Refused', 'SiteOutdated'] } },
  perform: async (workplace, input: WithdrawalInput, run) => {
    const withdrawn = await withdrawAndAccept(workplace, input, run);
    await run.steps.take('calledOff', () => callOffAll(workplace, input));
    return withdrawn;
  },
});

/** Marks what stands of this person's apology, and was sent no later, as withdrawn, then accepts the meeting again where the event is still on the calendar. */
async function withdrawAndAccept(
  { store }: Workplace,
  { pointer, apology, at, occasion }: WithdrawalInput,
  { steps }: Run<WithdrawalStep, never>,
): Promise<Withdrawn> {
  // By the person's id where the directory knows it, and kept so: the row may be under another of their addresses.
  const theirs = async (rows: readonly Apology[]) => {
    const all = await withPeopleKnown(store, rows, [apology.person]);
    const who = whoIsWho([...all.map(({ person }) => person), apology.person]);
    const wanted = who(apology.person);
    return all.filter((each) => each.id === apology.id || (wanted !== null && who(each.person) === wanted));
  };
  const standing = async (rows: readonly Apology[]) => (await theirs(rows)).filter(({ withdrawnAt }) => withdrawnAt === null);
  await steps.take('withdrawn', async () => {
    await store.changeApologies(pointer, async (rows) =>
      (await theirs(rows))
        .filter((each) => (each.withdrawnAt === null ? meansThis(each, at) : takenBackBefore(each, at)))
        .map((each) => ({ ...each, withdrawnAt: at })),
    );
  });
  // One that was sent since, on another device, stands: then the person does not mean to come.
  if (occasion === null || (await standing(await store.apologies(pointer))).length > 0) {
    steps.skip('accepted');
    return { calendar: 'left' };
  }
  let calendar: Withdrawn['calendar'] = 'left';
  await steps.take('accepted', async () => {
    try {
      const event = await store.eventOfMeeting({ ...occasion, key: pointer.key });
      const answered = event !== null && (event.myAnswer === 'accepted' || event.iAmOrganizer || (await store.acceptEvent(event.id)));
      calendar = answered ? 'accepted' : 'gone';
    } catch (error) {
      // No mailbox, or none we may use: the apology is taken back, and the calendar stays as it is.
      if (!noCalendar.some((name) => isFailure(error, name))) throw error;
    }
  });
  return { calendar };
}

/**
 * Who was called in the person's place is called off: written, so that another apology of theirs does not call them again. Whoever sends the invitation takes them
 * off it.
 */
async function callOffAll({ store, newId }: Workplace, { pointer, apology }: WithdrawalInput): Promise<void> {
  const calls = callsFor((await callsIfAny(store, pointer)).calls, apology.person);
  // One that was sent since stands, and so does whoever was called for it.
  for (const { person, insteadOf, place } of calls.filter(({ written, told }) => stands({ state: written }) && told === 'comes'))
    await store.addSubstituteAct(pointer, { id: newId(), act: 'calledOff', person, insteadOf, place, wasInvited: true });
}

const noCalendar: readonly FailureName[] = ['NotFound', 'NotAllowed', 'ConsentMissing', 'Refused'];
