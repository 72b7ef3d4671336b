import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { openLocalDatabase, type LocalDatabase } from '../../src/device/database.ts';
import { createOutbox, type Outbox, type Perform } from '../../src/device/outbox.ts';
import type { StepNote } from '../../src/device/outboxEntry.ts';
import { createTurns, type OneWriteOf } from '../../src/device/outboxTurns.ts';
import { Failure } from '../../src/meeting/errors.ts';

/** What stood in a place, and what is to stand there: words, which two people's writes leave each other. */
interface Write {
  readonly place: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const isWrite = (input: unknown): input is Write => typeof input === 'object' && input !== null && 'place' in input;
const says = (words: readonly string[]): string => [...words].sort().join(' ');
const oneWriteOf: OneWriteOf = ({ command, input }) => {
  if (command !== 'write' || !isWrite(input)) return null;
  return {
    place: input.place,
    takesUp: ({ input: elder, version }) =>
      isWrite(elder) && says(elder.after) === says(input.before) ? { version, input: { ...input, before: elder.before } } : null,
  };
};

const APART = 8;
type Answer = 'works' | 'down' | 'cut' | 'fault' | 'refuses';

/** The rows of a service, and all that was tried on them. */
class Service {
  readonly rows = new Map<string, readonly string[]>();
  readonly tried: { readonly place: string; readonly asked: string; readonly from: number; readonly until: number; readonly answer: Answer }[] = [];
  /** What an order that looks at all rows saw. */
  readonly looks: { readonly number: number; readonly saw: ReadonlySet<string> }[] = [];
  answers: Answer[] = [];
  /** All answers that were given. */
  readonly given: Answer[] = [];
  down = false;

  readonly perform: Perform = async ({ command, input }, note) => {
    const step = (state: StepNote['state']): StepNote[] => [{ name: 'stored', state, failure: null }];
    const from = performance.now();
    note(step('doing'));
    const answer = this.down ? 'down' : (this.answers.shift() ?? 'works');
    this.given.push(answer);
    await new Promise((resolve) => setImmediate(resolve));
    if (answer === 'works' || answer === 'cut') this.#take(command, input);
    if (isWrite(input)) this.tried.push({ place: input.place, asked: JSON.stringify(input), from, until: performance.now(), answer });
    if (answer === 'works') return note(step('done'));
    note(step('failed'));
    throw new Failure(answer === 'fault' ? 'ServerFault' : answer === 'refuses' ? 'NotAllowed' : 'Offline', answer);
  };

  #take(command: string, input: unknown): void {
    if (!isWrite(input)) {
      if (command === 'look') this.looks.push({ number: Number(input), saw: new Set([...this.rows.values()].flat()) });
      return;
    }
    const stored = this.rows.get(input.place) ?? [];
    const added = input.after.filter((word) => !stored.includes(word) && !input.before.includes(word));
    const gone = input.before.filter((word) => !input.after.includes(word));
    this.rows.set(input.place, [...stored.filter((word) => !gone.includes(word)), ...added]);
  }

  /** The writes that took effect. */
  written = (place: string) => this.tried.filter((each) => each.place === place && (each.answer === 'works' || each.answer === 'cut'));
}

/** One device of one person: what is typed in two fields, and the pane in which it is. */
class Typist {
  readonly #service: Service;
  readonly #database: Promise<LocalDatabase>;
  readonly #shown = new Map<string, readonly string[]>();
  readonly handedBack: string[] = [];
  outbox: Outbox;

  constructor(service: Service, name: string) {
    this.#service = service;
    this.#database = openLocalDatabase(name);
    this.outbox = this.#open();
  }

