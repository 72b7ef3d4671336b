import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { client, everyScope } from './running.ts';
import { trust } from './trust.ts';

const folder = mkdtempSync(join(tmpdir(), 'dagsorden-tenant-'));
const root = new URL('../../', import.meta.url);
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/**
 * A connection is closed after each answer: one kept open would outlive the killed program in this process and be
 * taken up again for its successor on the same port.
 */
const once = { Connection: 'close' };
/** Two starts of a program, on a machine that may be busy with everything else. */
const patience = 120_000;

/** Starts the program as a user would and reads its one line; port 0 is one that is free. */
async function start(port: number): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, ['src/tenant/main.ts', '--port', String(port), '--data', folder, '--app', 'https://localhost:7444'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The tenant ended with ${String(code)}.`)));
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  trust(readFileSync(new URL('.local/certificate/cert.pem', root), 'utf8'));
  const addresses = JSON.parse(line) as Record<string, string>;
  expect(Object.keys(addresses)).toEqual(['graph', 'issuer', 'authority', 'teams', 'outlook', 'home']);
  return { child, origin: addresses['home']?.slice(0, -1) ?? '' };
}

async function tokenAt(origin: string): Promise<string> {
  const response = await fetch(`${origin}/_dev/token`, {
    method: 'POST',
    headers: { ...once, 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: 'ulla.skarvad@fjordby.example', scopes: everyScope }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.removeAllListeners('exit').once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

describe('the program', () => {
  it(
    'keeps what it answered through a kill -9, and the keys of its tokens',
    async () => {
      const first = await start(0);
      const token = await tokenAt(first.origin);
      const ulla = client(first.origin, token);
      const made = await ulla.post(
        '/me/events',
        {
          subject: 'Overlever',
          start: { dateTime: '2027-01-01T09:00:00', timeZone: 'UTC' },
          end: { dateTime: '2027-01-01T10:00:00', timeZone: 'UTC' },
        },
        once,
      );
      expect(made.status).toBe(201);
      await killed(first.child);
      await expect(ulla.get('/me', once)).rejects.toThrow();
      const second = await start(Number(new URL(first.origin).port));
      const found = await client(second.origin, token).get(`/me/events/${made.body.id}`, once);
      expect([found.status, found.body.subject]).toEqual([200, 'Overlever']);
      expect((await fetch(`${second.origin}/_dev/users`, { headers: once })).status).toBe(200);
    },
    patience,
  );
});
