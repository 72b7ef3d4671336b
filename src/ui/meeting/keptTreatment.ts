import * as z from 'zod/mini';
import { opennessOf } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Treatment } from '../../meeting/meeting.ts';

const kept = z.object({
  openness: z.pipe(z.optional(z.unknown()), z.transform(opennessOf)),
  outcome: z.nullable(z.enum(['approved', 'rejected', 'discussed', 'noted', 'endorsed', 'deferred', 'withdrawn', 'other'])),
  decision: z.string(),
  publicDecision: z.string(),
  notTreated: z.boolean(),
});

/** A treatment that was typed and not yet recorded, as it is kept on the device. */
export function writeKept({ openness, outcome, decision, publicDecision, notTreated }: Treatment): string {
  return JSON.stringify({ openness, outcome, decision, publicDecision, notTreated });
}

/** Null where the text is none of ours. */
export function readKept(text: string, itemId: ItemId): Treatment | null {
  try {
    const parsed = kept.safeParse(JSON.parse(text));
    return parsed.success ? { itemId, ...parsed.data } : null;
  } catch {
    return null;
  }
}
