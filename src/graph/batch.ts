import * as v from 'valibot';
import type { BatchOptions, Graph, GraphAnswer, GraphRequest, Send, SendOptions } from './contract.ts';
import { failureOf, GraphFailure, isThreshold, retryAfterOf } from './failure.ts';
import { listKeysOf, type Exclusively } from './keyedMutex.ts';
import { claimsOf } from './middleware/refusedToken.ts';
import { defaultWait, mayRepeat, spreadOf, type Patience } from './middleware/retry.ts';
import { parse } from './parse.ts';
import { isOutlook } from './middleware/outlookQueue.ts';

/** Graph's own limit (json-batching). */
export const batchSize = 20;

const batchAnswer = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.number(),
      headers: v.nullish(v.record(v.string(), v.string())),
      body: v.optional(v.unknown()),
    }),
  ),
});

interface Pending {
  readonly index: number;
  readonly request: GraphRequest;
}

export function createBatch(wire: Patience & { send: Send; exclusively: Exclusively }): Graph['batch'] {
  return async (requests, { untilFailure = false }: BatchOptions = {}) => {
    const answers = new Array<GraphAnswer>(requests.length);
    const chunks: Pending[][] = [];
    for (let start = 0; start < requests.length; start += batchSize) {
      chunks.push(requests.slice(start, start + batchSize).map((request, offset) => ({ index: start + offset, request })));
    }
    // Twenty after twenty, not at once: the order of writes is part of the promise, and Outlook runs four at a time anyway.
    for (const chunk of chunks) {
      const lists = [...new Set(chunk.flatMap(({ request }) => listKeysOf(request)))];
      await wire.exclusively(lists, () => (untilFailure ? askUntilFailure : askUntilAnswered)(chunk, answers, wire));
      if (untilFailure && chunk.some(({ index }) => isFailed(answers[index]))) break;
    }
    if (untilFailure) requests.forEach((_, index) => (answers[index] ??= notTried));
    return answers;
  };
}

/** Sends one batch of at most twenty, and again whatever was put off, until all is answered or the patience is used up. */
async function askUntilAnswered(chunk: readonly Pending[], answers: GraphAnswer[], wire: Patience & { send: Send }): Promise<void> {
  let pending = chunk;
  let renewal: Renewal | undefined;
  let waited = 0;
  for (let round = 0; ; round++) {
    const asked = pending;
    const got = await askOnce(asked, wire.send, renewal);
    const putOff: { each: Pending; wait: number }[] = [];
    let refused: Renewal | null = null;
    asked.forEach((each, position) => {
      const answer = got[position];
      if (answer === undefined) throw lacking(each.request);
      answers[each.index] = answer;
      if (mayAskAgain(answer, each.request)) putOff.push({ each, wait: retryAfterOf(answer.headers) || defaultWait(round) });
      // 424: an earlier one of the chain failed, so this one was never tried.
      else if (answer.status === 424) putOff.push({ each, wait: 0 });
      else if (answer.status === 401 && renewal === undefined) {
        refused = refused?.claims === undefined ? renewalFor(answer) : refused;
        putOff.push({ each, wait: 0 });
      }
    });
    if (refused !== null) renewal = refused;
    // Nothing got through at all and nothing told why: chaining again would go on for ever.
    if (putOff.length === 0 || (putOff.length === asked.length && putOff.every(({ wait }) => wait === 0) && refused === null)) return;
    const wait = Math.max(...putOff.map((each) => each.wait));
    if (waited + wait > wire.maxWait) return;
    waited += wait;
    await wire.pause(wait + spreadOf(wait, areReads(putOff.map(({ each }) => each))));
    pending = putOff.map(({ each }) => each).sort((a, b) => a.index - b.index);
  }
}

const areReads = (requests: readonly Pending[]): boolean => requests.every(({ request }) => (request.method ?? 'GET') === 'GET');

/** What comes behind a failure is not tried. */
const notTried: GraphAnswer = { status: 424, headers: {}, body: { error: { code: 'FailedDependency', message: 'An earlier request failed' } } };