  #open(): Outbox {
    return createOutbox(
      this.#database,
      () => 'ulla',
      this.#service.perform,
      () => Promise.resolve((queue) => createTurns({ ...queue, oneWriteOf, apart: APART })),
    );
  }

  /** Each change builds on what stands in the field, as the autosave kernel orders it. */
  type(place: string, change: (words: readonly string[]) => readonly string[]): Promise<void> {
    const before = this.#shown.get(place) ?? [];
    const after = change(before);
    this.#shown.set(place, after);
    return this.#order('write', { place, before, after }, () => this.handedBack.push(...after));
  }

  look(number: number): Promise<void> {
    return this.#order('look', number, () => undefined);
  }

  async #order(command: string, input: unknown, back: () => void): Promise<void> {
    await this.outbox.run({ command, version: 1, input, steps: ['stored'] }, this.#service.perform).catch((error: unknown) => {
      if (error instanceof Failure && error.name === 'NotAllowed') back();
    });
  }

  async reopen(): Promise<void> {
    const moment = () => new Promise((resolve) => setTimeout(resolve, 3));
    await moment();
    this.outbox.close();
    await moment();
    this.outbox = this.#open();
  }

  async sendAll(): Promise<void> {
    for (let tries = 0; tries < 12; tries += 1) {
      await this.outbox.retry();
      if ((await (await this.#database).count('outbox')) === 0) return;
    }
  }
  kept = async () => (await this.#database).getAll('outbox');
}

let count = 0;
const begin = () => {
  const service = new Service();
  return { service, ulla: new Typist(service, `turns-${(count += 1)}`) };
};
const add = (word: string) => (words: readonly string[]) => [...words, word];

describe('what was ordered of one thing while nothing could be sent', () => {
  test('goes as one write, beside the one that had begun', async () => {
    const { service, ulla } = begin();
    service.down = true;
    for (let nth = 0; nth < 10; nth += 1) await ulla.type('a', add(`ord${nth}`));
    expect(ulla.outbox.state()).toMatchObject({ pending: 10 });
    service.down = false;
    await ulla.sendAll();
    expect(service.written('a')).toHaveLength(2);
    expect(service.rows.get('a')).toHaveLength(10);
    expect(ulla.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    ulla.outbox.close();
  });

  test('goes as one write where none had begun, each thing by itself', async () => {
    const { service, ulla } = begin();
    service.down = true;
    await ulla.look(0);
    for (let nth = 0; nth < 10; nth += 1) await ulla.type(nth % 2 === 0 ? 'a' : 'b', add(`ord${nth}`));
    service.down = false;
    await ulla.sendAll();
    expect(service.written('a')).toHaveLength(1);
    expect(service.written('b')).toHaveLength(1);
    expect([...service.rows.values()].flat()).toHaveLength(10);
    ulla.outbox.close();
  });

  test('stays on its side of an order that looks at it', async () => {
    const { service, ulla } = begin();
    service.down = true;
    await ulla.look(0);
    await ulla.type('a', add('før'));
    await ulla.look(1);
    await ulla.type('a', add('efter'));
    service.down = false;
    await ulla.sendAll();
    expect(service.looks.map(({ saw }) => [...saw])).toEqual([[], ['før']]);
    expect(service.rows.get('a')).toEqual(['før', 'efter']);
    ulla.outbox.close();
  });

  test('is refused as one, and handed back with all that was to stand there', async () => {
    const { service, ulla } = begin();
    service.down = true;
    await ulla.look(0);
    for (const word of ['kære', 'ord']) await ulla.type('a', add(word));
    service.down = false;
    service.answers = ['works', 'refuses'];
    await ulla.outbox.retry();
    const { stuck } = ulla.outbox.state();
    expect(stuck).toHaveLength(1);
    expect(await ulla.outbox.drop(stuck[0]!.id)).toMatchObject({ before: [], after: ['kære', 'ord'] });
    ulla.outbox.close();
  });

  test('does not take up what builds on something else', async () => {
    const { service, ulla } = begin();
    service.down = true;
    await ulla.look(0);
    const write = (before: string[], after: string[]) =>
      ulla.outbox
        .run({ command: 'write', version: 1, input: { place: 'a', before, after }, steps: ['stored'] }, service.perform)
        .catch(() => undefined);
    await write([], ['mit']);
    await write(['andres'], ['andres', 'mere']);
    service.down = false;
    await ulla.sendAll();
    expect(service.written('a')).toHaveLength(2);
    expect(service.rows.get('a')).toEqual(['mit', 'mere']);
    ulla.outbox.close();
  });
});

type Move =
  | { readonly kind: 'type'; readonly place: 'a' | 'b'; readonly how: 'add' | 'delete' }
  | { readonly kind: 'network'; readonly down: boolean }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'other'; readonly place: 'a' | 'b' }
  | { readonly kind: 'look' | 'reopen' | 'retry' };

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      place: fc.constantFrom('a' as const, 'b' as const),
      how: fc.constantFrom('add' as const, 'add' as const, 'delete' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('network' as const), down: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('answer' as const), answer: fc.constantFrom<Answer>('cut', 'fault', 'refuses') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('other' as const), place: fc.constantFrom('a' as const, 'b' as const) }) },
  { weight: 2, arbitrary: fc.constantFrom<Move>({ kind: 'look' }, { kind: 'reopen' }, { kind: 'retry' }) },
);

