import * as v from 'valibot';
import { opennessOf } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Treatment } from '../../meeting/meeting.ts';
import { OUTCOME_CODES } from '../../meeting/words.ts';

const words = v.object({
  openness: v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf)),
  outcome: v.nullable(v.picklist(OUTCOME_CODES)),
  decision: v.string(),
  publicDecision: v.string(),
  notTreated: v.boolean(),
});
const kept = v.object({ ...words.entries, base: v.optional(v.nullable(words), null) });

/** A treatment that was typed and not yet recorded. */
export interface Kept {
  readonly treatment: Treatment;
  /** What stood there when the typing began, so that what others write meanwhile is seen; null where it was not noted. */
  readonly base: Treatment | null;
}

const wordsOf = ({ openness, outcome, decision, publicDecision, notTreated }: Treatment) => ({
  openness,
  outcome,
  decision,
  publicDecision,
  notTreated,
});

/** The treatment as it is kept on the device. */
export function writeKept(treatment: Treatment, base: Treatment | null): string {
  return JSON.stringify({ ...wordsOf(treatment), base: base && wordsOf(base) });
}

/** Null where the text is none of ours. */
export function readKept(text: string, itemId: ItemId): Kept | null {
  try {
    const parsed = v.safeParse(kept, JSON.parse(text));
    if (!parsed.success) return null;
    const { base, ...typed } = parsed.output;
    return { treatment: { itemId, ...typed }, base: base && { itemId, ...base } };
  } catch {
    return null;
  }
}

/** Is it this treatment that the text keeps? */
export function keeps(text: string, treatment: Treatment): boolean {
  const found = readKept(text, treatment.itemId)?.treatment;
  return found !== undefined && JSON.stringify(wordsOf(found)) === JSON.stringify(wordsOf(treatment));
}
