import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { folders } from '../folders.ts';

interface Running {
  child: ChildProcess;
  origin: string;
  readyMs: number;
}

const port = 7449;
const roundMs = 1500;
const agent = new Agent({ keepAlive: true, maxSockets: 4, rejectUnauthorized: false });

/**
 * How fast the embedded tenant answers, how soon it is ready and what it weighs.
 * `npm run bench -- tenant [--prism PATH]`: with the path of a prism-cli program and the contracts beside the project, the
 * same reads are also asked of a mock of the same OpenAPI.
 */
export async function run(words: readonly string[]): Promise<void> {
  const starts: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    const tenant = await start(['--memory']);
    starts.push(tenant.readyMs);
    await stop(tenant.child);
  }
  line('start to ready, fixture fjordby', `${Math.round(median(starts))} ms`, 'aim < 1000 ms');

  const tenant = await start(['--memory']);
  const reads = await measureGrowth(tenant.origin);
  await stop(tenant.child);

  const large = await start(['--memory', '--fixture', 'large']);
  line('start to ready, fixture large (filled anew, in memory)', `${Math.round(large.readyMs)} ms`, '');
  await stop(large.child);
  const folder = join(folders.root, '.local', 'bench-large');
  const filled = await start(['--data', folder, '--fixture', 'large']);
  await stop(filled.child);
  const resting = await start(['--data', folder, '--fixture', 'large']);
  line('start to ready, fixture large (on disk)', `${Math.round(resting.readyMs)} ms`, '');
  line('memory at rest, fixture large (on disk)', `${Math.round(residentBytes(resting.child.pid) / 1e6)} MB`, 'aim < 200 MB');
  await stop(resting.child);

  const prism = words[words.indexOf('--prism') + 1];
  if (words.includes('--prism') && prism !== undefined) await compareWithMock(prism, reads);
  agent.destroy();
}

type Reads = { event: number; calendarView: number };

/** The same five calls with 1, 1,000 and 100,000 rows in the list and the mailbox. */
async function measureGrowth(origin: string): Promise<Reads> {
  const token = await tokenAt(origin);
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => call(method, `${origin}/v1.0${path}`, token, body, headers);
  const event = (await ask('POST', '/me/events', { subject: 'Bænk', start: { dateTime: '2030-01-02T09:00:00', timeZone: 'UTC' }, end: { dateTime: '2030-01-02T10:00:00', timeZone: 'UTC' } })) as { id: string };
  const teams = (await ask('GET', '/me/joinedTeams')) as { value: { id: string; displayName: string }[] };
  const site = ((await ask('GET', `/groups/${teams.value[0]?.id ?? ''}/sites/root`)) as { id: string }).id;
  const list = ((await ask('POST', `/sites/${site}/lists`, { displayName: 'Bænk', columns: [{ name: 'MeetingKey', text: {}, indexed: true }], list: {} })) as { id: string }).id;
  const items = `/sites/${site}/lists/${list}/items`;
  const results: Record<string, number[]> = {};
  let reads: Reads = { event: 0, calendarView: 0 };
  let rows = 0;
  for (const size of [1, 1000, 100_000]) {
    await fill(size - rows, ask, items, rows);
    rows = size;
    const twenty = Array.from({ length: 20 }, (_, id) => ({ id: String(id), method: 'GET', url: `${items}?$expand=fields&$filter=fields/MeetingKey eq 'm0'` }));
    const rates: Record<string, number> = {
      'GET event': await rate(4, () => ask('GET', `/me/events/${event.id}`)),
      calendarView: await rate(4, () => ask('GET', '/me/calendarView?startDateTime=2030-01-01&endDateTime=2030-01-08')),
      'filtered list items': await rate(4, () => ask('GET', `${items}?$expand=fields&$filter=${encodeURIComponent("fields/MeetingKey eq 'm0'")}`)),
      'batch of 20': await rate(2, () => ask('POST', '/$batch', { requests: twenty })),
      // One after another: parallel writes to one list are refused, as SharePoint refuses them.
      'item PATCH': await rate(1, () => ask('PATCH', `${items}/1/fields`, { Title: `Punkt ${Math.random()}` })),
    };
    for (const [name, value] of Object.entries(rates)) (results[name] ??= []).push(value);
    reads = { event: rates['GET event'] ?? 0, calendarView: rates['calendarView'] ?? 0 };
  }
  for (const [name, [one = 0, thousand = 0, many = 0]] of Object.entries(results)) {
    line(`${name}, requests/s with 1, 1k, 100k rows`, [one, thousand, many].map((value) => Math.round(value)).join(', '), `${(one / Math.max(many, 0.001)).toFixed(2)}× (aim ≤ 1.3×)`);
  }
  return reads;
}

