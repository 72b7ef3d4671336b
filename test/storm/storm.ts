/**
 * `npm run storm -- [--runs N] [--seed S] [--jobs J] [--minutes M] [--known] [--story] [--shrink]`: seeded histories on the real commands, storage and tenant, in this
 * process and by a clock of its own (docs/reliability.md).
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { historyOf, written, type History } from './history.ts';
import { known } from './known.ts';
import { COLUMNS, type Column, type Fault } from './judge.ts';
import { play } from './play.ts';
import { prepareScene, type Scene } from './scene.ts';
import { shrink } from './shrink.ts';

/** What one run came to, as a worker tells it. */
interface Told {
  readonly seed: number;
  readonly faults: readonly Fault[];
  readonly requests: number;
  readonly acts: number;
  readonly acked: number;
}

const KNOWN_TURNS = 8;

/** Those that were once played in this process have taken over its clock. */
const realTimeout = globalThis.setTimeout;
const endTimeout = globalThis.clearTimeout;

const words = process.argv.slice(2);
const valueOf = (name: string, otherwise: number): number => {
  const place = words.indexOf(name);
  const value = place < 0 ? otherwise : Number(words[place + 1]);
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`${name} wants a whole number`);
  return value;
};

async function playSeed(scene: Scene, seed: number): Promise<Told> {
  const { faults, requests, presses } = await tried(scene, historyOf(seed));
  return { seed, faults, requests, acts: presses.length, acked: presses.filter(({ fate }) => fate === 'acked').length };
}

/** A run in which the storm itself finds no end, or the app throws where nobody hears it, has failed as well. */
async function tried(scene: Scene, history: History): Promise<Pick<Awaited<ReturnType<typeof play>>, 'faults' | 'requests' | 'presses' | 'story'>> {
  try {
    return await play(scene, history);
  } catch (error) {
    const what = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 160) : String(error);
    return { faults: [{ column: 'broken', what }], requests: 0, presses: [], story: [what] };
  }
}

/** Plays its share of the seeds and tells of each. */
async function work(first: number, runs: number, step: number, tell: (told: Told) => void): Promise<void> {
  const scene = await prepareScene();
  for (let seed = first; seed < first + runs; seed += step) tell(await playSeed(scene, seed));
}

/** Plays seeds in so many processes and hears of each run. */
async function workTogether(first: number, runs: number, jobs: number, minutes: number, hear: (told: Told) => void): Promise<void> {
  await Promise.all(
    Array.from({ length: jobs }, (_, job) => {
      const worker = fork(fileURLToPath(import.meta.url), [
        '--worker',
        '--seed',
        String(first + job),
        '--runs',
        String(Math.max(0, runs - job)),
        '--step',
        String(jobs),
      ]);
      worker.on('message', (told) => hear(told as Told));
      // Time is up: what has been played by then counts.
      const end = minutes > 0 ? realTimeout(() => worker.kill(), minutes * 60_000) : undefined;
      return new Promise<void>((resolve, reject) => {
        worker.on('exit', () => endTimeout(end));
        worker.on('exit', (code) => (code === 0 || code === null ? resolve() : reject(new Error(`A worker of the storm ended with ${code}`))));
      });
    }),
  );
}

/** Counts the runs in each column, and the runs of each kind of failure with the seeds they were seen in. */
function summary(all: readonly Told[]): string {
  const columns = COLUMNS.map((column) => `${column} ${all.filter(({ faults }) => faults.some((fault) => fault.column === column)).length}`);
  const kinds = new Map<string, number[]>();
  for (const { seed, faults } of all) {
    for (const { column, what } of faults) kinds.set(`${column}: ${what}`, [...(kinds.get(`${column}: ${what}`) ?? []), seed]);
  }
  const failed = [...kinds]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([kind, seeds]) => `  ${String(seeds.length).padStart(5)}  ${kind} (seeds ${seeds.slice(0, 4).join(', ')})`);
  return [columns.join(', '), ...failed].join('\n');
}

