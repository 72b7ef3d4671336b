import type { GraphAnswer, GraphRequest } from './contract.ts';

/**
 * What went wrong, in the terms a caller can act on:
 * - conflict: someone else changed it first (412, and 409 in its guises)
 * - signIn: the token was refused (401)
 * - consent: the app lacks a permission that a person or an administrator must give
 * - offline: no answer came (network, time limit); see `uncertain`
 * - invalid: the request itself is wrong, and sending it again cannot help
 */
export type GraphFailureKind =
  'conflict' | 'notAllowed' | 'notFound' | 'signIn' | 'consent' | 'throttled' | 'offline' | 'tooLarge' | 'invalid' | 'fault';

export interface GraphFailureFacts {
  readonly kind: GraphFailureKind;
  readonly status: number | null;
  readonly code: string;
  readonly requestId?: string | null;
  readonly clientRequestId?: string | null;
  readonly retryAfter?: number | null;
  readonly uncertain?: boolean;
  readonly cause?: unknown;
}

/** Every failure of the graph room, whether Graph said no or nothing was heard from it. */
export class GraphFailure extends Error {
  readonly kind: GraphFailureKind;
  /** HTTP status, or null when no answer came. */
  readonly status: number | null;
  /** The innermost error code that we know, else the outermost one; never empty. */
  readonly code: string;
  /** For Microsoft's support. */
  readonly requestId: string | null;
  readonly clientRequestId: string | null;
  /** Seconds, where the service said so. */
  readonly retryAfter: number | null;
  /** True for a write that may have taken effect although no answer told so: look before sending it again. */
  readonly uncertain: boolean;

  constructor(message: string, facts: GraphFailureFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'GraphFailure';
    this.kind = facts.kind;
    this.status = facts.status;
    this.code = facts.code;
    this.requestId = facts.requestId ?? null;
    this.clientRequestId = facts.clientRequestId ?? null;
    this.retryAfter = facts.retryAfter ?? null;
    this.uncertain = facts.uncertain ?? false;
  }
}

/** Is this a failure of the wire, and of this kind? */
export function isGraphFailure(error: unknown, kind?: GraphFailureKind): error is GraphFailure {
  return error instanceof GraphFailure && (kind === undefined || error.kind === kind);
}

/** Codes that say more than the status they come with. Graph's documentation asks to branch on codes, never on messages. */
const kindByCode: Readonly<Record<string, GraphFailureKind>> = {
  resourceModified: 'conflict',
  preconditionFailed: 'conflict',
  nameAlreadyExists: 'conflict',
  ErrorIrresolvableConflict: 'conflict',
  editConflict: 'conflict',
  // HRESULTs of SharePoint's "Save Conflict" (sp#1905, pnp#2646): sent when two writes to one list meet.
  '-2130575305': 'conflict',
  '-2130246326': 'conflict',
  accessDenied: 'notAllowed',
  ErrorAccessDenied: 'notAllowed',
  itemNotFound: 'notFound',
  ErrorItemNotFound: 'notFound',
  InvalidAuthenticationToken: 'signIn',
  insufficient_claims: 'signIn',
  // The directory says this both for a missing scope and for a missing role; we ask for nothing that needs a role.
  Authorization_RequestDenied: 'consent',
  consent_required: 'consent',
  AADSTS65001: 'consent',
  AADSTS90093: 'consent',
  AADSTS90094: 'consent',
  RequestEntityTooLarge: 'tooLarge',
  MessageSizeTooBig: 'tooLarge',
  // SPQueryThrottledException, the 5,000-row list view threshold (pnp#3149): waiting never helps.
  '-2147024860': 'invalid',
};

const kindByStatus: Readonly<Record<number, GraphFailureKind>> = {
  401: 'signIn',
  403: 'notAllowed',
  404: 'notFound',
  409: 'conflict',
  410: 'notFound',
  412: 'conflict',
  413: 'tooLarge',
  423: 'conflict',
  429: 'throttled',
  503: 'throttled',
};

/** Makes the failure that an answer outside 2xx stands for. `request` tells what was asked, for the message and for the threshold's disguise. */
export function failureOf(answer: GraphAnswer, request?: GraphRequest): GraphFailure {
  const error = record(record(answer.body)['error']);
  const codes = codesOf(error);
  const code = codes.findLast((each) => each in kindByCode) ?? codes[0] ?? `http${answer.status}`;
  const inner = innerOf(error);
  const retryAfter = retryAfterOf(answer.headers);
  const method = request?.method ?? 'GET';
  const kind = isThreshold(answer, request)
    ? 'invalid'
    : (kindByCode[code] ?? kindByStatus[answer.status] ?? (answer.status >= 500 || answer.status < 400 ? 'fault' : 'invalid'));
  const said = typeof error['message'] === 'string' ? error['message'] : 'no message';
  return new GraphFailure(`${method} ${request?.path ?? ''} → ${answer.status} ${code}: ${said}`, {
    kind,
    status: answer.status,
    code,
    requestId: answer.headers['request-id'] ?? text(inner['request-id']),
    clientRequestId: answer.headers['client-request-id'] ?? text(inner['client-request-id']),
    retryAfter,
    uncertain: method !== 'GET' && answer.status >= 500 && retryAfter === null,
  });
}

/**
 * The 5,000-row list view threshold comes disguised as throttling, 429 activityLimitReached (pnp#3149, gd#8450), but
 * without the Retry-After that a real 429 of SharePoint always carries. Waiting cannot help: the query must be narrowed.
 */
export function isThreshold(answer: GraphAnswer, request?: GraphRequest): boolean {
  const codes = codesOf(record(record(answer.body)['error']));
  if (codes.includes('-2147024860')) return true;
  const asksForRows = request !== undefined && (request.method ?? 'GET') === 'GET' && /\/lists\/[^/]+\/items(\?|$)/.test(request.path);
  return (
    asksForRows &&
    answer.status === 429 &&
    !('retry-after' in answer.headers) &&
    codes.some((c) => c === 'activityLimitReached' || c === 'throttledRequest')
  );
}

/** Seconds of the Retry-After header (number or HTTP date), or null. */
export function retryAfterOf(headers: Readonly<Record<string, string>>, now: number = Date.now()): number | null {
  const value = headers['retry-after'];
  if (value === undefined) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

/** Error codes from the outermost to the innermost; Graph nests them under innerError or innererror, of any depth. */
function codesOf(error: Record<string, unknown>): string[] {
  const codes: string[] = [];
  for (let level = error, depth = 0; depth < 10 && Object.keys(level).length > 0; depth++) {
    const code = level['code'];
    if (typeof code === 'string' && code !== '') codes.push(...(code.includes(',') ? [code, ...code.split(',').map((part) => part.trim())] : [code]));
    level = innerOf(level);
  }
  return codes;
}

function innerOf(error: Record<string, unknown>): Record<string, unknown> {
  return record(error['innerError'] ?? error['innererror']);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
