import * as v from 'valibot';
import { Failure } from '../../meeting/errors.ts';
import type { MeetingPointer, Person } from '../../meeting/meeting.ts';
import { person } from '../../meeting/schemas.ts';
import type { Store } from '../../storage/store.ts';
import type { StepRule, Steps } from '../steps.ts';
import { tellsWhenItIs } from './staffMessage.ts';

/** Who is told of it in Teams, and what, as the person saw it before. */
export interface StaffToTell {
  readonly from: Person;
  readonly chair: Person | null;
  readonly secretary: Person | null;
  readonly text: string;
  /** ISO instant: nobody is told of a meeting that is over. */
  readonly until: string;
}

export const staffToTell = v.object({
  from: person,
  chair: v.nullable(person),
  secretary: v.nullable(person),
  text: v.string(),
  until: v.string(),
}) satisfies v.GenericSchema<unknown, StaffToTell>;

/** Each is a step of its own: what was said to one is not said again because the other could not be told. */
export const STAFF_STEPS = ['chairTold', 'secretaryTold'] as const;
export type StaffStep = (typeof STAFF_STEPS)[number];

/** What was done stands, whoever was told of it. */
const told: StepRule = { once: true, refusable: ['NotAllowed', 'ConsentMissing', 'SignInNeeded', 'NotFound', 'Refused', 'TooLarge'] };
export const STAFF_RULES = { chairTold: told, secretaryTold: told } as const satisfies Readonly<Record<StaffStep, StepRule>>;

/** Gives up on what was asked: nobody is to be told any more. */
class NotMeant extends Error {}

/**
 * Tells the chair and the secretary. A message cannot be recalled, and Graph knows no mark by which one that is sent twice would be one: a step that was cut
 * off while it was sent is not done again by itself, and neither is one of which no answer came; a person decides that. Words that waited while the meeting was
 * moved or called off are not sent: they would tell another time than the calendar.
 * @param isMeant is it still so? Asked right before each try
 * Where it is refused, or may have been sent, the step tells.
 * @throws Failure of what passes: the order waits
 */
export async function tellStaff(
  { store, now, steps }: { readonly store: Store; readonly now: () => Date; readonly steps: Steps<StaffStep> },
  pointer: MeetingPointer,
  staff: StaffToTell | null,
  isMeant: () => Promise<boolean>,
): Promise<void> {
  const look = async (): Promise<void> => {
    if (staff === null || new Date(staff.until) < now() || !(await isMeant())) throw new NotMeant();
    if (!tellsWhenItIs(staff.text, (await store.openMeeting(pointer)).occasion)) throw new NotMeant();
  };
  for (const [step, to] of [
    ['chairTold', staff?.chair ?? null],
    ['secretaryTold', staff?.secretary ?? null],
  ] as const) {
    if (staff === null || to === null) {
      steps.skip(step);
      continue;
    }
    const wasCutOff = steps.cutOff(step);
    try {
      await steps.take(step, async () => {
        if (wasCutOff) throw uncertain();
        let gaveUp = false;
        const answer = await store.tellInChat([staff.from, to], staff.text, () =>
          look().catch((error: unknown) => {
            gaveUp = error instanceof NotMeant;
            throw error;
          }),
        );
        if (answer.kind === 'told') return;
        if (gaveUp) throw new NotMeant();
        throw answer.kind === 'uncertain' ? uncertain() : answer.error;
      });
    } catch (error) {
      if (!(error instanceof NotMeant)) throw error;
      steps.skip(step);
    }
  }
}

const uncertain = (): Failure => new Failure('Refused', 'The message may have been sent', { detail: { reason: 'uncertain' } });
