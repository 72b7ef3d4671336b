import * as v from 'valibot';
import { standingOf } from '../../meeting/apologies.ts';
import { Failure } from '../../meeting/errors.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { pointer } from '../../meeting/schemas.ts';
import { callsFor, invitationOf, stands, type StoredSubstituteAct } from '../../meeting/substitutes.ts';
import { substituteAct } from '../../meeting/substituteSchema.ts';
import { SUBSTITUTE_ANSWERS, type SubstituteAnswer } from '../../meeting/words.ts';
import type { Store } from '../../storage/store.ts';
import { withPeopleKnown } from '../attendance/peopleKnown.ts';
import { plan, type Run } from '../plan.ts';
import { callsNow } from './callsNow.ts';

interface SubstitutesInput {
  readonly pointer: MeetingPointer;
  /** In the order they are written. */
  readonly acts: readonly StoredSubstituteAct[];
  /** The organiser's copy of the event, to be brought in line with the calls; null where another does that. */
  readonly eventId: string | null;
  /** The stand-in's own answer, in their own calendar; null leaves it alone. */
  readonly answer: { readonly eventId: string; readonly answer: SubstituteAnswer } | null;
}

export const keepSubstitutesPlan = plan({
  input: v.object({
    pointer,
    acts: v.array(substituteAct),
    eventId: v.nullable(v.string()),
    answer: v.nullable(v.object({ eventId: v.string(), answer: v.picklist(SUBSTITUTE_ANSWERS) })),
  }) satisfies v.GenericSchema<unknown, SubstitutesInput>,
  steps: {
    stored: { once: true },
    // What is written stands, and the organiser sees that the invitation lacks it.
    invited: { refusable: ['NotAllowed', 'ConsentMissing', 'Refused', 'NotFound', 'Conflict'] },
    answered: { once: true, refusable: ['NotAllowed', 'ConsentMissing', 'Refused'] },
  },
  perform: keepAll,
});

async function keepAll(
  { store }: { readonly store: Store },
  input: SubstitutesInput,
  { steps }: Run<'stored' | 'invited' | 'answered', never>,
): Promise<void> {
  const { pointer, acts, eventId, answer } = input;
  await steps.take('stored', async () => {
    for (const act of acts) await keepOne(store, pointer, act);
  });
  if (eventId === null) steps.skip('invited');
  else {
    await steps.take('invited', () =>
      // Read anew each time: who else was called meanwhile comes with it.
      store.changeInvitees(eventId, async (invited) => {
        const { ids } = await store
          .directoryOf(invited.flatMap(({ email }) => email ?? []))
          .catch(() => ({ ids: {} as Readonly<Record<string, string>> }));
        const known = invited.map((person) => ({ ...person, id: ids[(person.email ?? '').toLowerCase()] ?? null }));
        return invitationOf((await callsNow(store, pointer)).calls, known);
      }),
    );
  }
  if (answer === null) steps.skip('answered');
  else {
    await steps.take('answered', () =>
      answer.answer === 'coming' ? store.acceptEvent(answer.eventId) : store.answerEvent(answer.eventId, { answer: 'declined', comment: '' }),
    );
  }
}

/**
 * Writes an act, unless what it is about has become otherwise since it was ordered: nobody is called for a member who comes after all.
 * @throws Failure Conflict where somebody else was called for the member first
 */
async function keepOne(store: Store, pointer: MeetingPointer, act: StoredSubstituteAct): Promise<void> {
  if (act.act === 'called') {
    const apologies = await withPeopleKnown(store, await store.apologies(pointer), [act.insteadOf]);
    if (standingOf(apologies, act.insteadOf) === null)
      throw new Failure('Conflict', 'The apology has been taken back since', { detail: { reason: 'comes' } });
    await refuseSecond(store, pointer, act);
  }
  await store.addSubstituteAct(pointer, act);
  // Two may have called at the same moment: the service's order tells who was first.
  if (act.act === 'called') await refuseSecond(store, pointer, act);
}

async function refuseSecond(store: Store, pointer: MeetingPointer, act: StoredSubstituteAct): Promise<void> {
  const { calls } = await callsNow(store, pointer);
  const first = callsFor(calls, act.insteadOf).find(stands);
  if (first === undefined || callsFor(calls, act.insteadOf).some((call) => stands(call) && isSame(call.person, act.person))) return;
  throw new Failure('Conflict', 'Another stand-in was called first', { detail: { reason: 'called', by: first.calledBy } });
}

const isSame = (one: StoredSubstituteAct['person'], other: StoredSubstituteAct['person']): boolean =>
  one.id !== null && other.id !== null
    ? one.id === other.id
    : one.email !== null && other.email !== null
      ? one.email.toLowerCase() === other.email.toLowerCase()
      : one.name === other.name;
