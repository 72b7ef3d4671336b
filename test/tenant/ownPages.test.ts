import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patternOf } from '../../src/tenant/dev/pattern.ts';
import { fjordby, type Fjordby } from './running.ts';

let tenant: Fjordby;
beforeAll(async () => {
  tenant = await fjordby();
});
afterAll(() => tenant.close());

/** A request as a browser, or a program, may send it: with the headers it likes. */
function ask(method: string, path: string, headers: Record<string, string>, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${tenant.origin}/_dev${path}`, { method, headers, rejectUnauthorized: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    })
      .on('error', reject)
      .end(body);
  });
}
const wanted = JSON.stringify({ user: 'ulla.skarvad@fjordby.example', scopes: ['User.Read'] });
const json = { 'Content-Type': 'application/json' };

describe('/_dev', () => {
  it('hands a token to programs and to its own pages', async () => {
    expect(await ask('POST', '/token', json, wanted)).toBe(200);
    expect(await ask('POST', '/token', { ...json, Origin: tenant.origin, 'Sec-Fetch-Site': 'same-origin' }, wanted)).toBe(200);
    expect(await ask('GET', '/users', { 'Sec-Fetch-Site': 'none' })).toBe(200);
  });
  it('hands none to a page of another origin, by whatever name it asks', async () => {
    for (const headers of [
      { Origin: 'https://ondt.example' },
      { Origin: 'null' },
      { Origin: tenant.origin.replace('https:', 'http:') },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]) {
      expect(await ask('POST', '/token', { ...json, ...headers }, wanted)).toBe(403);
      expect(await ask('GET', '/users', headers)).toBe(403);
      expect(await ask('DELETE', '/log', headers)).toBe(403);
    }
    for (const host of ['ondt.example', `ondt.example:${new URL(tenant.origin).port}`, 'localhost']) {
      expect(await ask('GET', '/users', { Host: host })).toBe(421);
    }
  });
  it('takes no body that a form of another page may send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx', ''])
      expect(await ask('POST', '/token', type === '' ? {} : { 'Content-Type': type }, wanted)).toBe(415);
  });
  it('installs no pattern that could hold it up', async () => {
    expect((await tenant.dev('POST', '/faults', { path: '(a+)+$', status: 500 })).status).toBe(400);
    expect((await tenant.dev('POST', '/faults', { path: '^(?!.*(\\$batch|translateExchangeIds))', status: 500, count: 1 })).status).toBe(201);
    await tenant.dev('DELETE', '/faults');
  });
});

describe('a pattern of a fault', () => {
  it.each(['^/me(\\?|$)', '^(?!.*\\$batch)', '/sites/.*/lists/.*/items', 'items/[^/]+/fields', '[)]*', '\\)+', 'a{2,3}'])(
    'is taken: %s',
    (pattern) => {
      expect(() => patternOf(pattern)).not.toThrow();
    },
  );
  it.each(['(a+)+$', '(a|a)*$', '(?:a?){30}', '([a-z]+)*', '(a)\\1', '.*.*.*.*x', 'a{1,}b*c+d*', `${'a'.repeat(201)}`, '('])(
    'is refused: %s',
    (pattern) => {
      expect(() => patternOf(pattern)).toThrow(SyntaxError);
    },
  );
  it('is held against a path in any case', () => {
    expect(patternOf('^/ME$')('/me')).toBe(true);
    expect(patternOf('^/me$')('/me/events')).toBe(false);
  });
});
