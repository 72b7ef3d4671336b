import { z } from 'zod';
import type { GraphAnswer, Method } from './call.ts';
import type { Arrival } from './arrival.ts';
import { GraphError } from './graphError.ts';

const mostRequests = 20;

const batchShape = z.object({
  requests: z.array(
    z.object({
      id: z.union([z.string().min(1), z.number()]),
      method: z.string(),
      url: z.string().min(1),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
      dependsOn: z.array(z.union([z.string(), z.number()])).optional(),
    }),
  ),
});

interface Inner {
  id: string;
  method: Method;
  target: string;
  headers: Record<string, string>;
  bytes: Buffer;
  dependsOn: string[];
}

interface InnerAnswer {
  id: string;
  status: number;
  headers: Record<string, string>;
  body?: unknown;
}

export function isBatch(arrival: Arrival): boolean {
  return arrival.method === 'POST' && /^\/\$batch(\?|$)/i.test(arrival.target);
}

/**
 * JSON batching (graph concepts/json-batching): at most 20 requests, ids unique, each dependant waits for its
 * predecessors and gets 424 when one of them failed. The outer answer is 200 whatever the inner ones are, and holds
 * them in no order: they belong to their requests by id alone.
 */
export async function answerBatch(
  arrival: Arrival,
  answer: (inner: Pick<Arrival, 'method' | 'target' | 'header' | 'bytes'> & { batchId: string }) => Promise<GraphAnswer>,
): Promise<GraphAnswer> {
  const requests = parse(arrival);
  const done = new Map<string, InnerAnswer>();
  for (const inner of inOrder(requests)) {
    const failed = inner.dependsOn.some((id) => (done.get(id)?.status ?? 500) >= 400);
    done.set(
      inner.id,
      failed
        ? failedDependency(inner)
        : written(
            inner,
            await answer({
              method: inner.method,
              target: inner.target,
              bytes: inner.bytes,
              header: (name) => inner.headers[name],
              batchId: inner.id,
            }),
          ),
    );
  }
  return { status: 200, body: { responses: inNoOrder([...done.values()]) } };
}

function parse(arrival: Arrival): Inner[] {
  let body: unknown;
  try {
    body = JSON.parse(arrival.bytes.toString('utf8'));
  } catch {
    throw wrong('Unable to parse the batch request: the body is not JSON.');
  }
  const parsed = batchShape.safeParse(body);
  if (!parsed.success)
    throw wrong(`Invalid batch payload format: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}`.trim());
  const { requests } = parsed.data;
  if (requests.length === 0) throw wrong('Batch request contains no requests.');
  if (requests.length > mostRequests) throw wrong(`Number of batch request steps exceeds the maximum value of ${mostRequests}.`);
  const ids = new Set<string>();
  return requests.map((request) => {
    const id = String(request.id);
    if (ids.has(id)) throw wrong(`Request Id '${id}' is used more than once in the batch; ids must be unique.`);
    ids.add(id);
    const headers = Object.fromEntries(Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
    if (request.body !== undefined && request.body !== null && headers['content-type'] === undefined) {
      throw wrong(`Write request id : ${id} does not contain Content-Type header or body.`);
    }
    const method = request.method.toUpperCase();
    if (!['GET', 'POST', 'PATCH', 'PUT', 'DELETE'].includes(method)) throw wrong(`Request ${id} has an unsupported method '${request.method}'.`);
    return {
      id,
      method: method as Method,
      target: relative(request.url),
      headers,
      bytes: bodyBytes(request.body, headers['content-type']),
      dependsOn: (request.dependsOn ?? []).map(String),
    };
  });
}

/** A body is JSON, or base64 text when its content type is something else. */
function bodyBytes(body: unknown, type: string | undefined): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body === 'string' && !/\bjson\b/i.test(type ?? '')) return Buffer.from(body, 'base64');
  return Buffer.from(JSON.stringify(body), 'utf8');
}

/** Inner addresses are relative to the version, with or without a slash first; a leading version or origin is not Graph's contract, though its clients never send one. */
function relative(url: string): string {
  if (/^https?:/i.test(url)) throw wrong(`The request URL '${url}' must be relative to the service root.`);
  return url.startsWith('/') ? url : `/${url}`;
}

/** Predecessors first; a dependency on an unknown id, on itself or in a ring is a 400. */
function inOrder(requests: Inner[]): Inner[] {
  const byId = new Map(requests.map((request) => [request.id, request]));
  const ordered: Inner[] = [];
  const state = new Map<string, 'open' | 'placed'>();
  const place = (request: Inner): void => {
    if (state.get(request.id) === 'placed') return;
    if (state.get(request.id) === 'open') throw wrong(`Request ${request.id} depends on itself through its dependsOn chain.`);
    state.set(request.id, 'open');
    for (const id of request.dependsOn) {
      const before = byId.get(id);
      if (!before) throw wrong(`Request ${request.id} depends on '${id}', which is not in the batch.`);
      place(before);
    }
    state.set(request.id, 'placed');
    ordered.push(request);
  };
  requests.forEach(place);
  return ordered;
}

function written(inner: Inner, answer: GraphAnswer): InnerAnswer {
  const headers = { ...(answer.body === undefined ? {} : { 'Content-Type': 'application/json' }), 'Cache-Control': 'no-store', ...answer.headers };
  const body = answer.bytes === undefined ? answer.body : Buffer.from(answer.bytes).toString('base64');
  return { id: inner.id, status: answer.status, headers, ...(body === undefined ? {} : { body }) };
}

/** Never the order of the requests, and the same each time. */
function inNoOrder(answers: InnerAnswer[]): InnerAnswer[] {
  const middle = Math.ceil(answers.length / 2);
  return [...answers.slice(middle).reverse(), ...answers.slice(0, middle)];
}

function failedDependency(inner: Inner): InnerAnswer {
  return {
    id: inner.id,
    status: 424,
    headers: { 'Content-Type': 'application/json' },
    body: {
      error: { code: 'FailedDependency', message: `The request was not run because a request it depends on failed: ${inner.dependsOn.join(', ')}.` },
    },
  };
}

function wrong(message: string): GraphError {
  return new GraphError(400, 'BadRequest', message);
}
