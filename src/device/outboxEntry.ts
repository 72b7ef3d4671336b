import * as v from 'valibot';
import { Failure, isFailure } from '../meeting/errors.ts';
import { FAILURE_NAMES, type FailureName } from '../meeting/words.ts';

/** A name that this version does not know reads as the service's own fault. */
const failureName = (name: string): FailureName => FAILURE_NAMES.find((known) => known === name) ?? 'ServerFault';

/** A failure as it is kept on the device. */
const storedFailure = v.object({
  name: v.pipe(v.string(), v.transform(failureName)),
  message: v.string(),
  detail: v.record(v.string(), v.string()),
});
export type StoredFailure = v.InferOutput<typeof storedFailure>;

export const STEP_STATES = ['waiting', 'doing', 'done', 'failed', 'skipped'] as const;
/** `failed` is how the last attempt ended; the next one begins with `doing`. */
export type StepState = (typeof STEP_STATES)[number];

/** How far one step of an order has come. */
const stepNote = v.object({ name: v.string(), state: v.picklist(STEP_STATES), failure: v.nullable(storedFailure) });
export type StepNote = v.InferOutput<typeof stepNote>;

/**
 * A command that was accepted and is not yet done. `input` is plain data, which only the order of that name can read.
 * Entries without a version or steps were kept before orders had them.
 */
const outboxEntry = v.object({
  id: v.string(),
  /** Orders the entries of one device. */
  at: v.number(),
  /** The person who gave it: another person on the same device never sends it. */
  owner: v.string(),
  /** The pane it was given in, which alone sends it while it is open. Entries from before panes had names have none. */
  pane: v.nullish(v.string(), null),
  command: v.string(),
  version: v.optional(v.number(), 1),
  input: v.unknown(),
  steps: v.optional(v.array(stepNote), []),
  /** How often it was answered with a fault. Tries without any answer do not count. */
  attempts: v.optional(v.number(), 0),
  /** Not to be gone on with before this instant, in milliseconds (held.ts). */
  notBefore: v.nullish(v.number(), null),
  /** Set when only a person can help: the name and detail of the failure. */
  stuck: v.nullish(storedFailure, null),
});
export type OutboxEntry = v.InferOutput<typeof outboxEntry>;

/** Longer than this nothing is held, in milliseconds: then a clock was set back. */
const LONGEST_HOLD = 60_000;

/** Does it wait for its time? */
export const isHeld = ({ notBefore }: OutboxEntry, now: number): boolean => notBefore !== null && notBefore > now && notBefore - now <= LONGEST_HOLD;

const aboutMeeting = v.object({ pointer: v.object({ key: v.string() }) });

/** The key of the meeting an order is about; null where it names none. */
export function meetingOf({ input }: OutboxEntry): string | null {
  const read = v.safeParse(aboutMeeting, input);
  return read.success ? read.output.pointer.key : null;
}

/** What stands in the outbox and is no entry that this version can read; `content` is all of it, so that its words can be handed back. */
export interface UnreadableEntry {
  readonly id: string;
  readonly owner: string;
  readonly content: unknown;
  readonly failure: Failure;
}

const anyEntry = v.object({ id: v.string(), owner: v.string() });

/** The ids of all that stands in the outbox under this person's name, readable or not. */
export function idsOf(owner: string, stored: readonly unknown[]): string[] {
  return stored.flatMap((value) => (v.is(anyEntry, value) && value.owner === owner ? [value.id] : []));
}

/**
 * Reads what IndexedDB gives back. Null where it does not even tell whose it is: then it stays where it is, and is shown to nobody,
 * since it may be another person's words.
 */
export function readEntry(content: unknown): OutboxEntry | UnreadableEntry | null {
  const result = v.safeParse(outboxEntry, content);
  if (result.success) return result.output;
  const known = v.safeParse(anyEntry, content);
  if (!known.success) return null;
  // valibot's own message quotes the value, which may be somebody's words.
  const fields = result.issues.map((issue) => v.getDotPath(issue) ?? '?');
  const failure = new Failure('Unreadable', 'What was kept on this device cannot be read', { detail: { fields: fields.join(', ') } });
  return { ...known.output, content, failure };
}

export const isReadable = (entry: OutboxEntry | UnreadableEntry): entry is OutboxEntry => 'command' in entry;

/** A failure as it is kept; an error that has no name of ours reads as the service's fault. */
export function storedFailureOf(error: unknown): StoredFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (!isFailure(error)) return { name: 'ServerFault', message, detail: {} };
  return { name: failureName(error.name), message, detail: { ...error.detail } };
}

export function failureFrom({ name, message, detail }: StoredFailure): Failure {
  return new Failure(name, message, { detail });
}
