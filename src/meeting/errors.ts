import type { FailureName } from './words.ts';

export { FAILURE_NAMES, type FailureName } from './words.ts';

/**
 * A mistake that a person can meet, by name. Screens ask "is this Conflict?", never "is this 412?".
 * `detail` is for the fold-out called "Detaljer" (codes, request ids); it is never a sentence for the reader.
 */
export class Failure extends Error {
  readonly detail: Readonly<Record<string, string>>;
  /** Seconds to wait before a new try, where the server said so. */
  readonly retryAfter: number | null;

  constructor(name: FailureName, message: string, options: { detail?: Record<string, string>; retryAfter?: number | null; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = name;
    this.detail = options.detail ?? {};
    this.retryAfter = options.retryAfter ?? null;
  }
}

/** Two people changed the same field of the same row; both values are kept so that a person can choose. */
export class Conflict extends Failure {
  readonly fields: readonly { field: string; mine: unknown; theirs: unknown }[];

  constructor(fields: Conflict['fields'], detail: Record<string, string> = {}) {
    super('Conflict', `Changed by someone else: ${fields.map((f) => f.field).join(', ')}`, { detail });
    this.fields = fields;
  }
}

/** Is this one of our named failures, and is it this one? Works across bundles: it compares the name. */
export function isFailure(error: unknown, name?: FailureName): error is Failure {
  return error instanceof Error && 'detail' in error && 'retryAfter' in error && (name === undefined || error.name === name);
}

/** A failure that is worth trying again without a person: the network or the service, not the request. */
export function isPassing(error: unknown): boolean {
  return isFailure(error, 'Offline') || isFailure(error, 'Throttled') || isFailure(error, 'ServerFault') || isFailure(error, 'HostSilent');
}
