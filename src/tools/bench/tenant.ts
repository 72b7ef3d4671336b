import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { folders } from '../folders.ts';

interface Running {
  child: ChildProcess;
  origin: string;
  readyMs: number;
}

const port = 7449;
const rounds = 9;
const roundMs = 300;
const agent = new Agent({ keepAlive: true, maxSockets: 4, rejectUnauthorized: false });

/**
 * How fast the embedded tenant answers, how soon it is ready and what it weighs.
 * `npm run bench -- tenant [--prism [PROGRAM]]`: the same reads are also asked of prism-cli mocking the same OpenAPI, if that
 * lies beside the project. Without the path of its program, prism is installed into `.local`, once.
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

  // On the disk as the large one is: what is compared is the number of rows.
  const smallFolder = join(folders.root, '.local', 'bench-small');
  rmSync(smallFolder, { recursive: true, force: true });
  const small = await start(['--data', smallFolder], port - 1);
  const stages = [
    await stage(small, 'Direktionen', await newList(small.origin, 1)),
    await stage(small, 'Direktionen', await newList(small.origin, 1000)),
    await stage(large, 'Råd og udvalg 1', 'Arkiv'),
  ];
  const ours: Partial<Record<CallName, number>> = {};
  for (const name of callNames) {
    const { perSecond, slower, dearer } = await compared(name, stages);
    ours[name] = perSecond[2] ?? Number.NaN;
    line(
      `${name}, requests/s with 1, 1k, 100k rows`,
      perSecond.map((value) => Math.round(value)).join(', '),
      `${slower.toFixed(2)}× by the clock, ${dearer.toFixed(2)}× of its own work (aim ≤ 1.3×)`,
    );
  }
  await stop(small.child);
  await stop(large.child);

  if (words.includes('--prism'))
    await compareWithMock(words[words.indexOf('--prism') + 1], {
      event: ours['GET event'] ?? Number.NaN,
      calendarView: ours.calendarView ?? Number.NaN,
    });
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
type Stage = Record<CallName, { atOnce: number; ask: () => Promise<unknown> }> & { child: ChildProcess };

async function stage({ origin, child }: Running, board: string, list: string): Promise<Stage> {
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
    child,
    'GET event': { atOnce: 4, ask: () => ask('GET', `/me/events/${event.id}`) },
    calendarView: { atOnce: 4, ask: () => ask('GET', '/me/calendarView?startDateTime=2035-01-02&endDateTime=2035-01-03') },
    'filtered list items': { atOnce: 4, ask: () => ask('GET', found) },
    'batch of 20': { atOnce: 2, ask: () => ask('POST', '/$batch', { requests: twenty }) },
    // One after another: parallel writes to one list are refused, as SharePoint refuses them.
    'item PATCH': { atOnce: 1, ask: () => ask('PATCH', `${items}/1/fields`, { Title: `Punkt ${Math.random()}` }) },
  };
}

interface Comparison {
  /** Requests a second of each stage, the median of the rounds. */
  perSecond: number[];
  /** How many times longer the last stage takes than the first: the median of what each round says, as two slices side by side meet the same machine. */
  slower: number;
  /** The same in processor time of the tenant over all rounds, which other programs on the machine hardly touch. */
  dearer: number;
}

/** Many short rounds, the stages in turn, forwards and backwards. */
async function compared(name: CallName, stages: Stage[]): Promise<Comparison> {
  for (const one of stages) await rate(one[name].atOnce, one[name].ask);
  const measured = stages.map(() => ({ perSecond: [] as number[], done: 0, processorMs: 0 }));
  for (let round = 0; round < rounds; round += 1) {
    const order = stages.map((one, at) => ({ one, sums: measured[at] }));
    for (const { one, sums } of round % 2 === 0 ? order : order.reverse()) {
      const before = processorMs(one.child.pid);
      const { perSecond, done } = await rate(one[name].atOnce, one[name].ask);
      sums?.perSecond.push(perSecond);
      if (sums) sums.done += done;
      if (sums) sums.processorMs += processorMs(one.child.pid) - before;
    }
  }
  const [first, last] = [measured[0], measured.at(-1)];
  const each = (sums: typeof first) => (sums ? sums.processorMs / sums.done : Number.NaN);
  return {
    perSecond: measured.map((sums) => median(sums.perSecond)),
    slower: median((first?.perSecond ?? []).map((value, round) => value / (last?.perSecond[round] ?? Number.NaN))),
    dearer: each(last) / each(first),
  };
}

const prismVersion = '5.14.2';
const contractFile = join(folders.root, '..', 'shared', 'contracts', 'graph-v1.0.openapi.json');
const mockReadyMs = 120_000;
/** With the whole contract, and already with the items of a list and all they lead to, prism is not ready after minutes. */
const mockedPaths = ['/me/events/{event-id}', '/me/calendarView'];

