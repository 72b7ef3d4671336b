import { createGraph, type Graph, type GraphOptions } from '../../src/graph/client.ts';

export interface Asked {
  readonly method: string;
  /** Path and options below v1.0, decoded. */
  readonly path: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly signal: AbortSignal | null;
}

export type Script = (asked: Asked, turn: number) => Response | Promise<Response>;

export const base = 'https://graph.example/v1.0';

/** A Graph client whose network is a function; keeps what was asked. */
export function scriptedGraph(script: Script, options: Partial<GraphOptions> = {}): { graph: Graph; asked: Asked[] } {
  const asked: Asked[] = [];
  const send = (async (input: string, init: RequestInit) => {
    const each: Asked = {
      method: init.method ?? 'GET',
      path: decodeURIComponent(input.replace(base, '')),
      url: input,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      signal: init.signal ?? null,
    };
    asked.push(each);
    return script(each, asked.length);
  }) as typeof fetch;
  return { graph: createGraph({ baseUrl: base, token: async () => 'token', fetch: send, ...options }), asked };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** An error as Graph words it. */
export function refusal(status: number, code: string, headers: Record<string, string> = {}, inner: object = {}): Response {
  return json(
    { error: { code, message: 'Sagt på engelsk', innerError: { date: '2026-11-21T20:00:00', 'request-id': 'r-1', ...inner } } },
    status,
    headers,
  );
}

/** A connection that breaks, as fetch tells it. */
export function cut(): never {
  throw new TypeError('fetch failed');
}

/** A network that never answers, until the request is given up. */
export function silence({ signal }: Asked): Promise<Response> {
  return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}