async function showOne(scene: Scene, seed: number, others: number): Promise<void> {
  for (let other = 1; other <= others; other += 1) await tried(scene, historyOf(seed + other));
  const history = historyOf(seed);
  const { story, faults } = await tried(scene, history);
  console.log(`${written(history)}\n${story.join('\n')}\n${faults.map(({ column, what }) => `${column}: ${what}`).join('\n')}`);
}

/** The shortest history for one kind of failure of a seed. */
async function shortest(scene: Scene, seed: number, kind: { column: Column; what: string }): Promise<string> {
  const same = (faults: readonly Fault[]): boolean => faults.some(({ column, what }) => column === kind.column && what === kind.what);
  const history = await shrink(historyOf(seed), async (candidate) => same((await tried(scene, candidate)).faults));
  const { story, faults } = await tried(scene, history);
  return `${kind.column}: ${kind.what} (seed ${seed})\n${written(history)}\n${story.map((line) => `// ${line}`).join('\n')}\n// ${faults.map(({ column, what }) => `${column}: ${what}`).join('; ')}\n`;
}

async function main(): Promise<boolean> {
  const first = valueOf('--seed', 1);
  const runs = valueOf('--runs', 300);
  if (words.includes('--worker')) {
    await work(first, runs, valueOf('--step', 1), (told) => process.send?.(told));
    process.disconnect();
    return true;
  }
  if (words.includes('--story')) {
    await showOne(await prepareScene(), first, valueOf('--after', 0));
    return true;
  }
  const bad = words.includes('--known') ? await playKnown(await prepareScene()) : 0;
  const began = performance.now();
  const all: Told[] = [];
  const jobs = Math.max(1, Math.min(valueOf('--jobs', availableParallelism()), runs));
  const minutes = valueOf('--minutes', 0);
  await workTogether(first, runs, jobs, minutes, (told) => {
    all.push(told);
    for (const { column, what } of told.faults) if (runs <= 1000) console.log(`seed ${told.seed}  ${column}: ${what}`);
  });
  all.sort((a, b) => a.seed - b.seed);
  const seconds = (performance.now() - began) / 1000;
  const sum = (count: (told: Told) => number): number => all.reduce((total, told) => total + count(told), 0);
  console.log(
    `\n${all.length} runs from seed ${first} in ${seconds.toFixed(0)} s on ${jobs} cores: ${sum(({ acts }) => acts)} acts (${sum(({ acked }) => acked)} confirmed), ${sum(({ requests }) => requests)} requests.`,
  );
  console.log(summary(all));
  if (words.includes('--shrink')) await shrinkEach(all);
  return bad === 0 && (minutes > 0 || all.length === runs) && all.every(({ faults }) => faults.length === 0);
}

/** What once ended badly, each with its own latencies and with others. */
async function playKnown(scene: Scene): Promise<number> {
  let bad = 0;
  for (const { name, history } of known) {
    for (let turn = 0; turn < KNOWN_TURNS; turn += 1) {
      const { faults } = await tried(scene, { ...history, seed: history.seed + turn * 10_000 });
      for (const { column, what } of faults) console.log(`known: ${name} (seed ${history.seed + turn * 10_000})  ${column}: ${what}`);
      if (faults.length > 0) bad += 1;
    }
  }
  console.log(`${known.length} known histories, ${KNOWN_TURNS} times each: ${bad} ended badly.`);
  return bad;
}

async function shrinkEach(all: readonly Told[]): Promise<void> {
  const scene = await prepareScene();
  const kinds = new Map<string, { seed: number; fault: Fault }>();
  for (const { seed, faults, acts } of [...all].sort((a, b) => a.acts - b.acts)) {
    for (const fault of faults) {
      const name = `${fault.column}: ${fault.what}`;
      if (!kinds.has(name) && acts > 0) kinds.set(name, { seed, fault });
    }
  }
  for (const { seed, fault } of kinds.values()) console.log(`\n${await shortest(scene, seed, fault)}`);
}

process.exitCode = (await main()) ? 0 : 1;