type Ask = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Half of the rows become list items by batches, spread over many keys, and as many events spread over years. */
async function fill(count: number, ask: Ask, items: string, from: number): Promise<void> {
  const inBatches = async (total: number, one: (number: number) => { url: string; body: unknown }): Promise<void> => {
    for (let at = 0; at < total; at += 20) {
      const requests = Array.from({ length: Math.min(20, total - at) }, (_, id) => {
        const { url, body } = one(from + at + id);
        return { id: String(id), method: 'POST', url, headers: { 'Content-Type': 'application/json' }, body };
      });
      await ask('POST', '/$batch', { requests });
    }
  };
  await inBatches(count, (number) => ({ url: items, body: { fields: { Title: `Punkt ${number}`, MeetingKey: `m${Math.floor(number / 20)}` } } }));
  // Events cost more to make; a hundredth of the rows, at least one, is a busy mailbox already.
  await inBatches(Math.ceil(count / 20), (number) => {
    const day = new Date(Date.UTC(2031, 0, 1) + (number % 3000) * 86_400_000).toISOString().slice(0, 10);
    return { url: '/me/events', body: { subject: `Møde ${number}`, start: { dateTime: `${day}T09:00:00`, timeZone: 'UTC' }, end: { dateTime: `${day}T10:00:00`, timeZone: 'UTC' } } };
  });
}

async function compareWithMock(prism: string, reads: Reads): Promise<void> {
  const contract = join(folders.root, '..', 'shared', 'contracts', 'graph-v1.0.openapi.json');
  if (!existsSync(contract)) return line('the same reads of prism', 'skipped', 'no contract beside the project');
  const mockPort = 7448;
  const child = spawn(process.execPath, [prism, 'mock', '-p', String(mockPort), '-h', '127.0.0.1', contract], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    for await (const text of createInterface({ input: child.stdout })) if (text.includes('listening')) break;
    const { request: plain, Agent: PlainAgent } = await import('node:http');
    const keepAlive = new PlainAgent({ keepAlive: true, maxSockets: 4 });
    const ask = (path: string): Promise<void> =>
      new Promise((resolve, reject) => {
        plain(`http://127.0.0.1:${mockPort}${path}`, { agent: keepAlive }, (response) => response.resume().on('end', resolve)).on('error', reject).end();
      });
    const event = await rate(4, () => ask('/me/events/abc'));
    const view = await rate(4, () => ask('/me/calendarView?startDateTime=2030-01-01&endDateTime=2030-01-08'));
    keepAlive.destroy();
    line('GET event of prism, requests/s', String(Math.round(event)), `we are ${(reads.event / event).toFixed(1)}× (aim ≥ 5×)`);
    line('calendarView of prism, requests/s', String(Math.round(view)), `we are ${(reads.calendarView / view).toFixed(1)}× (aim ≥ 5×)`);
  } finally {
    child.kill();
  }
}

/** Requests a second that `ask` gets through with so many at a time. */
async function rate(atOnce: number, ask: () => Promise<unknown>): Promise<number> {
  for (let warm = 0; warm < 20; warm += 1) await ask();
  const until = performance.now() + roundMs;
  let done = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < until) {
        await ask();
        done += 1;
      }
    }),
  );
  return (done * 1000) / (performance.now() - began);
}

function call(method: string, url: string, token: string, body: unknown, headers: Record<string, string>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const outgoing = request(
      url,
      { method, agent, headers: { Authorization: `Bearer ${token}`, ...(payload === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(payload) }), ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if ((response.statusCode ?? 500) >= 400) reject(new Error(`${method} ${url}: ${response.statusCode ?? ''} ${text.slice(0, 300)}`));
          else resolve(text === '' ? undefined : JSON.parse(text));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}

async function tokenAt(origin: string): Promise<string> {
  const scopes = ['User.Read', 'Calendars.ReadWrite', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Team.ReadBasic.All'];
  const answer = (await call('POST', `${origin}/_dev/token`, '', { user: 'ulla.skarvad@fjordby.example', scopes }, {})) as { access_token: string };
  return answer.access_token;
}

async function start(options: string[]): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(folders.root, 'src', 'tenant', 'main.ts'), '--port', String(port), ...options], { cwd: folders.root, stdio: ['ignore', 'pipe', 'inherit'] });
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The tenant ended with ${String(code)}.`)));
  });
  return { child, origin: (JSON.parse(first) as { home: string }).home.slice(0, -1), readyMs: performance.now() - began };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.removeAllListeners('exit').once('exit', resolve));
  child.kill();
  await ended;
}

/** Resident memory of a process, from the kernel; NaN where there is no /proc. */
function residentBytes(pid: number | undefined): number {
  const file = `/proc/${String(pid)}/status`;
  if (pid === undefined || !existsSync(file)) return Number.NaN;
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1] ?? Number.NaN) * 1024;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function line(what: string, value: string, aim: string): void {
  console.log(`  ${what.padEnd(56)} ${value.padStart(20)}   ${aim}`);
}
