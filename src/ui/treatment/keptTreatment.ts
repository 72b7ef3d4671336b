import * as v from 'valibot';
import type { AutosaveDraft } from '../../device/autosave.ts';
import { opennessOf, type AgendaItem } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile, OutcomeCode, Treatment } from '../../meeting/meeting.ts';
import { votes } from '../../meeting/schemas.ts';
import { OUTCOME_CODES } from '../../meeting/words.ts';
import type { DraftRead } from '../kit/autosaver.ts';

/** A result code of a newer version is kept as "other": it must not take the words along. */
const outcome = v.pipe(
  v.optional(v.nullable(v.string()), null),
  v.transform((word): OutcomeCode | null => (word === null ? null : (OUTCOME_CODES.find((code) => code === word) ?? 'other'))),
);
const words = v.object({
  openness: v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf)),
  outcome,
  decision: v.string(),
  publicDecision: v.optional(v.string(), ''),
  notTreated: v.optional(v.boolean(), false),
  notes: v.exactOptional(v.string()),
  dissent: v.exactOptional(v.string()),
  votes: v.exactOptional(v.fallback(v.optional(votes), undefined)),
});
/** What was noted beside the words; where it cannot be read, the words are held against nothing, and a person is asked. */
const noted = v.fallback(v.optional(v.nullable(words), null), null);
const shape1 = v.object({ ...words.entries, base: noted });
const shape2 = v.object({
  shape: v.literal(2),
  mine: words,
  base: noted,
  sent: v.fallback(v.array(v.object({ from: words, value: words })), []),
});

type Words = v.InferOutput<typeof words>;
const wordsOf = ({ openness, outcome, decision, publicDecision, notTreated, notes, dissent, votes }: Treatment): Words => ({
  openness,
  outcome,
  decision,
  publicDecision,
  notTreated,
  ...(notes !== undefined && { notes }),
  ...(dissent !== undefined && { dissent }),
  ...(votes !== undefined && { votes }),
});

/** A treatment that was typed and not yet seen stored, as it is kept on the device. */
export function writeKept({ mine, base, sent }: AutosaveDraft<Treatment>): string {
  const orders = sent.map(({ from, value }) => ({ from: wordsOf(from), value: wordsOf(value) }));
  return JSON.stringify({ shape: 2, mine: wordsOf(mine), base: wordsOf(base), sent: orders });
}

/** Reads what is kept, in the shape of today or the one before; of what is neither, the words are handed back. */
export function readKept(text: string, itemId: ItemId): DraftRead<Treatment> {
  const stored = parsed(text);
  const of = (found: Words): Treatment => ({ itemId, ...found });
  const draft = (mine: Words, base: Words | null, sent: readonly { from: Words; value: Words }[]): DraftRead<Treatment> => ({
    kind: 'draft',
    draft: { mine: of(mine), base: of(base ?? nothing(mine)), sent: sent.map(({ from, value }) => ({ from: of(from), value: of(value) })) },
  });
  const now = v.safeParse(shape2, stored);
  if (now.success) return draft(now.output.mine, now.output.base, now.output.sent);
  const before = v.safeParse(shape1, stored);
  if (before.success) {
    const { base, ...mine } = before.output;
    return draft(mine, base, []);
  }
  return { kind: 'unreadable', words: stored === undefined ? text : textsIn(stored).join('\n\n') || text };
}

/** Where it was not noted what stood there, nothing did: then no other person's words are taken for mine. */
const nothing = ({ openness }: Words): Words => ({ openness, outcome: null, decision: '', publicDecision: '', notTreated: false });

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Every text in it that may be somebody's words: codes are single words without a space or a capital. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z]*$/i.test(value) && value === value.toLowerCase() ? [] : [value];
  return typeof value === 'object' && value !== null ? [...new Set(Object.values(value).flatMap(textsIn))] : [];
}

/** Where the draft of an item's decision lies on the device. */
export const treatmentKey = (file: Pick<MeetingFile, 'pointer'>, item: Pick<AgendaItem, 'id'>): string => `treatment:${file.pointer.key}:${item.id}`;
