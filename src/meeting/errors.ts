/**
 * The mistakes a person can meet, by name. Screens ask "is this Conflict?", never "is this 412?".
 * `detail` is for the fold-out called "Detaljer" (codes, request ids); it is never a sentence for the reader.
 */
export const FAILURE_NAMES = [
  'Conflict',
  'NotAllowed',
  'NotFound',
  'Offline',
  'Throttled',
  'SignInNeeded',
  'ConsentMissing',
  'SiteNotPrepared',
  'ClosedRoomMissing',
  'TooLarge',
  'Unreadable',
  'HostSilent',
  'WrongAccount',
  'WholeSeries',
  'InvitationChanged',
  'InvitationNotOpen',
  'ServerFault',
  /** The service will not take what was sent, and sending the same again cannot help. */
  'Refused',
] as const;
export type FailureName = (typeof FAILURE_NAMES)[number];

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
