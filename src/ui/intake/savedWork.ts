import * as v from 'valibot';
import type { Intake } from '../../commands/commands.ts';
import { newItem, opennessOf, type Agenda, type AgendaItem } from '../../meeting/agenda.ts';
import { parseClock } from '../../meeting/clock.ts';
import type { MeetingTimes } from '../../meeting/programme.ts';
import { asItemId, asSiteId } from '../../meeting/ids.ts';
import { ITEM_KINDS, ITEM_TYPES, OUTCOME_CODES, SECTION_ROLES } from '../../meeting/words.ts';

/**
 * The half-corrected agenda as it is kept between two openings of the pane. It comes back from a store that may hold
 * what an older version wrote, so it is parsed like anything else from outside.
 */
const text = v.string();
const orNull = v.nullable(v.string());
const openness = v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf));
const clock = v.pipe(
  orNull,
  v.transform((value) => (value === null ? null : parseClock(value))),
);
const id = v.pipe(v.string(), v.minLength(1), v.transform(asItemId));

const section = v.object({ role: v.picklist(SECTION_ROLES), heading: orNull, text });
const attachment = v.object({ number: orNull, title: text, documentId: orNull, openness, url: orNull });
const item = v.pipe(
  v.object({
    id,
    parentId: v.nullable(id),
    kind: v.picklist(ITEM_KINDS),
    number: orNull,
    title: text,
    neutralTitle: orNull,
    openness,
    type: v.nullable(v.picklist(ITEM_TYPES)),
    standing: v.boolean(),
    day: v.nullable(v.number()),
    block: orNull,
    start: clock,
    end: clock,
    minutes: v.nullable(v.number()),
    presenters: v.array(text),
    sections: v.array(section),
    attachments: v.array(attachment),
  }),
  v.transform((fields): AgendaItem => newItem(fields.id, fields)),
);

const agenda = v.object({
  title: text,
  date: orNull,
  endDate: orNull,
  start: clock,
  end: clock,
  location: orNull,
  chair: orNull,
  items: v.array(item),
});

const treatment = v.object({
  itemId: id,
  openness,
  outcome: v.nullable(v.picklist(OUTCOME_CODES)),
  decision: text,
  publicDecision: text,
  notTreated: v.boolean(),
});

const span = v.object({ from: v.number(), to: v.number(), fromLine: v.number(), toLine: v.number(), sure: v.number() });
const spans = v.exactOptional(v.array(span));
const fields = v.object({ number: spans, title: spans, start: spans, end: spans, minutes: spans, presenters: spans, text: spans });

const route = v.object({ itemId: id, next: v.object({ siteId: v.pipe(text, v.transform(asSiteId)), name: text }), day: orNull });

const intake = v.object({
  source: text,
  agenda,
  treatments: v.array(treatment),
  apologies: v.array(v.object({ name: text, note: orNull, substitute: orNull })),
  routes: v.exactOptional(v.array(route)),
  participants: v.array(text),
  unplaced: v.array(v.object({ line: v.number(), text })),
  sourceOf: v.record(v.string(), v.object({ fromLine: v.number(), toLine: v.number(), sure: v.number() })),
  // Work kept before fields knew their words comes back without them.
  fieldSources: v.optional(v.record(v.string(), fields), {}),
});

const savedWork = v.object({
  version: v.literal(1),
  fileName: orNull,
  register: v.array(text),
  choices: v.optional(v.record(v.string(), v.boolean()), {}),
  // Work kept before it knew what it was made from is held against all that is stored now.
  base: v.optional(v.nullable(agenda), null),
  read: v.exactOptional(v.object({ date: orNull, endDate: orNull, start: clock, end: clock })),
  intake,
});

export interface SavedWork {
  readonly intake: Intake;
  /** The paper's file name, or null when it was pasted. */
  readonly fileName: string | null;
  /** The names whose printed apology is to be recorded. */
  readonly register: readonly string[];
  /** Changes to an existing agenda that were taken or left otherwise than by default, by the change's id. */
  readonly choices: Readonly<Record<string, boolean>>;
  /** The stored agenda this was made from; null before the first one. */
  readonly base: Agenda | null;
  /** When the paper says that the meeting is; left out where there is none, or it was read before this was kept. */
  readonly read?: MeetingTimes;
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
  const parsed = v.safeParse(savedWork, value);
  if (!parsed.success) return null;
  const { version: _, ...work } = parsed.output;
  return work;
}