test('whatever happens when: no word is lost, what has begun goes as it was, an order that looks sees what was before it, and two writes of one thing lie apart', async () => {
  const moves = fc.array(fc.record({ move, awaited: fc.boolean() }), { maxLength: 40, size: 'max' });
  await fc.assert(
    fc.asyncProperty(moves, async (ran) => {
      const { service, ulla } = begin();
      const typed: { readonly word: string; readonly looksBefore: number }[] = [];
      const deleted = new Set<string>();
      let looks = 0;
      const change = (words: readonly string[], how: 'add' | 'delete'): readonly string[] => {
        if (how === 'delete' && words[0] !== undefined) {
          deleted.add(words[0]);
          return words.slice(1);
        }
        const word = `ord${typed.length}`;
        typed.push({ word, looksBefore: looks });
        return [...words, word];
      };
      const act = (step: Move): Promise<void> => {
        if (step.kind === 'network') service.down = step.down;
        else if (step.kind === 'answer') service.answers.push(step.answer);
        else if (step.kind === 'other') service.rows.set(step.place, [...(service.rows.get(step.place) ?? []), 'andres']);
        else if (step.kind === 'reopen') return ulla.reopen();
        else if (step.kind === 'retry') return ulla.outbox.retry();
        else if (step.kind === 'look') return ulla.look((looks += 1));
        else if (step.kind === 'type') return ulla.type(step.place, (words) => change(words, step.how));
        return Promise.resolve();
      };
      for (const { move, awaited } of ran) {
        const done = act(move);
        // A pane that was closed in the midst of an order never hears of it.
        if (awaited || move.kind === 'reopen') await done;
      }
      service.down = false;
      service.answers = [];
      await vi.waitFor(async () => {
        await ulla.sendAll();
        expect(await ulla.kept()).toEqual([]);
      });
      const stored = [...service.rows.values()].flat();
      // What is refused stands aside, and what was ordered later goes before it.
      const refused = service.given.includes('refuses') || service.given.filter((answer) => answer === 'fault').length >= 5;
      const lost = typed.filter(({ word }) => !deleted.has(word) && !stored.includes(word) && !ulla.handedBack.includes(word));
      expect(lost).toEqual([]);
      if (!refused) expect(stored.filter((word) => deleted.has(word))).toEqual([]);
      for (const { number, saw } of service.looks) {
        const early = typed.filter(({ word, looksBefore }) => looksBefore >= number && saw.has(word));
        const late = typed.filter(({ word, looksBefore }) => looksBefore < number && !deleted.has(word) && !saw.has(word));
        if (!refused) expect({ early, late }).toEqual({ early: [], late: [] });
      }
      for (const place of ['a', 'b']) {
        const tried = service.tried.filter((each) => each.place === place);
        tried.forEach(({ answer, asked }, nth) => {
          const hasBegun = answer === 'cut' || answer === 'down' || answer === 'fault';
          if (hasBegun) expect(tried.slice(nth + 1).map((then) => then.asked)).toContain(asked);
        });
      }
      ulla.outbox.close();
    }),
    { numRuns: Number(process.env['TURNS_RUNS'] ?? 60) },
  );
}, 120_000);

test('two writes of one thing lie apart, when the connection is back as ever', async () => {
  const { service, ulla } = begin();
  service.down = true;
  for (let nth = 0; nth < 6; nth += 1) await ulla.type(nth % 2 === 0 ? 'a' : 'b', add(`ord${nth}`));
  service.down = false;
  await ulla.sendAll();
  for (let nth = 6; nth < 12; nth += 1) await ulla.type('a', add(`ord${nth}`));
  const written = service.written('a');
  expect(written.length).toBeGreaterThan(5);
  const apart = written.slice(1).map(({ from }, nth) => from - written[nth]!.until);
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(APART - 1);
  ulla.outbox.close();
});
