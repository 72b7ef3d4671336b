import * as v from 'valibot';
import { opennessOf } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Treatment } from '../../meeting/meeting.ts';

const kept = v.object({
  openness: v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf)),
  outcome: v.nullable(v.picklist(['approved', 'rejected', 'discussed', 'noted', 'endorsed', 'deferred', 'withdrawn', 'other'])),
  decision: v.string(),
  publicDecision: v.string(),
  notTreated: v.boolean(),
});

/** A treatment that was typed and not yet recorded, as it is kept on the device. */
export function writeKept({ openness, outcome, decision, publicDecision, notTreated }: Treatment): string {
  return JSON.stringify({ openness, outcome, decision, publicDecision, notTreated });
}

/** Null where the text is none of ours. */
export function readKept(text: string, itemId: ItemId): Treatment | null {
  try {
    const parsed = v.safeParse(kept, JSON.parse(text));
    return parsed.success ? { itemId, ...parsed.output } : null;
  } catch {
    return null;
  }
}
