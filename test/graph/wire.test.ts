import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GraphFailure } from '../../src/graph/failure.ts';
import type { Trace } from '../../src/graph/contract.ts';
import { spreadOf } from '../../src/graph/middleware/retry.ts';
import { cut, json, refusal, scriptedGraph, silence } from './scriptedGraph.ts';

const read = { path: '/me', scopes: ['User.Read'] };
const write = { method: 'POST', path: '/teams/t/channels/c/messages', body: { body: {} }, scopes: ['ChannelMessage.Send'] } as const;
const change = { method: 'PATCH', path: '/sites/s/lists/Moeder/items/1/fields', body: {}, scopes: ['Sites.ReadWrite.All'] } as const;

/** Runs all timers until the promise is settled, and gives the failure. */
async function failing(promise: Promise<unknown>): Promise<GraphFailure> {
  const caught = promise.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error as GraphFailure,
  );
  await vi.runAllTimersAsync();
  return caught;
}

async function done<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await vi.runAllTimersAsync();
  return promise;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('tokens', () => {
  test('each request asks for its own scopes and sends the token once, also after retries', async () => {
    const token = vi.fn(async () => 'abc');
    const { graph, asked } = scriptedGraph((_, turn) => (turn < 3 ? refusal(429, 'TooManyRequests', { 'retry-after': '1' }) : json({ id: 'u' })), {
      token,
    });
    await done(graph.request(read));
    expect(asked.map((each) => each.headers.get('authorization'))).toEqual(['Bearer abc', 'Bearer abc', 'Bearer abc']);
    expect(token).toHaveBeenCalledWith({ scopes: ['User.Read'] });
  });

  test('what the token provider throws comes through untouched, and nothing is sent', async () => {
    const needed = Object.assign(new Error('log ind'), { name: 'SignInNeeded' });
    const { graph, asked } = scriptedGraph(() => json({}), { token: () => Promise.reject(needed) });
    await expect(graph.request(read)).rejects.toBe(needed);
    expect(asked).toEqual([]);
  });

  test('a claims challenge is answered with a new token, once', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1763760000"}}}';
    const challenge = () =>
      refusal(401, 'InvalidAuthenticationToken', { 'www-authenticate': `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"` });
    const token = vi.fn(async () => 'abc');
    const { graph, asked } = scriptedGraph((_, turn) => (turn === 1 ? challenge() : json({ id: 'u' })), { token });
    await done(graph.request(read));
    expect(token).toHaveBeenLastCalledWith({ scopes: ['User.Read'], claims });
    expect(asked).toHaveLength(2);

    const closed = scriptedGraph(challenge, { token });
    expect((await failing(closed.graph.request(read))).kind).toBe('signIn');
    expect(closed.asked).toHaveLength(2);
  });

  test('a token that is refused without a challenge is replaced by a new one, once', async () => {
    const refused = () => refusal(401, 'InvalidAuthenticationToken');
    const token = vi.fn(async () => 'abc');
    const { graph, asked } = scriptedGraph((_, turn) => (turn === 1 ? refused() : json({ id: 'u' })), { token });
    await done(graph.request(write));
    expect(token.mock.calls).toEqual([[{ scopes: ['ChannelMessage.Send'] }], [{ scopes: ['ChannelMessage.Send'], renew: true }]]);
    expect(asked).toHaveLength(2);

    const closed = scriptedGraph(refused, { token });
    expect((await failing(closed.graph.request(read))).kind).toBe('signIn');
    expect(closed.asked).toHaveLength(2);
  });

  test('a link away from the service gets neither token nor request', async () => {
    const { graph, asked } = scriptedGraph(() => json({ value: [1], '@odata.nextLink': 'https://elsewhere.example/v1.0/me' }));
    expect(await failing(graph.all(read))).toMatchObject({ kind: 'fault', code: 'foreignLink' });
    expect(asked).toHaveLength(1);
  });
});

describe('what was put off', () => {
  test('Retry-After is never cut short, and writing comes back a little later, not all at one moment', async () => {
    const { graph, asked } = scriptedGraph((_, turn) =>
      turn === 1 ? refusal(429, 'activityLimitReached', { 'retry-after': '7' }) : json({ id: 'u' }),
    );
    const answer = graph.request(write);
    await vi.advanceTimersByTimeAsync(6_999);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1 + 1_000 + 7_000 / 4);
    expect(asked).toHaveLength(2);
    expect((await answer).status).toBe(200);
  });

  test('those who were told one moment come back spread, readers within a second and before most of the writers', () => {
    const spread = (reads: boolean) => Array.from({ length: 60 }, () => spreadOf(52, reads)).sort((a, b) => a - b);
    const [reading, writing] = [spread(true), spread(false)];
    expect(reading.at(-1)).toBeLessThan(1);
    expect(writing[30]).toBeGreaterThan(1);
    expect(writing.at(-1)).toBeLessThanOrEqual(10);
    expect(new Set(writing.map((seconds) => Math.floor(seconds))).size).toBeGreaterThan(4);
    expect(spreadOf(0, false)).toBe(0);
  });

  test('longer waits than allowed are told at once, with the time the service named', async () => {
    const { graph, asked } = scriptedGraph(() => refusal(429, 'activityLimitReached', { 'retry-after': '600' }), { maxWait: 30 });
    expect(await failing(graph.request(read))).toMatchObject({ kind: 'throttled', retryAfter: 600, status: 429 });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['a read', read, 503, {}, 5],
    ['a change that may be repeated', change, 503, {}, 5],
    ['a new message, when the service names a time', write, 503, { 'retry-after': '1' }, 5],
    ['a new message, when nobody knows whether it was posted', write, 503, {}, 1],
    ['a new message behind a gateway that gave up', write, 504, {}, 1],
    ['a read behind a gateway that gave up', read, 504, {}, 5],
    ['anything after an inner fault', read, 500, {}, 1],
  ])('%s (%#) is asked again or not', async (_, request, status, headers, times) => {
    const { graph, asked } = scriptedGraph(() => refusal(status, 'serviceNotAvailable', headers as Record<string, string>));
    await failing(graph.request(request));
    expect(asked).toHaveLength(times);
  });

  test('the row threshold in the guise of throttling is not waited for', async () => {
    const { graph, asked } = scriptedGraph(() => refusal(429, 'activityLimitReached', {}, { code: 'throttledRequest' }));
    const rows = { path: "/sites/s/lists/Moeder/items?$filter=fields/MeetingKey eq 'x'", scopes: [] };
    expect(await failing(graph.request(rows))).toMatchObject({ kind: 'invalid' });
    expect(asked).toHaveLength(1);
  });
});

