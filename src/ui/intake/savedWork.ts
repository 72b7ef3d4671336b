import * as z from 'zod/mini';
import type { Intake } from '../../commands/commands.ts';
import { newItem, opennessOf, type AgendaItem } from '../../meeting/agenda.ts';
import { parseClock } from '../../meeting/clock.ts';
import { asItemId } from '../../meeting/ids.ts';

/**
 * The half-corrected agenda as it is kept between two openings of the pane. It comes back from a store that may hold
 * what an older version wrote, so it is parsed like anything else from outside.
 */
const text = z.string();
const orNull = z.nullable(z.string());
const openness = z.pipe(z.optional(z.unknown()), z.transform(opennessOf));
const clock = z.pipe(
  orNull,
  z.transform((value) => (value === null ? null : parseClock(value))),
);
const id = z.pipe(z.string().check(z.minLength(1)), z.transform(asItemId));

const section = z.object({ role: z.enum(['purpose', 'summary', 'background', 'finance', 'recommendation', 'text']), heading: orNull, text });
const attachment = z.object({ number: orNull, title: text, documentId: orNull, openness, url: orNull });
const item = z.pipe(
  z.object({
    id,
    parentId: z.nullable(id),
    kind: z.enum(['item', 'break']),
    number: orNull,
    title: text,
    neutralTitle: orNull,
    openness,
    type: z.nullable(z.enum(['decision', 'discussion', 'information'])),
    standing: z.boolean(),
    day: z.nullable(z.number()),
    block: orNull,
    start: clock,
    end: clock,
    minutes: z.nullable(z.number()),
    presenters: z.array(text),
    sections: z.array(section),
    attachments: z.array(attachment),
  }),
  z.transform((fields): AgendaItem => newItem(fields.id, fields)),
);

const agenda = z.object({
  title: text,
  date: orNull,
  endDate: orNull,
  start: clock,
  end: clock,
  location: orNull,
  chair: orNull,
  items: z.array(item),
});

const treatment = z.object({
  itemId: id,
  openness,
  outcome: z.nullable(z.enum(['approved', 'rejected', 'discussed', 'noted', 'endorsed', 'deferred', 'withdrawn', 'other'])),
  decision: text,
  publicDecision: text,
  notTreated: z.boolean(),
});

const intake = z.object({
  source: text,
  agenda,
  treatments: z.array(treatment),
  apologies: z.array(z.object({ name: text, note: orNull, substitute: orNull })),
  participants: z.array(text),
  unplaced: z.array(z.object({ line: z.number(), text })),
  sourceOf: z.record(z.string(), z.object({ fromLine: z.number(), toLine: z.number(), sure: z.number() })),
});

const savedWork = z.object({ version: z.literal(1), fileName: orNull, register: z.array(text), intake });

export interface SavedWork {
  readonly intake: Intake;
  /** The paper's file name, or null when it was pasted. */
  readonly fileName: string | null;
  /** The names whose printed apology is to be recorded. */
  readonly register: readonly string[];
}

export function writeWork(work: SavedWork): string {
  return JSON.stringify({ version: 1, ...work });
}

/** Null where the text is no work of ours; the pasted text is kept apart, so nothing typed hangs on this. */
export function readWork(saved: string): SavedWork | null {
  let value: unknown;
  try {
    value = JSON.parse(saved);
  } catch {
    return null;
  }
  const parsed = savedWork.safeParse(value);
  return parsed.success ? { intake: parsed.data.intake, fileName: parsed.data.fileName, register: parsed.data.register } : null;
}