/** The same two reads of prism (plain http, its log at errors only, so that it has the easier part). */
async function compareWithMock(program: string | undefined, reads: { event: number; calendarView: number }): Promise<void> {
  if (!existsSync(contractFile)) return line('the same reads of prism', 'skipped', 'no contract beside the project');
  const folder = mkdtempSync(join(tmpdir(), 'prism-'));
  const mockPort = 7447;
  const contract = join(folder, 'openapi.json');
  writeFileSync(contract, JSON.stringify(narrowed(readFileSync(contractFile, 'utf8'), mockedPaths)));
  const prism = program ?? installedPrism();
  const began = performance.now();
  const child = spawn(process.execPath, [prism, 'mock', '-p', String(mockPort), '-h', '127.0.0.1', '-v', 'error', contract], { stdio: 'ignore' });
  const keepAlive = new PlainAgent({ keepAlive: true, maxSockets: 4 });
  const ask = (path: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const outgoing = plainRequest(`http://127.0.0.1:${mockPort}${path}`, { agent: keepAlive }, (response) => {
        if (response.statusCode === 200) response.resume().on('end', resolve);
        else reject(new Error(`prism answers ${path} with ${String(response.statusCode)}.`));
      });
      outgoing.on('error', reject).end();
    });
  const event = '/me/events/abc';
  const view = '/me/calendarView?startDateTime=2035-01-02T00:00:00Z&endDateTime=2035-01-03T00:00:00Z';
  try {
    while (!(await answers(ask(event)))) {
      if (child.exitCode !== null || performance.now() - began > mockReadyMs) return line('the same reads of prism', 'none', 'it did not get ready');
      await delay(200);
    }
    line('start to ready, prism with these two paths', `${Math.round(performance.now() - began)} ms`, 'with list items too: not in 120 s');
    for (const [name, path, own] of [
      ['GET event', event, reads.event],
      ['calendarView', view, reads.calendarView],
    ] as const) {
      const measured: number[] = [];
      for (let round = 0; round <= rounds; round += 1) measured.push((await rate(4, () => ask(path))).perSecond);
      const theirs = median(measured.slice(1));
      line(`${name} of prism, requests/s`, String(Math.round(theirs)), `we are ${(own / theirs).toFixed(1)}× (aim ≥ 5×)`);
    }
  } finally {
    keepAlive.destroy();
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether anyone listens yet; an answer that is not 200 is for the caller to hear of. */
async function answers(asked: Promise<void>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET')) return false;
    throw error;
  }
}

/** The program of prism-cli in the version measured, installed once through npm beside the project's other local things. */
function installedPrism(): string {
  const folder = join(folders.root, '.local', `prism-${prismVersion}`);
  const program = join(folder, 'node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js');
  if (existsSync(program)) return program;
  console.log(`  installing @stoplight/prism-cli ${prismVersion} into ${folder} …`);
  mkdirSync(folder, { recursive: true });
  // A project of its own, so that npm does not look for one further up.
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'prism-to-measure', private: true }));
  execFileSync('npm', ['install', '--save-exact', '--no-audit', '--no-fund', '--loglevel=error', `@stoplight/prism-cli@${prismVersion}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return program;
}

/** An OpenAPI document with these paths and the components they reach: the whole one keeps prism from getting ready for minutes. */
function narrowed(text: string, paths: readonly string[]): Json {
  const whole = JSON.parse(text) as { paths: Json; components: Record<string, Json> };
  const kept: Record<string, Json> = {};
  const reach = (from: unknown): void => {
    for (const [, kind = '', name = ''] of JSON.stringify(from).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)) {
      if (kept[kind]?.[name] !== undefined) continue;
      (kept[kind] ??= {})[name] = whole.components[kind]?.[name];
      reach(whole.components[kind]?.[name]);
    }
  };
  const chosen = Object.fromEntries(paths.map((path) => [path, whole.paths[path]]));
  reach(chosen);
  return { ...whole, paths: chosen, components: kept };
}

type Json = Record<string, unknown>;

/** Requests a second that `ask` gets through with so many at a time. */
async function rate(atOnce: number, ask: () => Promise<unknown>): Promise<{ perSecond: number; done: number }> {
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
  return { perSecond: (done * 1000) / (performance.now() - began), done };
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
  const child = spawn(process.execPath, [join(folders.root, 'src', 'tenant', 'main.ts'), '--port', String(at), '--no-limits', ...options], {
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

/** Processor time a process has used, from the kernel, in steps of 10 ms; NaN where there is no /proc. */
function processorMs(pid: number | undefined): number {
  const file = `/proc/${String(pid)}/stat`;
  if (pid === undefined || !existsSync(file)) return Number.NaN;
  const [, user = '', system = ''] = /\) \S+(?: \S+){10} (\d+) (\d+)/.exec(readFileSync(file, 'utf8')) ?? [];
  return (Number(user) + Number(system)) * 10;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function line(what: string, value: string, aim: string): void {
  console.log(`  ${what.padEnd(56)} ${value.padStart(20)}   ${aim}`);
}