describe('a network that fails', () => {
  test('a cut read is tried three times in all; then it is offline', async () => {
    const { graph, asked } = scriptedGraph(cut);
    expect(await failing(graph.request(read))).toMatchObject({ kind: 'offline', status: null, code: 'noConnection', uncertain: false });
    expect(asked).toHaveLength(3);
  });

  test('a cut POST is never repeated, and says that it may have taken effect', async () => {
    const { graph, asked } = scriptedGraph(cut);
    expect(await failing(graph.request(write))).toMatchObject({ kind: 'offline', uncertain: true });
    expect(asked).toHaveLength(1);
  });

  test('an answer that breaks off half way is no answer', async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          start: (stream) => {
            stream.enqueue(new TextEncoder().encode('{"id":'));
            stream.error(new TypeError('terminated'));
          },
        }),
        { headers: { 'content-type': 'application/json' } },
      );
    const { graph } = scriptedGraph((_, turn) => (turn === 1 ? broken() : json({ id: 'whole' })));
    expect((await done(graph.request(read))).body).toEqual({ id: 'whole' });
  });

  test('silence ends with the time limit, once', async () => {
    const { graph, asked } = scriptedGraph(silence, { timeLimit: 30 });
    expect(await failing(graph.request(read))).toMatchObject({ kind: 'offline', code: 'timeLimit' });
    expect(asked).toHaveLength(1);
  });

  test('a page of a hotel network is not taken for an answer', async () => {
    const { graph } = scriptedGraph(() => new Response('<html>Log på wifi</html>', { headers: { 'content-type': 'text/html' } }));
    expect(await failing(graph.all(read))).toMatchObject({ kind: 'fault', code: 'unexpectedShape' });
  });
});

describe('traces', () => {
  test('each try is told with its ids, and no words of anybody', async () => {
    const traces: Trace[] = [];
    const { graph, asked } = scriptedGraph((_, turn) => (turn === 1 ? refusal(429, 'x', { 'retry-after': '1', 'request-id': 'r-7' }) : json({})), {
      onTrace: (trace) => traces.push(trace),
    });
    await done(graph.request({ ...write, body: { body: { content: 'Lukket punkt om en person' } } }));
    expect(traces.map(({ attempt, status, requestId }) => ({ attempt, status, requestId }))).toEqual([
      { attempt: 1, status: 429, requestId: 'r-7' },
      { attempt: 2, status: 200, requestId: null },
    ]);
    expect(traces.map((trace) => trace.clientRequestId)).toEqual(asked.map((each) => each.headers.get('client-request-id')));
    expect(new Set(traces.map((trace) => trace.clientRequestId)).size).toBe(2);
    expect(JSON.stringify(traces)).not.toContain('person');
  });
});

describe('queues', () => {
  test('at most three calls to the mailbox are out at a time; lists do not wait for them', async () => {
    let out = 0;
    let most = 0;
    const { graph, asked } = scriptedGraph(async ({ path }) => {
      if (!path.startsWith('/me/events')) return json({});
      most = Math.max(most, ++out);
      await new Promise((resolve) => setTimeout(resolve, 100));
      out--;
      return json({});
    });
    const events = Array.from({ length: 10 }, (_, index) => graph.request({ path: `/me/events/${index}`, scopes: [] }));
    await graph.request({ path: '/sites/s/lists/Moeder', scopes: [] });
    expect(asked.filter(({ path }) => path.startsWith('/me/events'))).toHaveLength(3);
    await done(Promise.all(events));
    expect(most).toBe(3);
  });

  test('two writes to one list never meet, whatever the first one ends in', async () => {
    let out = 0;
    const { graph, asked } = scriptedGraph(async () => {
      expect(++out).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      out--;
      return asked.length === 1 ? refusal(412, 'preconditionFailed') : json({});
    });
    const writes = [1, 2, 3].map((id) => graph.request({ ...change, path: `/sites/s/lists/Moeder/items/${id}/fields` }));
    const results = await done(Promise.allSettled(writes));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(asked.map(({ path }) => path.split('/').at(-2))).toEqual(['1', '2', '3']);
  });
});
