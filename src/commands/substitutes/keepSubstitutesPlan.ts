import * as v from 'valibot';
import { standingOf } from '../../meeting/apologies.ts';
import { Failure, isFailure, type FailureName } from '../../meeting/errors.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { pointer } from '../../meeting/schemas.ts';
import { callsFor, invitationOf, stands, type StoredSubstituteAct } from '../../meeting/substitutes.ts';
import { substituteAct } from '../../meeting/substituteSchema.ts';
import { SUBSTITUTE_ANSWERS, SUBSTITUTE_STATES, type SubstituteAnswer, type SubstituteState } from '../../meeting/words.ts';
import type { Store } from '../../storage/store.ts';
import { withPeopleKnown } from '../attendance/peopleKnown.ts';
import { lookFreshly } from '../lookFreshly.ts';
import { plan, type Run } from '../plan.ts';
import { STAFF_RULES, staffToTell, tellStaff, type StaffStep, type StaffToTell } from '../staff/tellStaff.ts';
import { callsNow } from './callsNow.ts';

interface SubstitutesInput {
  readonly pointer: MeetingPointer;
  /** In the order they are written. */
  readonly acts: readonly StoredSubstituteAct[];
  /** The organiser's copy of the event, to be brought in line with the calls; null where another does that. */
  readonly eventId: string | null;
  /** The stand-in's own answer, in their own calendar; null leaves it alone. */
  readonly answer: { readonly eventId: string; readonly answer: SubstituteAnswer } | null;
  /** Of an answer: how the call stood when it was given. It has waited since, perhaps for days, and what was answered meanwhile on another device is newer. */
  readonly from?: SubstituteState | undefined;
  /** Whom the person has told of it in Teams besides; null for nobody. */
  readonly staff: StaffToTell | null;
}

export const keepSubstitutesPlan = plan({
  // Before, nobody was told in Teams.
  climbs: [(older) => (typeof older === 'object' ? { ...older, staff: null } : older)],
  input: v.object({
    pointer,
    acts: v.array(substituteAct),
    eventId: v.nullable(v.string()),
    answer: v.nullable(v.object({ eventId: v.string(), answer: v.picklist(SUBSTITUTE_ANSWERS) })),
    from: v.optional(v.picklist(SUBSTITUTE_STATES)),
    staff: v.nullable(staffToTell),
  }) satisfies v.GenericSchema<unknown, SubstitutesInput>,
  steps: {
    stored: { once: true },
    // What is written stands, and the organiser sees that the invitation lacks it.
    invited: { refusable: ['NotAllowed', 'ConsentMissing', 'Refused', 'NotFound', 'Conflict'] },
    answered: { once: true, refusable: ['NotAllowed', 'ConsentMissing', 'Refused', 'Conflict'] },
    ...STAFF_RULES,
  },
  perform: keepAll,
});

async function keepAll(
  { store, now }: { readonly store: Store; readonly now: () => Date },
  input: SubstitutesInput,
  { steps }: Run<'stored' | 'invited' | 'answered' | StaffStep, never>,
): Promise<void> {
  const { pointer, acts, eventId, answer, from, staff } = input;
  const isOver = (id: string | null) => hasEnded(store, id, now);
  await steps.take('stored', async () => {
    if (from !== undefined) for (const act of acts) await refuseOlder(store, pointer, act, [from, act.act]);
    if (acts.some(({ act }) => act === 'called') && (await isOver(eventId)))
      throw new Failure('Conflict', 'The meeting is over', { detail: { reason: 'over' } });
    for (const act of acts) await keepOne(store, pointer, act);
  });
  if (eventId === null) steps.skip('invited');
  else {
    await steps.take('invited', () =>
      // Read anew each time: who else was called meanwhile comes with it.
      store.changeInvitees(eventId, async (invited) => {
        // Whoever is put on it or taken off it is mailed: nobody is, of a meeting that is over.
        if (await isOver(eventId)) return { add: [], remove: [] };
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
    // The calendar's answer cannot be recalled, and the device may have slept since the act was written.
    const look = () =>
      lookFreshly(async () => {
        for (const act of acts) await refuseOlder(store, pointer, act, [act.act]);
      }, now);
    await steps.take('answered', async () => {
      if (answer.answer === 'declined') return store.answerEvent(answer.eventId, { answer: 'declined', comment: '' }, look);
      await look();
      await store.acceptEvent(answer.eventId);
    });
  }
  await tellStaff({ store, now, steps }, pointer, staff, () => standsAs(store, pointer, acts));
}

/** Is what was written last still how it stands? */
async function standsAs(store: Store, pointer: MeetingPointer, acts: readonly StoredSubstituteAct[]): Promise<boolean> {
  const { calls } = await callsNow(store, pointer);
  return acts
    .slice(-1)
    .every(({ act, person, insteadOf }) => callsFor(calls, insteadOf).findLast((call) => isSame(call.person, person))?.state === act);
}

const UNREADABLE: readonly FailureName[] = ['NotFound', 'NotAllowed', 'ConsentMissing', 'Refused'];

/** Is the meeting over or called off, by the copy that tells? */
async function hasEnded(store: Store, eventId: string | null, now: () => Date): Promise<boolean> {
  if (eventId === null) return false;
  try {
    const { end, cancelled } = await store.eventById(eventId);
    return cancelled || new Date(end) < now();
  } catch (error) {
    // Then it is not changed either, and that is told.
    if (!UNREADABLE.some((name) => isFailure(error, name))) throw error;
    return false;
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

/** @throws Failure Conflict where the call stands otherwise by now than in one of these ways: somebody has done something newer about it */
async function refuseOlder(store: Store, pointer: MeetingPointer, act: StoredSubstituteAct, among: readonly SubstituteState[]): Promise<void> {
  const { calls } = await callsNow(store, pointer);
  const call = callsFor(calls, act.insteadOf).findLast(({ person }) => isSame(person, act.person));
  if (call !== undefined && !among.includes(call.written)) throw new Failure('Conflict', 'Something newer was answered since');
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