const isFailed = (answer: GraphAnswer | undefined): boolean => answer === undefined || answer.status >= 400;

/**
 * Sends one batch as a chain. The first that failed decides: what may be asked again is, together with all that waited for it; else
 * the chain ends there.
 */
async function askUntilFailure(chunk: readonly Pending[], answers: GraphAnswer[], wire: Patience & { send: Send }): Promise<void> {
  let pending = chunk;
  let renewal: Renewal | undefined;
  let waited = 0;
  for (let round = 0; ; round++) {
    const asked = pending;
    const got = await askOnce(asked, wire.send, renewal, true);
    asked.forEach((each, position) => {
      const answer = got[position];
      if (answer === undefined) throw lacking(each.request);
      answers[each.index] = answer;
    });
    const stopped = got.findIndex(isFailed);
    const [failed, answer] = [asked[stopped], got[stopped]];
    if (failed === undefined || answer === undefined) return;
    const refused = answer.status === 401 && renewal === undefined ? renewalFor(answer) : null;
    if (refused === null && !mayAskAgain(answer, failed.request)) return;
    if (refused !== null) renewal = refused;
    const wait = refused === null ? retryAfterOf(answer.headers) || defaultWait(round) : 0;
    if (waited + wait > wire.maxWait) return;
    waited += wait;
    await wire.pause(wait + spreadOf(wait, areReads([failed])));
    pending = asked.slice(stopped);
  }
}

/** What a new token must satisfy after one was refused inside a batch: the claims of a challenge, or nothing but being new. */
type Renewal = Pick<SendOptions, 'claims' | 'renew'>;

function renewalFor(answer: GraphAnswer): Renewal {
  const claims = claimsOf(answer.headers);
  return claims === null ? { renew: true } : { claims };
}

async function askOnce(asked: readonly Pending[], send: Send, renewal: Renewal | undefined, chained = false): Promise<(GraphAnswer | undefined)[]> {
  // Graph takes batches that are wholly parallel or wholly in sequence (json-batching, dependsOn).
  const lists = asked.flatMap(({ request }) => listKeysOf(request));
  const inSequence = chained || new Set(lists).size < lists.length;
  const body = {
    requests: asked.map(({ index, request }, position) => {
      const before = asked[position - 1];
      return {
        id: String(index),
        method: request.method ?? 'GET',
        url: request.path,
        ...((request.headers || request.body !== undefined) && {
          headers: { ...(request.body !== undefined && { 'Content-Type': 'application/json' }), ...request.headers },
        }),
        ...(request.body !== undefined && { body: request.body }),
        ...(inSequence && before && { dependsOn: [String(before.index)] }),
      };
    }),
  };
  const request: GraphRequest = { method: 'POST', path: '/$batch', body, scopes: [...new Set(asked.flatMap((each) => each.request.scopes))] };
  const answer = await send(request, {
    repeatable: asked.every((each) => (each.request.method ?? 'GET') === 'GET'),
    outlook: asked.some((each) => isOutlook(each.request.path)),
    ...renewal,
  });
  if (answer.status < 200 || answer.status >= 300) throw failureOf(answer, request);
  const byId = new Map(parse(batchAnswer, answer.body, 'a batch').responses.map((each) => [each.id, each]));
  return asked.map(({ index }) => {
    const found = byId.get(String(index));
    if (found === undefined) return undefined;
    const headers = Object.fromEntries(Object.entries(found.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
    return { status: found.status, headers, body: found.body ?? null };
  });
}

function mayAskAgain(answer: GraphAnswer, request: GraphRequest): boolean {
  return mayRepeat({
    status: answer.status,
    saidWhen: retryAfterOf(answer.headers) !== null,
    repeatable: (request.method ?? 'GET') !== 'POST',
    hopeless: isThreshold(answer, request),
  });
}

function lacking(request: GraphRequest): GraphFailure {
  return new GraphFailure(`The batch came back without an answer to ${request.method ?? 'GET'} ${request.path}`, {
    kind: 'fault',
    status: null,
    code: 'incompleteBatch',
    uncertain: (request.method ?? 'GET') !== 'GET',
  });
}
