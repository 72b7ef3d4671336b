import { randomUUID } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../../dev/faults.ts';
import { unauthorised } from '../../identity/accessTokens.ts';
import type { Tenant } from '../../tenant.ts';
import { doLeftOptions, refuseBadOptions, refuseInventedProperties } from '../odata/leftOptions.ts';
import type { Arrival } from './arrival.ts';
import { answerBatch, isBatch } from './batch.ts';
import type { Caller, GraphAnswer, GraphCall, Method, Route } from './call.ts';
import { corsHeaders, preflight } from './cors.ts';
import { errorBody } from './errorBody.ts';
import { GraphError, malformed } from './graphError.ts';
import { Preferences } from './preferences.ts';
import { Query } from './query.ts';
import { readBody } from './readBody.ts';
import type { Router } from './router.ts';
import { missingScope } from './scopes.ts';
import type { Throttle } from './throttle.ts';
import type { WriteGate } from './writeGate.ts';

/** What a listener on `answered` is told of each request, those inside a batch one by one. */
export interface Answered {
  method: string;
  /** Path and query after `/v1.0`. */
  target: string;
  status: number;
  /** Absent where the answer has none, or one that is not JSON. */
  body: unknown;
}

/** For those who look on, such as a check of every answer against Graph's contract; costs nothing while nobody does. */
export const answered = channel('dagsorden.tenant.answered');

/** Thrown where the connection shall be dropped without an answer. */
class CutConnection extends Error {
  readonly reset: boolean;
  constructor({ reset }: Fault) {
    super('The connection is cut by a fault.');
    this.reset = reset ?? false;
  }
}

const version = '/v1.0';

/** The front door of Graph: every request takes the steps of `serve`, every request of a batch those of `answer`. */
export class Gateway {
  readonly #tenant: Tenant;
  readonly #router: Router;
  readonly #throttle: Throttle;
  readonly #writes: WriteGate;

  constructor(tenant: Tenant, router: Router, throttle: Throttle, writes: WriteGate) {
    this.#tenant = tenant;
    this.#router = router;
    this.#throttle = throttle;
    this.#writes = writes;
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    const given = request.headers['client-request-id'];
    const clientRequestId = typeof given === 'string' ? given : undefined;
    const trace = { 'request-id': requestId, 'client-request-id': clientRequestId ?? requestId, ...corsHeaders(request) };
    if (request.method === 'OPTIONS') return preflight(request, response, trace);
    const arrival: Arrival = {
      method: (request.method ?? 'GET') as Method,
      target: withoutVersion(request.url ?? '/'),
      header: (name) => headerOf(request, name),
      bytes: Buffer.alloc(0),
      requestId,
      clientRequestId,
    };
    try {
      arrival.bytes = await readBody(request);
      const caller = await this.#caller(arrival);
      const answer = isBatch(arrival)
        ? await answerBatch(arrival, (inner) =>
            this.answer({ ...inner, requestId: randomUUID(), clientRequestId: clientRequestId ?? requestId }, caller),
          )
        : await this.answer(arrival, caller);
      if (isBatch(arrival)) tell(arrival, answer);
      write(response, answer, trace);
    } catch (error) {
      if (error instanceof CutConnection) {
        if (error.reset) this.#tenant.resetConnection(request.socket);
        else request.socket.destroy();
        return;
      }
      const answer = errorAnswer(error, arrival);
      tell(arrival, answer);
      write(response, answer, trace);
    }
  }

  /** Answers one request for a known caller; failures become answers too, except a cut connection. */
  async answer(arrival: Arrival, caller: Caller): Promise<GraphAnswer> {
    const started = performance.now();
    const tenant = this.#tenant;
    let charge = 1;
    let rows = 0;
    let answer: GraphAnswer;
    const faults = tenant.faults.meet({ method: arrival.method, target: arrival.target, user: caller });
    let leaveMailbox: () => void = () => undefined;
    try {
      leaveMailbox = this.#throttle.open(arrival.target, caller, tenant.db);
      await playBefore(faults);
      const { route, call } = this.#understand(arrival, caller, faults);
      charge = route.charge;
      const near = this.#throttle.admit(route, call);
      const pass = this.#writes.enter(route, call);
      try {
        await pass.settled;
        tenant.db.rowsExamined = 0;
        answer = tenant.db.transaction(() => {
          refuseBadOptions(route, call);
          refuseInventedProperties(route, call);
          return doLeftOptions(route, call, route.handler(call));
        });
        rows = tenant.db.rowsExamined;
        const applied = call.prefer.applied;
        answer = { ...answer, headers: { ...(applied ? { 'Preference-Applied': applied } : {}), ...near, ...answer.headers } };
      } finally {
        pass.leave();
      }
      if (pass.afterwards) throw pass.afterwards;
      playAfter(faults);
    } catch (error) {
      if (error instanceof CutConnection) {
        this.#note(arrival, caller, { status: 0, charge, rows, started, faults });
        throw error;
      }
      answer = errorAnswer(error, arrival);
    } finally {
      leaveMailbox();
    }
    this.#note(arrival, caller, { status: answer.status, charge, rows, started, faults });
    tell(arrival, answer);
    return answer;
  }

