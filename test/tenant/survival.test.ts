import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { client, everyScope } from './running.ts';

const folder = mkdtempSync(join(tmpdir(), 'dagsorden-tenant-'));
const program = new URL('../../src/tenant/main.ts', import.meta.url).pathname;
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the program as a user would and reads its one line. */
async function start(port: number): Promise<{ child: ChildProcess; graph: string; origin: string }> {
  const child = spawn(process.execPath, [program, '--port', String(port), '--data', folder, '--app', 'https://localhost:7444'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const [line] = await new Promise<string[]>((resolve, reject) => {
    const lines: string[] = [];
    child.once('exit', (code) => reject(new Error(`The tenant ended with ${String(code)}.`)));
    createInterface({ input: child.stdout ?? process.stdin }).once('line', (text) => {
      lines.push(text);
      resolve(lines);
    });
  });
  const addresses = JSON.parse(line ?? '{}') as Record<string, string>;
  expect(Object.keys(addresses)).toEqual(['graph', 'issuer', 'authority', 'teams', 'outlook', 'home']);
  return { child, graph: addresses['graph'] ?? '', origin: addresses['home']?.slice(0, -1) ?? '' };
}

async function tokenAt(origin: string): Promise<string> {
  const response = await fetch(`${origin}/_dev/token`, {
    method: 'POST',
    body: JSON.stringify({ user: 'ulla.skarvad@fjordby.example', scopes: everyScope }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

describe('the program', () => {
  it('keeps what it answered through a kill -9, and the keys of its tokens', async () => {
    const first = await start(7445);
    const token = await tokenAt(first.origin);
    const made = await client(first.origin, token).post('/me/events', {
      subject: 'Overlever',
      start: { dateTime: '2027-01-01T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-01-01T10:00:00', timeZone: 'UTC' },
    });
    expect(made.status).toBe(201);
    const ended = new Promise((resolve) => first.child.removeAllListeners('exit').once('exit', resolve));
    first.child.kill('SIGKILL');
    await ended;
    const second = await start(7445);
    const found = await client(second.origin, token).get(`/me/events/${made.body.id}`);
    expect([found.status, found.body.subject]).toEqual([200, 'Overlever']);
    expect((await fetch(`${second.origin}/_dev/users`)).status).toBe(200);
  });
});
