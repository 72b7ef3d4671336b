import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GraphRequest } from '../../src/graph/client.ts';
import { cut, json, refusal, scriptedGraph, type Asked } from './scriptedGraph.ts';

interface Inner {
  id: string;
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: unknown;
  dependsOn?: string[];
}
const innerOf = (asked: Asked): Inner[] => (asked.body as { requests: Inner[] }).requests;
const get = (path: string): GraphRequest => ({ path, scopes: ['Sites.ReadWrite.All'] });
const row = (list: string, title: string): GraphRequest => ({
  method: 'POST',
  path: `/sites/s/lists/${list}/items`,
  body: { fields: { Title: title } },
  scopes: ['Sites.ReadWrite.All'],
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
async function done<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await vi.runAllTimersAsync();
  return promise;
}

describe('batches', () => {
  test('any number of requests, in twenties, answered in the order asked however Graph shuffles them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 70 }), fc.nat(), async (count, seed) => {
        const { graph, asked } = scriptedGraph((each) => {
          const requests = innerOf(each);
          expect(requests.length).toBeLessThanOrEqual(20);
          const turned = requests.map((_, index) => requests[(index + seed) % requests.length]);
          return json({ responses: turned.map((inner) => ({ id: inner?.id, status: 200, body: { told: inner?.url } })) });
        });
        const answers = await done(graph.batch(Array.from({ length: count }, (_, index) => get(`/sites/${index}`))));
        expect(answers.map(({ body }) => body)).toEqual(Array.from({ length: count }, (_, index) => ({ told: `/sites/${index}` })));
        expect(asked).toHaveLength(Math.ceil(count / 20));
      }),
      { numRuns: 40 },
    );
  });

  test('only what was put off is asked again, after the longest time named', async () => {
    const { graph, asked } = scriptedGraph((each, turn) =>
      json({
        responses: innerOf(each).map(({ id, url }) =>
          turn === 1 && url.startsWith('/me')
            ? {
                id,
                status: 429,
                headers: { 'Retry-After': url === '/me/events/1' ? '2' : '5' },
                body: { error: { code: 'ApplicationThrottled', message: '' } },
              }
            : { id, status: 200, body: { url, turn } },
        ),
      }),
    );
    const answers = graph.batch([get('/me/events/1'), get('/sites/s'), get('/me/events/2')]);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(asked).toHaveLength(1);
    expect((await done(answers)).map(({ body }) => body)).toEqual([
      { url: '/me/events/1', turn: 2 },
      { url: '/sites/s', turn: 1 },
      { url: '/me/events/2', turn: 2 },
    ]);
    expect(innerOf(asked[1]!).map(({ url }) => url)).toEqual(['/me/events/1', '/me/events/2']);
  });

  test('refusals of single requests are answers for the caller to judge', async () => {
    const { graph } = scriptedGraph((each) =>
      json({
        responses: innerOf(each).map(({ id }, index) =>
          index === 0
            ? { id, status: 403, headers: { 'Request-Id': 'r' }, body: { error: { code: 'accessDenied', message: '' } } }
            : { id, status: 204 },
        ),
      }),
    );
    expect(await done(graph.batch([get('/sites/closed'), get('/sites/open')]))).toEqual([
      { status: 403, headers: { 'request-id': 'r' }, body: { error: { code: 'accessDenied', message: '' } } },
      { status: 204, headers: {}, body: null },
    ]);
  });

  test('patience has an end: then the 429 itself is the answer', async () => {
    const { graph } = scriptedGraph(
      (each) => json({ responses: innerOf(each).map(({ id }) => ({ id, status: 429, headers: { 'Retry-After': '20' }, body: {} })) }),
      {
        maxWait: 30,
      },
    );
    expect((await done(graph.batch([get('/sites/s')])))[0]?.status).toBe(429);
  });

  test('writes to one list are chained; one that fails does not take the others with it', async () => {
    const { graph, asked } = scriptedGraph((each, turn) =>
      json({
        responses: innerOf(each).map(({ id }, index) => {
          if (turn === 1 && index === 1) return { id, status: 409, body: { error: { code: 'nameAlreadyExists', message: '' } } };
          return turn === 1 && index > 1 ? { id, status: 424, body: {} } : { id, status: 201, body: {} };
        }),
      }),
    );
    const answers = await done(graph.batch(['a', 'b', 'c', 'd'].map((title) => row('Punkter', title))));
    expect(answers.map(({ status }) => status)).toEqual([201, 409, 201, 201]);
    expect(innerOf(asked[0]!).map(({ dependsOn }) => dependsOn)).toEqual([undefined, ['0'], ['1'], ['2']]);
    expect(innerOf(asked[1]!).map(({ body, dependsOn }) => [body, dependsOn])).toEqual([
      [{ fields: { Title: 'c' } }, undefined],
      [{ fields: { Title: 'd' } }, ['2']],
    ]);
  });

  test('writes to different lists, and reads, go side by side', async () => {
    const { graph, asked } = scriptedGraph((each) => json({ responses: innerOf(each).map(({ id }) => ({ id, status: 200 })) }));
    await done(graph.batch([row('Moeder', 'a'), row('Punkter', 'b'), get('/sites/s/lists/Punkter/items')]));
    expect(innerOf(asked[0]!).some(({ dependsOn }) => dependsOn)).toBe(false);
    expect(innerOf(asked[0]!)[0]?.headers).toEqual({ 'Content-Type': 'application/json' });
  });

  test('a batch of reads is repeated after a cut connection, one with a write is not', async () => {
    const reads = scriptedGraph((each, turn) => (turn === 1 ? cut() : json({ responses: innerOf(each).map(({ id }) => ({ id, status: 200 })) })));
    expect((await done(reads.graph.batch([get('/sites/s')])))[0]?.status).toBe(200);
    const writes = scriptedGraph(cut);
    await expect(done(writes.graph.batch([get('/sites/s'), row('Punkter', 'a')]))).rejects.toMatchObject({ kind: 'offline', uncertain: true });
    expect(writes.asked).toHaveLength(1);
  });

  test('a challenge on one request brings a new token for it, once', async () => {
    const claims = '{"access_token":{}}';
    const token = vi.fn(async () => 'abc');
    const { graph, asked } = scriptedGraph(
      (each, turn) =>
        json({
          responses: innerOf(each).map(({ id }) =>
            turn === 1
              ? { id, status: 401, headers: { 'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${btoa(claims)}"` }, body: {} }
              : { id, status: 200 },
          ),
        }),
      { token },
    );
    expect((await done(graph.batch([get('/sites/s')])))[0]?.status).toBe(200);
    expect(token).toHaveBeenLastCalledWith({ scopes: ['Sites.ReadWrite.All'], claims });
    expect(asked).toHaveLength(2);
  });

  test.each([undefined, { untilFailure: true }])('a token that is refused inside it is replaced by a new one, once (%j)', async (options) => {
    const token = vi.fn(async () => 'abc');
    const answer = (status: (turn: number) => number) =>
      scriptedGraph((each, turn) => json({ responses: innerOf(each).map(({ id }) => ({ id, status: status(turn), body: {} })) }), { token });
    const once = answer((turn) => (turn === 1 ? 401 : 200));
    expect((await done(once.graph.batch([get('/sites/s')], options)))[0]?.status).toBe(200);
    expect(token).toHaveBeenLastCalledWith({ scopes: ['Sites.ReadWrite.All'], renew: true });
    expect(once.asked).toHaveLength(2);
    const closed = answer(() => 401);
    expect((await done(closed.graph.batch([get('/sites/s')], options)))[0]?.status).toBe(401);
    expect(closed.asked).toHaveLength(2);
  });

  test('an answer that is missing is a failure, not an empty answer', async () => {
    const { graph } = scriptedGraph(() => json({ responses: [] }));
    await expect(done(graph.batch([get('/sites/s')]))).rejects.toMatchObject({ kind: 'fault', code: 'incompleteBatch' });
  });

  test('a batch that is refused as a whole throws', async () => {
    const { graph } = scriptedGraph(() => refusal(400, 'invalidRequest'));
    await expect(done(graph.batch([get('/sites/s')]))).rejects.toMatchObject({ kind: 'invalid', code: 'invalidRequest' });
  });

  test('until a failure: each waits for the one before, what was put off goes on with all behind it, and nothing follows a refusal', async () => {
    const { graph, asked } = scriptedGraph((each, turn) => {
      let stopped = false;
      return json({
        responses: innerOf(each).map(({ id, url }) => {
          if (stopped) return { id, status: 424, body: {} };
          const status = turn === 1 && url.endsWith('/b/items') ? 429 : url.endsWith('/refused/items') ? 403 : 201;
          stopped = status >= 400;
          return { id, status, headers: { 'Retry-After': '1' }, body: {} };
        }),
      });
    });
    const rows = [
      row('a', '1'),
      row('b', '2'),
      row('c', '3'),
      row('refused', '4'),
      row('d', '5'),
      ...Array.from({ length: 20 }, () => row('e', '6')),
    ];
    const answers = await done(graph.batch(rows, { untilFailure: true }));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 403, ...Array.from({ length: 21 }, () => 424)]);
    expect(asked.map((each) => innerOf(each).map(({ id }) => id)[0])).toEqual(['0', '1']);
    expect(
      innerOf(asked[0]!)
        .slice(1)
        .every(({ dependsOn }) => dependsOn?.length === 1),
    ).toBe(true);
  });
});