  async #caller(arrival: Arrival): Promise<Caller> {
    try {
      return await this.#tenant.tokens.verify(arrival.header('authorization'), this.#tenant.now());
    } catch (error) {
      if (error instanceof GraphError)
        this.#note(arrival, undefined, { status: error.status, charge: 0, rows: 0, started: performance.now(), faults: [] });
      throw error;
    }
  }

  #understand(arrival: Arrival, caller: Caller, faults: readonly Fault[]): { route: ReturnType<Router['find']>['route']; call: GraphCall } {
    const mark = arrival.target.indexOf('?');
    const path = mark < 0 ? arrival.target : arrival.target.slice(0, mark);
    const query = new Query(mark < 0 ? '' : arrival.target.slice(mark + 1));
    const { route, params } = this.#router.find(arrival.method, path);
    const refusal = missingScope(route, caller);
    if (refusal) throw refusal;
    const call: GraphCall = {
      tenant: this.#tenant,
      method: arrival.method,
      target: arrival.target,
      params,
      query,
      prefer: new Preferences(arrival.header('prefer')),
      header: arrival.header,
      body: takesBytes(route) ? undefined : parseBody(arrival),
      bytes: arrival.bytes,
      caller,
      faults,
    };
    return { route, call };
  }

  #note(
    arrival: Arrival,
    caller: Caller | undefined,
    facts: { status: number; charge: number; rows: number; started: number; faults: Fault[] },
  ): void {
    this.#tenant.log.add({
      time: new Date(this.#tenant.now()).toISOString(),
      method: arrival.method,
      path: arrival.target,
      status: facts.status,
      user: caller?.upn ?? null,
      durationMs: Math.round((performance.now() - facts.started) * 1000) / 1000,
      requestCharge: facts.charge,
      rowsExamined: facts.rows,
      requestId: arrival.requestId,
      clientRequestId: arrival.clientRequestId ?? null,
      ...(arrival.batchId === undefined ? {} : { batchId: arrival.batchId }),
      ...(facts.faults.length === 0
        ? {}
        : { fault: facts.faults.map(({ name, status, cut }) => name ?? (cut ? `cut ${cut}` : String(status ?? 'delay'))).join(', ') }),
    });
  }
}

function tell({ method, target }: Arrival, { status, body }: GraphAnswer): void {
  if (answered.hasSubscribers) answered.publish({ method, target, status, body } satisfies Answered);
}

async function playBefore(faults: Fault[]): Promise<void> {
  for (const fault of faults) {
    if (fault.delayMs) await sleep(fault.delayMs);
    if (fault.cut === 'before') throw new CutConnection(fault);
    if (fault.tokenExpired) throw unauthorised('Lifetime validation failed, the token is expired.');
    if (fault.claims !== undefined) throw claimsChallenge(fault.claims);
    if (fault.status !== undefined && !fault.effect) throw faultError(fault, fault.status);
  }
}

function playAfter(faults: Fault[]): void {
  for (const fault of faults) {
    if (fault.cut === 'after') throw new CutConnection(fault);
    if (fault.status !== undefined && fault.effect) throw faultError(fault, fault.status);
  }
}

const usualCodes: Record<number, string> = {
  401: 'InvalidAuthenticationToken',
  403: 'accessDenied',
  404: 'itemNotFound',
  409: 'resourceModified',
  412: 'resourceModified',
  423: 'locked',
  429: 'TooManyRequests',
  500: 'generalException',
  503: 'serviceNotAvailable',
  504: 'UnknownError',
  507: 'quotaLimitReached',
};

function faultError(fault: Fault, status: number): GraphError {
  return new GraphError(status, fault.code ?? usualCodes[status] ?? 'UnknownError', fault.message ?? 'A fault installed in the local tenant.', {
    headers: fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) },
  });
}

/** 401 with a claims challenge, as continuous access evaluation answers (learn.microsoft.com/entra/identity-platform/claims-challenge). */
function claimsChallenge(claims: string): GraphError {
  const encoded = Buffer.from(claims, 'utf8').toString('base64');
  return new GraphError(
    401,
    'InvalidAuthenticationToken',
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    {
      headers: {
        'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${encoded}"`,
      },
    },
  );
}

/** The content of a file is bytes, whatever its content type says: a JSON file that is no good JSON is a file all the same (graph driveitem-put-content). */
function takesBytes({ method, path }: Route): boolean {
  return method === 'PUT' && path.endsWith('/content');
}

function parseBody(arrival: Arrival): unknown {
  if (arrival.bytes.length === 0) return undefined;
  const type = arrival.header('content-type') ?? '';
  if (!/\bjson\b/i.test(type)) return undefined;
  try {
    return JSON.parse(arrival.bytes.toString('utf8')) as unknown;
  } catch {
    throw malformed('Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.');
  }
}

function errorAnswer(error: unknown, arrival: Arrival): GraphAnswer {
  if (error instanceof GraphError) return { status: error.status, headers: error.headers, body: errorBody(error, arrival) };
  // A defect of the tenant itself: visible on its terminal, and to the client an honest 500.
  console.error(`${arrival.method} ${arrival.target}`, error);
  const defect = new GraphError(500, 'generalException', 'An unspecified error has occurred in the local tenant; its terminal says more.');
  return { status: 500, body: errorBody(defect, arrival) };
}

function write(response: ServerResponse, answer: GraphAnswer, trace: Record<string, string>): void {
  const headers: Record<string, string> = { ...trace, ...answer.headers };
  let payload: string | Uint8Array | undefined = answer.bytes;
  if (answer.body !== undefined) {
    payload = JSON.stringify(answer.body);
    headers['Content-Type'] ??= 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
  }
  if (answer.status !== 204) headers['Content-Length'] = String(payload === undefined ? 0 : Buffer.byteLength(payload));
  headers['Cache-Control'] ??= 'no-store';
  response.writeHead(answer.status, headers);
  response.end(payload);
}

function withoutVersion(url: string): string {
  return url.toLowerCase().startsWith(version) ? url.slice(version.length) || '/' : url;
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
