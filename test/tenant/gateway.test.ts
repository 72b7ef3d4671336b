import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { client, fjordby, type Fjordby, type GraphAs, type Loose } from './running.ts';

let tenant: Fjordby;
let ulla: GraphAs;

beforeAll(async () => {
  tenant = await fjordby();
  ulla = await tenant.as('ulla.skarvad');
});
afterAll(() => tenant.close());

describe('errors', () => {
  it("carry Graph's shape and both request ids, in header and body", async () => {
    const { headers, body } = await ulla.get('/me/events/nonsense', { 'client-request-id': 'a1b2' });
    expect(headers.get('client-request-id')).toBe('a1b2');
    expect(body.error.innerError).toMatchObject({ 'request-id': headers.get('request-id'), 'client-request-id': 'a1b2' });
    expect(body.error.innerError.date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
  });

  it.each([
    ['GET', '/foo', 400, 'BadRequest'],
    ['GET', '/me/foo', 400, 'BadRequest'],
    ['PUT', '/me/events', 405, 'Request_BadRequest'],
    ['DELETE', '/me/calendarView', 405, 'Request_BadRequest'],
    ['GET', '/me?$nope=1', 400, 'BadRequest'],
    ['GET', '/me/events?$top=ti', 400, 'BadRequest'],
    ['GET', '/me/events?$top=0', 400, 'BadRequest'],
    ['GET', "/me/events?$filter=subject eq 'x", 400, 'BadRequest'],
    ['GET', '/me/events?$filter=subject like 1', 400, 'BadRequest'],
    ['GET', '/me/events?$expand=extensions(', 400, 'BadRequest'],
    ['GET', '/me/events?$select=subject&$select=id', 400, 'BadRequest'],
    ['GET', '/me/events?$orderby=start/dateTime sideways', 400, 'BadRequest'],
    ['GET', '/users/nobody@fjordby.example', 404, 'Request_ResourceNotFound'],
  ])('%s %s is %i %s', async (method, path, status, code) => {
    const answer = await ulla.request(method, path);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  it('of a body that is not JSON is a 400', async () => {
    expect((await ulla.post('/me/events', '{"subject":')).body.error.message).toContain('Unable to read JSON request payload');
  });
});

describe('tokens', () => {
  it.each([
    ['none', '', 'Access token is empty.'],
    ['no JWT', 'abc', 'IDX14100'],
    ['a forged one', 'eyJhbGciOiJub25lIn0.eyJvaWQiOiJ4In0.', 'validation failure'],
  ])('%s is refused', async (_what, token, message) => {
    const { status, body, headers } = await client(tenant.origin, token).get('/me');
    expect([status, body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
    expect(body.error.message).toContain(message);
    expect(headers.get('www-authenticate')).toContain('Bearer');
  });

  it('run out', async () => {
    const { body } = await tenant.dev('POST', '/token', { user: 'ulla.skarvad@fjordby.example', scopes: ['User.Read'], lifetime: -60 });
    expect((await client(tenant.origin, body.access_token).get('/me')).body.error.message).toBe('Lifetime validation failed, the token is expired.');
  });

  it("are refused by another tenant's keys", async () => {
    const other = await fjordby();
    expect((await client(other.origin, ulla.token).get('/me')).status).toBe(401);
    await other.close();
  });
});

describe('the directory', () => {
  it('answers $search only with ConsistencyLevel: eventual', async () => {
    const path = '/users?$search="displayName:an"&$select=displayName';
    expect((await ulla.get(path)).status).toBe(400);
    const { body } = await ulla.get(path, { ConsistencyLevel: 'eventual' });
    expect(body.value).toEqual([{ displayName: 'Ane Kratholm' }]);
    expect((await ulla.get('/users?$search=an', { ConsistencyLevel: 'eventual' })).status).toBe(400);
  });

  it('filters, pages and counts as the real one does', async () => {
    expect((await ulla.get("/users?$filter=startsWith(displayName,'U')")).body.value).toHaveLength(1);
    expect((await ulla.get("/users?$filter=endsWith(mail,'example')")).status).toBe(400);
    expect(
      (await ulla.get("/users?$filter=endsWith(mail,'example')&$count=true&$top=3", { ConsistencyLevel: 'eventual' })).body['@odata.count'],
    ).toBeGreaterThan(15);
    expect((await ulla.get("/users?$filter=contains(displayName,'a')")).status).toBe(400);
    const first = await ulla.get('/users?$top=5');
    const second = await ulla.get(first.body['@odata.nextLink']);
    expect(second.body.value[0].id).not.toBe(first.body.value[0].id);
    expect((await ulla.get('/users?$top=1000')).status).toBe(400);
    expect((await ulla.get('/users?$select=shoeSize')).status).toBe(400);
  });

  it('is addressed in every way clients write it', async () => {
    for (const path of ["/users('ane.kratholm@fjordby.example')", '/users/ane.kratholm%40fjordby.example', '/USERS/Ane.Kratholm@fjordby.example']) {
      expect((await ulla.get(path)).body.displayName).toBe('Ane Kratholm');
    }
    expect((await ulla.get('/me/photo/$value')).status).toBe(404);
    expect((await (await tenant.as('ulla.skarvad', ['User.Read'])).get('/users/ane.kratholm@fjordby.example')).status).toBe(403);
  });
});

describe('a batch', () => {
  const batch = (requests: unknown[]) => ulla.post('/$batch', { requests });

  it('answers each request by itself, addresses with or without a slash', async () => {
    const { status, body } = await batch([
      { id: 'a', method: 'GET', url: '/me?$select=id' },
      { id: 'b', method: 'GET', url: 'me/photo/$value' },
      { id: 'c', method: 'POST', url: '/me/events', headers: { 'content-type': 'application/json' }, body: {} },
    ]);
    expect(status).toBe(200);
    expect(Object.fromEntries(body.responses.map(({ id, status: inner }: Loose) => [id, inner]))).toEqual({ a: 200, b: 404, c: 400 });
  });

  it('gives its answers in no order, so that only their ids say whose they are', async () => {
    const ids = ['1', '2', '3', '4', '5'];
    const { body } = await batch(ids.map((id) => ({ id, method: 'GET', url: '/me?$select=id' })));
    const answered = body.responses.map(({ id }: Loose) => id);
    expect(answered).not.toEqual(ids);
    expect([...answered].sort()).toEqual(ids);
  });

  it('lets dependants of a failure fall with 424, in the right order', async () => {
    const { body } = await batch([
      { id: '3', method: 'GET', url: '/me', dependsOn: ['2'] },
      { id: '2', method: 'GET', url: '/me/photo/$value', dependsOn: ['1'] },
      { id: '1', method: 'GET', url: '/me' },
    ]);
    expect(Object.fromEntries(body.responses.map(({ id, status }: Loose) => [id, status]))).toEqual({ 1: 200, 2: 404, 3: 424 });
  });

  it.each([
    ['more than 20', Array.from({ length: 21 }, (_, id) => ({ id: String(id), method: 'GET', url: '/me' }))],
    [
      'the same id twice',
      [
        { id: '1', method: 'GET', url: '/me' },
        { id: '1', method: 'GET', url: '/me' },
      ],
    ],
    ['a body without its content type', [{ id: '1', method: 'POST', url: '/me/events', body: {} }]],
    ['an unknown dependency', [{ id: '1', method: 'GET', url: '/me', dependsOn: ['9'] }]],
    [
      'a ring',
      [
        { id: '1', method: 'GET', url: '/me', dependsOn: ['2'] },
        { id: '2', method: 'GET', url: '/me', dependsOn: ['1'] },
      ],
    ],
    ['an absolute address', [{ id: '1', method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' }]],
    ['nothing', []],
  ])('of %s is a 400', async (_what, requests) => {
    expect((await batch(requests)).status).toBe(400);
  });

  it('gives inner throttling its own Retry-After', async () => {
    await tenant.dev('POST', '/faults', { path: '^/me/mailboxSettings', status: 429, retryAfter: 7, count: 1 });
    const { body } = await batch([
      { id: '1', method: 'GET', url: '/me/mailboxSettings' },
      { id: '2', method: 'GET', url: '/me' },
    ]);
    const answer = (id: string) => body.responses.find((one: Loose) => one.id === id);
    expect(answer('1')).toMatchObject({ status: 429, headers: { 'Retry-After': '7' } });
    expect(answer('2').status).toBe(200);
  });
});

describe('pages of other origins', () => {
  it("may ask without a token what is allowed, and read the answer's headers", async () => {
    const preflight = await fetch(`${tenant.origin}/v1.0/me`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://localhost:6444',
        'Access-Control-Request-Method': 'PATCH',
        'Access-Control-Request-Headers': 'authorization,sdkversion,consistencylevel,prefer,if-match,client-request-id',
      },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('consistencylevel');
    const { headers } = await ulla.get('/me', { Origin: 'https://localhost:6444' });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toMatch(/Retry-After.*WWW-Authenticate/);
  });
});

describe('faults and the log', () => {
  it.each([
    ['a status', { status: 503, retryAfter: 2 }, 503],
    ['an expired token', { tokenExpired: true }, 401],
  ])('play %s as often as asked', async (_what, fault, status) => {
    await tenant.dev('POST', '/faults', { path: '^/me/people', count: 2, ...fault });
    expect([(await ulla.get('/me/people')).status, (await ulla.get('/me/people')).status, (await ulla.get('/me/people')).status]).toEqual([
      status,
      status,
      200,
    ]);
    await tenant.dev('DELETE', '/faults');
  });

  it('challenge for claims', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    await tenant.dev('POST', '/faults', { path: '^/me$', claims, count: 1 });
    const { status, headers } = await ulla.get('/me');
    expect(status).toBe(401);
    const challenge = headers.get('www-authenticate') ?? '';
    expect(challenge).toContain('error="insufficient_claims"');
    expect(Buffer.from(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '', 'base64').toString()).toBe(claims);
  });

  it('cut the connection before the work, or after it', async () => {
    const subjects = async () =>
      ((await ulla.get("/me/events?$filter=startswith(subject,'Snit')&$top=50")).body.value as { subject: string }[])
        .map(({ subject }) => subject)
        .sort();
    const make = (subject: string) =>
      ulla.post('/me/events', {
        subject,
        start: { dateTime: '2027-01-01T09:00:00', timeZone: 'UTC' },
        end: { dateTime: '2027-01-01T10:00:00', timeZone: 'UTC' },
      });
    await tenant.dev('POST', '/faults', { method: 'POST', path: '^/me/events', cut: 'before', count: 1 });
    await expect(make('Snit før')).rejects.toThrow();
    await tenant.dev('POST', '/faults', { method: 'POST', path: '^/me/events', cut: 'after', count: 1 });
    await expect(make('Snit efter')).rejects.toThrow();
    expect(await subjects()).toEqual(['Snit efter']);
    await tenant.dev('DELETE', '/faults');
  });

  it('reset the connection, which a client tells from one that was closed', async () => {
    const failure = async (fault: object): Promise<string> => {
      await tenant.dev('POST', '/faults', { path: '^/me/calendars', cut: 'before', count: 1, ...fault });
      const error = (await ulla.get('/me/calendars').catch((refusal: unknown) => refusal)) as { cause?: { code?: string } };
      return error.cause?.code ?? 'an answer';
    };
    expect(await failure({})).toBe('UND_ERR_SOCKET');
    expect(await failure({ reset: true })).toBe('ECONNRESET');
    expect((await ulla.get('/me/calendars')).status).toBe(200);
  });

  it('throw the same dice for the same seed', async () => {
    const run = async () => {
      await tenant.dev('POST', '/faults', { path: '^/me/manager', status: 500, rate: 0.5, seed: 42 });
      const statuses: number[] = [];
      for (let time = 0; time < 12; time += 1) statuses.push((await ulla.get('/me/manager')).status);
      await tenant.dev('DELETE', '/faults');
      return statuses;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await run()).toEqual(first);
  });

  it('are refused when they are nonsense', async () => {
    expect((await tenant.dev('POST', '/faults', { status: 200 })).status).toBe(400);
    expect((await tenant.dev('POST', '/faults', { colour: 'red' })).status).toBe(400);
    expect((await tenant.dev('POST', '/faults', { path: '(' })).status).toBe(400);
  });

  it('leave a line for every request', async () => {
    await tenant.dev('DELETE', '/log');
    await ulla.get('/me/calendarView?startDateTime=2026-01-01&endDateTime=2028-01-01');
    await ulla.post('/$batch', { requests: [{ id: 'x', method: 'GET', url: '/me' }] });
    const { body } = await tenant.dev('GET', '/log');
    expect(body).toHaveLength(2);
    expect(body[0]).toMatchObject({ method: 'GET', status: 200, user: 'ulla.skarvad@fjordby.example', requestCharge: 1 });
    expect(body[0].rowsExamined).toBeGreaterThan(5);
    expect(body[0].durationMs).toBeGreaterThan(0);
    expect(body[1]).toMatchObject({ batchId: 'x', path: '/me' });
  });
});

describe('the door', () => {
  const port = (): number => Number(new URL(tenant.origin).port);

  it('opens to https on this machine only', async () => {
    await expect(fetch(`http://127.0.0.1:${port()}/v1.0/me`)).rejects.toThrow();
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((face) => face && !face.internal && face.family === 'IPv4');
    if (!outside) return;
    const reached = await new Promise<string>((resolve) => {
      const socket = connect(port(), outside.address);
      const done = (what: string) => () => {
        socket.destroy();
        resolve(what);
      };
      socket.once('connect', done('connected')).once('error', done('refused'));
      // A firewall may swallow the attempt instead of refusing it.
      socket.setTimeout(3000, done('refused'));
    });
    expect(reached).toBe('refused');
  });
});

describe('throttling', () => {
  it('refuses the fifth request at once to one mailbox', async () => {
    await tenant.dev('POST', '/faults', { path: '^/me/events', delayMs: 700, count: 5 });
    const statuses = (await Promise.all(Array.from({ length: 5 }, () => ulla.get('/me/events?$top=1')))).map(({ status, headers, body }) => [
      status,
      headers.get('retry-after'),
      body.error?.code,
    ]);
    expect(statuses.filter(([status]) => status === 200)).toHaveLength(4);
    expect(statuses).toContainEqual([429, '1', 'ApplicationThrottled']);
    await tenant.dev('DELETE', '/faults');
  });

  it('counts a mailbox as one, by whatever name it is called', async () => {
    await tenant.dev('POST', '/faults', { path: '/events', delayMs: 700, count: 5 });
    const own = '/users/ulla.skarvad@fjordby.example/events?$top=1';
    const paths = ['/me/events?$top=1', own, '/me/events?$top=1', own, "/users('Ulla.Skarvad@fjordby.example')/events?$top=1"];
    const statuses = (await Promise.all(paths.map((path) => ulla.get(path)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 200, 200, 200, 429]);
    await tenant.dev('DELETE', '/faults');
  });

  it('ends at 10,000 requests in ten minutes to one mailbox, with the seconds left to wait', async () => {
    let now = Date.parse('2026-11-20T08:00:00Z');
    const busy = await fjordby({ now: () => now });
    const graph = await busy.as('ulla.skarvad');
    const requests = Array.from({ length: 20 }, (_, id) => ({ id: String(id), method: 'GET', url: '/me/calendar?$select=id' }));
    for (let time = 0; time < 500; time += 1) await graph.post('/$batch', { requests });
    now += 100_000;
    const refused = await graph.get('/me/calendar');
    expect([refused.status, refused.body.error.code, refused.headers.get('retry-after')]).toEqual([429, 'ApplicationThrottled', '500']);
    expect((await (await busy.as('ane.kratholm')).get('/me/calendar')).status).toBe(200);
    await busy.dev('POST', '/limits', { enforce: 'none' });
    expect((await graph.get('/me/calendar')).status).toBe(200);
    await busy.dev('POST', '/limits', { enforce: false });
    now += 500_000;
    expect((await graph.get('/me/calendar')).status).toBe(200);
    await busy.close();
  });

  it('of open extensions ends at 455 writes in ten seconds', async () => {
    let now = Date.parse('2026-11-20T08:00:00Z');
    const busy = await fjordby({ now: () => now });
    const graph = await busy.as('ulla.skarvad');
    const requests = Array.from({ length: 20 }, (_, id) => ({ id: String(id), method: 'DELETE', url: '/me/events/x/extensions/y' }));
    for (let time = 0; time < 23; time += 1) await graph.post('/$batch', { requests });
    const refused = await graph.delete('/me/events/x/extensions/y');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    now += 10_000;
    expect((await graph.delete('/me/events/x/extensions/y')).status).not.toBe(429);
    await busy.close();
  });

  it('counts resource units when limits are enforced, warns from 80 % and then refuses', async () => {
    const limited = await fjordby();
    await limited.dev('POST', '/limits', { enforce: true });
    const graph = await limited.as('ulla.skarvad');
    const requests = Array.from({ length: 20 }, (_, id) => ({ id: String(id), method: 'GET', url: '/sites?search=direktion' }));
    let last: Loose;
    for (let time = 0; time < 40; time += 1) last = (await graph.post('/$batch', { requests })).body.responses.at(-1);
    expect(last).toMatchObject({ status: 429, body: { error: { code: 'activityLimitReached' } } });
    expect(Number(last.headers['Retry-After'])).toBeGreaterThan(0);
    expect((await graph.get('/me')).status).toBe(200);
    await limited.close();
  });
});
