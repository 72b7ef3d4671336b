import * as v from 'valibot';
import type { EventTimes } from '../../storage/calendarWriting.ts';
import { plan } from '../plan.ts';

interface MoveInput {
  readonly eventId: string;
  /** When it was, as the person saw it: an order that has waited moves no meeting that was moved since. */
  readonly seen: EventTimes;
  readonly wanted: EventTimes;
}

const times = v.object({ start: v.string(), end: v.string() }) satisfies v.GenericSchema<unknown, EventTimes>;

export const moveMeetingPlan = plan({
  input: v.object({ eventId: v.string(), seen: times, wanted: times }) satisfies v.GenericSchema<unknown, MoveInput>,
  steps: { event: {} },
  perform: ({ store }, { eventId, seen, wanted }: MoveInput, { steps }) => steps.take('event', () => store.moveEvent(eventId, seen, wanted)),
});
