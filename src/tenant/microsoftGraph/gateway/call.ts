import type { Fault } from '../../dev/faults.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Tenant } from '../../tenant.ts';
import type { Query } from './query.ts';
import type { Preferences } from './preferences.ts';
import type { Workload } from './graphError.ts';

export type { Caller, Workload };

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** A JSON object of a request or an answer whose shape is not known further. */
export type Resource = Record<string, unknown>;

/** One request to Graph, alone or inside a batch, after path, query and token have been understood. */
export interface GraphCall {
  tenant: Tenant;
  method: Method;
  /** Path and query as sent, without `/v1.0`; next links are built on it. */
  target: string;
  /** Path parameters, decoded. `user` is `me` when the path began with `/me`. */
  params: Readonly<Record<string, string>>;
  query: Query;
  prefer: Preferences;
  /** Header by lower-case name. */
  header(name: string): string | undefined;
  /** The parsed JSON body, `undefined` when there is none. */
  body: unknown;
  /** The body as it came. */
  bytes: Buffer;
  caller: Caller;
  /** The installed faults this request meets; most are played by the gateway itself. */
  faults: readonly Fault[];
}

export interface GraphAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Written as JSON. */
  body?: unknown;
  /** Written as is; needs a Content-Type header. */
  bytes?: Uint8Array;
}

export type Handler = (call: GraphCall) => GraphAnswer;

/** One line of the table of everything the tenant answers. */
export interface Route {
  method: Method;
  /** Template such as `/users/{user}/events/{event}`; `/me/…` is matched by `/users/{user}/…`. */
  path: string;
  workload: Workload;
  /** Any one of these on the token lets the call in; an empty list asks for none. */
  scopes: readonly string[];
  /** Resource units of the request log and the throttling counters (SharePoint's own numbers; 1 elsewhere). */
  charge: number;
  handler: Handler;
}

export function ok(body: unknown, headers?: Record<string, string>): GraphAnswer {
  return headers ? { status: 200, body, headers } : { status: 200, body };
}

export function created(body: unknown, headers?: Record<string, string>): GraphAnswer {
  return headers ? { status: 201, body, headers } : { status: 201, body };
}

export const noContent: GraphAnswer = { status: 204 };
export const accepted: GraphAnswer = { status: 202 };

/** A table of routes of one service: `table('outlook')(['GET /me/events', scopes, handler, charge?], …)`. */
export function table(
  workload: Workload,
): (...lines: [line: `${Method} /${string}`, scopes: readonly string[], handler: Handler, charge?: number][]) => Route[] {
  return (...lines) =>
    lines.map(([line, scopes, handler, charge]) => {
      const space = line.indexOf(' ');
      return { method: line.slice(0, space) as Method, path: line.slice(space + 1), workload, scopes, charge: charge ?? 1, handler };
    });
}
