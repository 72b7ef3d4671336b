import * as v from 'valibot';
import { standingOf } from '../../meeting/apologies.ts';
import type { MeetingPointer, Person } from '../../meeting/meeting.ts';
import { person, pointer } from '../../meeting/schemas.ts';
import { withPeopleKnown } from '../attendance/peopleKnown.ts';
import { plan, type Run } from '../plan.ts';
import type { Workplace } from '../workplace.ts';

/** What saying yes needs; plain data, so that it can wait in the outbox. */
interface ComingInput {
  readonly pointer: MeetingPointer;
  readonly eventId: string;
  readonly person: Person;
}

/** `gone`: the meeting has left the calendar, or takes no answer; nobody was told. `apology`: one was sent meanwhile, and stands. */
export interface Came {
  readonly calendar: 'accepted' | 'gone' | 'apology';
}

export const comeToMeetingPlan = plan({
  input: v.object({ pointer, eventId: v.string(), person }) satisfies v.GenericSchema<unknown, ComingInput>,
  steps: { accepted: { once: true } },
  perform: async ({ store }: Workplace, input: ComingInput, { steps }: Run<'accepted', never>): Promise<Came> => {
    // It may have waited: who has sent an apology since, on another device, does not come.
    const known = await withPeopleKnown(store, await store.apologies(input.pointer), [input.person]);
    if (standingOf(known, input.person)) {
      steps.skip('accepted');
      return { calendar: 'apology' };
    }
    let taken = false;
    await steps.take('accepted', async () => {
      taken = await store.acceptEvent(input.eventId);
    });
    return { calendar: taken ? 'accepted' : 'gone' };
  },
});
