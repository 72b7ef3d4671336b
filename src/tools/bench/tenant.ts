import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
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
const roundMs = 800;
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

  const folder = join(folders.root, '.local', 'bench-large');
  rmSync(folder, { recursive: true, force: true });
  const filled = await start(['--data', folder, '--fixture', 'large']);
  await stop(filled.child);
  const large = await start(['--data', folder, '--fixture', 'large']);
  line('start to ready, fixture large', `${Math.round(large.readyMs)} ms`, '');
  line('memory at rest, fixture large', `${Math.round(residentBytes(large.child.pid) / 1e6)} MB`, 'aim < 200 MB');

  const small = await start(['--memory'], port - 1);
  const stages = [
    await stage(small.origin, 'Direktionen', await newList(small.origin, 1)),
    await stage(small.origin, 'Direktionen', await newList(small.origin, 1000)),
    await stage(large.origin, 'Råd og udvalg 1', 'Arkiv'),
  ];
  const best: Record<string, number> = {};
  for (const name of callNames) {
    const rates = await bestRates(name, stages);
    best[name] = rates[2] ?? 0;
    line(
      `${name}, requests/s with 1, 1k, 100k rows`,
      rates.map((value) => Math.round(value)).join(', '),
      `${((rates[0] ?? 0) / (rates[2] || Number.NaN)).toFixed(2)}× (aim ≤ 1.3×)`,
    );
  }
  await stop(small.child);
  await stop(large.child);

  const prism = words[words.indexOf('--prism') + 1];
  if (words.includes('--prism') && prism !== undefined)
    await compareWithMock(prism, { event: best['GET event'] ?? 0, calendarView: best['calendarView'] ?? 0 });
  agent.destroy();
}

type Ask = (method: string, path: string, body?: unknown) => Promise<unknown>;

async function asker(origin: string): Promise<Ask> {
  const token = await tokenAt(origin);
  return (method, path, body) => call(method, `${origin}/v1.0${path}`, token, body);
}

async function siteOf(ask: Ask, board: string): Promise<string> {
  const teams = (await ask('GET', '/me/joinedTeams')) as { value: { id: string; displayName: string }[] };
  const team = teams.value.find(({ displayName }) => displayName === board);
  return ((await ask('GET', `/groups/${team?.id ?? ''}/sites/root`)) as { id: string }).id;
}

/** A list of so many items in the small fixture, twenty to a key; answers its name. */
async function newList(origin: string, rows: number): Promise<string> {
  const ask = await asker(origin);
  const site = await siteOf(ask, 'Direktionen');
  const name = `Bænk ${rows}`;
  await ask('POST', `/sites/${site}/lists`, { displayName: name, columns: [{ name: 'MeetingKey', text: {}, indexed: true }], list: {} });
  for (let at = 0; at < rows; at += 20) {
    const requests = Array.from({ length: Math.min(20, rows - at) }, (_, id) => ({
      id: String(id),
      method: 'POST',
      url: `/sites/${site}/lists/${encodeURIComponent(name)}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields: { Title: `Punkt ${at + id}`, MeetingKey: `m${Math.floor((at + id) / 20)}` } },
    }));
    await ask('POST', '/$batch', { requests });
  }
  return name;
}

const callNames = ['GET event', 'calendarView', 'filtered list items', 'batch of 20', 'item PATCH'] as const;
type CallName = (typeof callNames)[number];

/** The five usual calls on a list whose items are found by the key `m0`, and on the caller's mailbox. */
type Stage = Record<CallName, { atOnce: number; ask: () => Promise<unknown> }>;

async function stage(origin: string, board: string, list: string): Promise<Stage> {
  const ask = await asker(origin);
  const event = (await ask('POST', '/me/events', {
    subject: 'Bænk',
    start: { dateTime: '2035-01-02T09:00:00', timeZone: 'UTC' },
    end: { dateTime: '2035-01-02T10:00:00', timeZone: 'UTC' },
  })) as { id: string };
  const items = `/sites/${await siteOf(ask, board)}/lists/${encodeURIComponent(list)}/items`;
  const found = `${items}?$expand=fields&$filter=${encodeURIComponent("fields/MeetingKey eq 'm0'")}&$top=1`;
  const twenty = Array.from({ length: 20 }, (_, id) => ({ id: String(id), method: 'GET', url: `/me/events/${event.id}` }));
  return {
    'GET event': { atOnce: 4, ask: () => ask('GET', `/me/events/${event.id}`) },
    calendarView: { atOnce: 4, ask: () => ask('GET', '/me/calendarView?startDateTime=2035-01-02&endDateTime=2035-01-03') },
    'filtered list items': { atOnce: 4, ask: () => ask('GET', found) },
    'batch of 20': { atOnce: 2, ask: () => ask('POST', '/$batch', { requests: twenty }) },
    // One after another: parallel writes to one list are refused, as SharePoint refuses them.
    'item PATCH': { atOnce: 1, ask: () => ask('PATCH', `${items}/1/fields`, { Title: `Punkt ${Math.random()}` }) },
  };
}

/** In turn and several times, the best of each: a busy machine slows one round, not one size. */
async function bestRates(name: CallName, stages: Stage[]): Promise<number[]> {
  const rates = stages.map(() => 0);
  for (let round = 0; round < 3; round += 1) {
    for (const [at, one] of stages.entries()) rates[at] = Math.max(rates[at] ?? 0, await rate(one[name].atOnce, one[name].ask));
  }
  return rates;
}

async function compareWithMock(prism: string, reads: { event: number; calendarView: number }): Promise<void> {
  const contract = join(folders.root, '..', 'shared', 'contracts', 'graph-v1.0.openapi.json');
  if (!existsSync(contract)) return line('the same reads of prism', 'skipped', 'no contract beside the project');
  const mockPort = 7447;
  const child = spawn(process.execPath, [prism, 'mock', '-p', String(mockPort), '-h', '127.0.0.1', contract], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const text of createInterface({ input: child.stdout })) if (text.includes('listening')) break;
    const { request: plain, Agent: PlainAgent } = await import('node:http');
    const keepAlive = new PlainAgent({ keepAlive: true, maxSockets: 4 });
    const ask = (path: string): Promise<void> =>
      new Promise((resolve, reject) => {
        plain(`http://127.0.0.1:${mockPort}${path}`, { agent: keepAlive }, (response) => response.resume().on('end', resolve))
          .on('error', reject)
          .end();
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

function call(method: string, url: string, token: string, body: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const outgoing = request(
      url,
      {
        method,
        agent,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(payload === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(payload) }),
        },
      },
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
  const answer = (await call('POST', `${origin}/_dev/token`, '', { user: 'ane.kratholm@fjordby.example', scopes })) as { access_token: string };
  return answer.access_token;
}

async function start(options: string[], at = port): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(folders.root, 'src', 'tenant', 'main.ts'), '--port', String(at), ...options], {
    cwd: folders.root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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
