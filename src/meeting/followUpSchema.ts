import * as v from 'valibot';
import { opennessOf } from './agenda.ts';
import type { FollowUp } from './followUp.ts';
import { itemId, meetingKey, person } from './schemas.ts';
import { FOLLOW_UP_STATES } from './words.ts';

/** Follow-up as this device gives it back: apart from schemas.ts, which is read before an agenda is on screen. */
export const followUp = v.object({
  id: v.string(),
  key: meetingKey,
  itemId,
  decision: v.nullable(v.number()),
  openness: v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf)),
  what: v.string(),
  owner: v.nullable(person),
  due: v.nullable(v.string()),
  state: v.picklist(FOLLOW_UP_STATES),
  stateBy: v.string(),
  stateAt: v.string(),
  writtenBy: v.string(),
  writtenAt: v.string(),
  itemTitle: v.string(),
  meetingTitle: v.string(),
  toDoDone: v.nullable(v.boolean()),
  // Left out of what was ordered before there were days in step.
  toDoDue: v.optional(v.nullable(v.string()), null),
  decidedDue: v.optional(v.nullable(v.string()), null),
}) satisfies v.GenericSchema<unknown, FollowUp>;
