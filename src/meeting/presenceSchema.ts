import * as v from 'valibot';
import type { PresenceNote } from './presence.ts';
import { clock, itemId, person } from './schemas.ts';
import { PRESENCE_NOTES } from './words.ts';

/** A note of a roll call as this device gives it back: apart from schemas.ts, which is read before an agenda is on screen. */
export const presenceNote = v.object({
  id: v.string(),
  person,
  kind: v.picklist(PRESENCE_NOTES),
  itemId: v.nullable(itemId),
  time: clock,
  insteadOf: v.nullable(person),
  guest: v.boolean(),
  onTheDay: v.boolean(),
  undoes: v.array(v.string()),
  notedAt: v.string(),
  notedBy: v.string(),
}) satisfies v.GenericSchema<unknown, PresenceNote>;
