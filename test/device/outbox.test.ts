import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure } from '../../src/meeting/errors.ts';
import { createDrafts } from '../../src/device/drafts.ts';
import { openLocalDatabase, type LocalDatabase } from '../../src/device/database.ts';
import { createOutbox, type Outbox, type Perform } from '../../src/device/outbox.ts';

let count = 0;
let database: Promise<LocalDatabase>;
const ulla = () => 'ulla';
const offline = () => new Failure('Offline', 'No network');

beforeEach(() => {
  database = openLocalDatabase(`outbox-${(count += 1)}`);
});
afterEach(() => vi.useRealTimers());

/** An outbox whose orders are carried out in one way, whoever gave them: by name and plain data. */
function outboxOf(owner: () => string, perform: Perform): Omit<Outbox, 'run'> & { run(command: string, input: unknown): Promise<unknown> } {
  const outbox = createOutbox(database, owner, perform);
  return { ...outbox, run: (command, input) => outbox.run({ command, version: 1, input, steps: [] }, perform) };
}

/** A service that answers as told, in turn, and keeps what it was sent. */
function service(...answers: (unknown | Error)[]): { perform: Perform; sent: unknown[] } {
  const sent: unknown[] = [];
  return {
    sent,
    perform: async ({ command, input }) => {
      sent.push([command, input]);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

describe('the outbox', () => {
  test('keeps a command before it is sent, hands back its result, and forgets it', async () => {
    const seen: number[] = [];
    const outbox = outboxOf(ulla, async () => {
      seen.push((await (await database).getAll('outbox')).length);
      return 'done';
    });
    expect(await outbox.run('sendApology', { id: 1 })).toBe('done');
    expect(seen).toEqual([1]);
    expect(await (await database).getAll('outbox')).toEqual([]);
    expect(outbox.state()).toMatchObject({ pending: 0, stuck: [] });
  });

  test('what nobody hears any more waits for a sign-in, and is never stuck for it, also where it was', async () => {
    const out = new Failure('SignInNeeded', 'Nobody is signed in');
    const left = outboxOf(ulla, service(offline()).perform);
    await expect(left.run('sendApology', { id: 1 })).rejects.toMatchObject({ name: 'Offline' });
    left.close();
    const later = service(out, 'done');
    const outbox = outboxOf(ulla, later.perform);
    await outbox.retry();
    expect(outbox.state()).toMatchObject({ pending: 1, stuck: [] });
    const [entry] = await (await database).getAll('outbox');
    await (await database).put('outbox', { ...entry!, stuck: { name: 'SignInNeeded', message: '', detail: {} } });
    await outbox.resume();
    expect(later.sent).toHaveLength(2);
    expect(outbox.state()).toMatchObject({ pending: 0, stuck: [], orders: [] });
    outbox.close();
  });

  test('commands go out in the order they were given, one at a time', async () => {
    let running = 0;
    const order: unknown[] = [];
    const outbox = outboxOf(ulla, async ({ input }) => {
      expect((running += 1)).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(input);
      running -= 1;
    });
    await Promise.all([outbox.run('a', 1), outbox.run('a', 2), outbox.run('a', 3)]);
    expect(order).toEqual([1, 2, 3]);
  });

  test('offline: the caller is told, the command stays, and a later visit sends it', async () => {
    const first = service(offline());
    const outbox = outboxOf(ulla, first.perform);
    await expect(outbox.run('recordTreatment', { decision: 'Godkendt' })).rejects.toMatchObject({ name: 'Offline' });
    expect(outbox.state().pending).toBe(1);
    outbox.close();
    const later = service('done');
    const nextVisit = outboxOf(ulla, later.perform);
    await nextVisit.resume();
    expect(later.sent).toEqual([['recordTreatment', { decision: 'Godkendt' }]]);
    expect(await (await database).getAll('outbox')).toEqual([]);
  });

  test('it tries again by itself', async () => {
    const { perform, sent } = service(offline(), 'done');
    const outbox = outboxOf(ulla, perform);
    await expect(outbox.run('a', 1)).rejects.toMatchObject({ name: 'Offline' });
    await vi.waitFor(() => expect(outbox.state().pending).toBe(0), { timeout: 60_000 });
    expect(sent).toHaveLength(2);
  });

  test('a refusal goes to the caller, who has the words; without a caller it stays, and can be taken out again', async () => {
    const refusal = new Failure('NotAllowed', 'No', { detail: { code: 'accessDenied' } });
    const live = outboxOf(ulla, service(refusal).perform);
    await expect(live.run('a', 1)).rejects.toBe(refusal);
    expect(live.state()).toMatchObject({ pending: 0, stuck: [] });

    const cut = outboxOf(ulla, service(offline()).perform);
    await expect(cut.run('a', { text: 'kære ord' })).rejects.toMatchObject({ name: 'Offline' });
    cut.close();
    const later = outboxOf(ulla, service(refusal).perform);
    await later.resume();
    const [stuck] = later.state().stuck;
    expect(stuck).toMatchObject({ command: 'a', failure: { name: 'NotAllowed', detail: { code: 'accessDenied' } } });
    expect(await later.drop(stuck!.id)).toEqual({ text: 'kære ord' });
    expect(later.state().stuck).toEqual([]);
  });

  test("nobody sends another person's words", async () => {
    await expect(outboxOf(ulla, service(offline()).perform).run('a', 1)).rejects.toMatchObject({ name: 'Offline' });
    const other = service('done');
    const ane = outboxOf(() => 'ane', other.perform);
    await ane.resume();
    expect(other.sent).toEqual([]);
    expect(ane.state().pending).toBe(0);
  });

  test('an order under way when its person signs out is not put back by its own failure', async () => {
    for (const failure of [offline(), new Failure('NotAllowed', 'No')]) {
      const kept = outboxOf(ulla, service(offline()).perform);
      await expect(kept.run('a', 'kære ord')).rejects.toMatchObject({ name: 'Offline' });
      kept.close();
      const later = outboxOf(ulla, async () => {
        // What signing out does meanwhile (forgetPerson.ts).
        await (await database).clear('outbox');
        throw failure;
      });
      await later.resume();
      later.close();
      expect(await (await database).getAll('outbox')).toEqual([]);
    }
  });

  test('a blocked way out tells everyone who waits, and loses none', async () => {
    const outbox = outboxOf(ulla, service(offline(), offline(), offline()).perform);
    const results = await Promise.allSettled([outbox.run('a', 1), outbox.run('a', 2)]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(outbox.state().pending).toBe(2);
  });
});

describe('an order the service never takes', () => {
  /** A service that is out of order for one thing only. */
  function halfBroken(broken: unknown, failure: () => Failure) {
    const sent: unknown[] = [];
    const perform: Perform = async ({ input }) => {
      if (input === broken) throw failure();
      sent.push(input);
      return 'done';
    };
    return { perform, sent };
  }

  test('stands aside after some tries, so that what was ordered later is sent; asked again it has as many new ones', async () => {
    let broken = true;
    const { perform, sent } = halfBroken('poison', () => new Failure('ServerFault', '500'));
    const outbox = outboxOf(ulla, (...order) => (broken ? perform(...order) : Promise.resolve('done')));
    await expect(outbox.run('a', 'poison')).rejects.toMatchObject({ name: 'ServerFault' });
    await expect(outbox.run('a', 'later words')).rejects.toMatchObject({ name: 'ServerFault' });
    for (let tries = 0; tries < 5 && outbox.state().pending > 0; tries += 1) await outbox.resume();
    expect(sent).toEqual(['later words']);
    expect(outbox.state()).toMatchObject({ pending: 0, stuck: [{ failure: { name: 'ServerFault' } }] });
    await outbox.retry();
    expect(outbox.state()).toMatchObject({ pending: 1, stuck: [] });
    broken = false;
    await outbox.resume();
    expect(outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    outbox.close();
  });

  test.each(['Offline', 'Throttled'] as const)('does not stand aside for %s: nothing later would get through either', async (name) => {
    const { perform } = halfBroken('word', () => new Failure(name, 'wait'));
    const outbox = outboxOf(ulla, perform);
    await expect(outbox.run('a', 'word')).rejects.toMatchObject({ name });
    for (let tries = 0; tries < 12; tries += 1) await outbox.resume();
    expect(outbox.state()).toMatchObject({ pending: 1, stuck: [] });
    outbox.close();
  });
});

describe('two panes of one person', () => {
  /** A pane in the midst of something long, until it is let go. */
  function busyPane() {
    const sent: unknown[] = [];
    let letGo: () => void = () => undefined;
    const hold = new Promise<void>((resolve) => (letGo = resolve));
    const outbox = outboxOf(ulla, async ({ command }) => {
      sent.push(command);
      await hold;
      return 'done';
    });
    return { outbox, sent, letGo: () => letGo() };
  }

  test('each carries out its own orders, and hears what came of them, though the other is busy sending', async () => {
    const attaching = busyPane();
    const attached = attaching.outbox.run('attachAgenda', 1);
    await vi.waitFor(() => expect(attaching.sent).toEqual(['attachAgenda']));
    const refusal = new Failure('NotAllowed', 'No');
    const { perform, sent } = service('stored', refusal);
    const recording = outboxOf(ulla, perform);
    const steps = Promise.allSettled([recording.run('recordTreatment', 'first'), recording.run('recordTreatment', 'second')]);
    attaching.letGo();
    expect(await attached).toBe('done');
    expect(await steps).toEqual([
      { status: 'fulfilled', value: 'stored' },
      { status: 'rejected', reason: refusal },
    ]);
    expect(attaching.sent).toEqual(['attachAgenda']);
    expect(sent).toEqual([
      ['recordTreatment', 'first'],
      ['recordTreatment', 'second'],
    ]);
    expect(attaching.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    attaching.outbox.close();
    recording.close();
  });

  test('what one has waiting is not told as waiting in the other, nor sent by it', async () => {
    const waiting = outboxOf(ulla, service(offline()).perform);
    await expect(waiting.run('a', 1)).rejects.toMatchObject({ name: 'Offline' });
    const { perform, sent } = service('done');
    const other = outboxOf(ulla, perform);
    await other.resume();
    expect(other.state()).toMatchObject({ pending: 0 });
    expect(sent).toEqual([]);
    expect(waiting.state()).toMatchObject({ pending: 1 });
    waiting.close();
    other.close();
  });

  test('what a closed one leaves behind is sent by the one that is still open, by itself', async () => {
    const cut = outboxOf(ulla, service(offline()).perform);
    await expect(cut.run('recordTreatment', { decision: 'Godkendt' })).rejects.toMatchObject({ name: 'Offline' });
    const { perform, sent } = service('done');
    const open = outboxOf(ulla, perform);
    await open.resume();
    expect(sent).toEqual([]);
    cut.close();
    await vi.waitFor(() => expect(sent).toEqual([['recordTreatment', { decision: 'Godkendt' }]]));
    await vi.waitFor(async () => expect(await (await database).getAll('outbox')).toEqual([]));
    open.close();
  });
});

describe('what IndexedDB gives back', () => {
  const kept = { at: 1, owner: 'ulla', pane: 'closed', command: 'a', attempts: 0, stuck: null };

  test('an entry of the first version is carried out as it stands', async () => {
    await (await database).put('outbox', { ...kept, id: '1', input: { decision: 'Godkendt' } });
    const seen: unknown[] = [];
    const outbox = createOutbox(database, ulla, async (task) => seen.push(task));
    await outbox.resume();
    expect(seen).toMatchObject([{ command: 'a', version: 1, input: { decision: 'Godkendt' }, steps: [] }]);
    expect(await (await database).getAll('outbox')).toEqual([]);
    outbox.close();
  });

  test.each([
    ['has no command', { command: undefined }],
    ['was given at no time', { at: 'i går' }],
    ['has steps of another kind', { steps: 'all' }],
    ['has a version that is no number', { version: 'two' }],
  ])('one that %s is kept and handed back with its words, and holds up nothing', async (_why, wrong) => {
    const unreadable = { ...kept, id: '1', input: { text: 'kære ord' }, ...wrong };
    await (await database).put('outbox', unreadable);
    await (await database).put('outbox', { ...kept, id: '2', at: 2, input: 'next' });
    const { perform, sent } = service('done');
    const outbox = createOutbox(database, ulla, perform);
    await outbox.resume();
    await outbox.retry();
    expect(sent).toEqual([['a', 'next']]);
    expect(outbox.state()).toMatchObject({ pending: 0, stuck: [{ id: '1', failure: { name: 'Unreadable' } }] });
    expect(await (await database).getAll('outbox')).toEqual([unreadable]);
    expect(await outbox.drop('1')).toEqual(unreadable);
    expect(outbox.state().stuck).toEqual([]);
    outbox.close();
  });

  test.each([
    ['another person’s', { owner: 'ane' }],
    ['nobody knows whose', { owner: undefined }],
  ])('what cannot be read and is %s is kept, and shown to nobody else', async (_whose, owner) => {
    const content = { ...kept, id: '1', command: undefined, input: 'ord', ...owner };
    await (await database).put('outbox', content);
    const outbox = createOutbox(database, ulla, service().perform);
    await outbox.resume();
    expect(outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    expect(await (await database).getAll('outbox')).toEqual([content]);
    outbox.close();
  });

  test('a failure of a name that this version does not know is told as the service’s', async () => {
    const stuck = { name: 'MoonInTheWay', message: 'No', detail: {} };
    await (await database).put('outbox', { ...kept, id: '1', input: 1, stuck });
    const outbox = createOutbox(database, ulla, service().perform);
    await outbox.resume();
    expect(outbox.state().stuck).toMatchObject([{ id: '1', failure: { name: 'ServerFault', message: 'No' } }]);
    outbox.close();
  });
});

describe('the steps of an order', () => {
  const ordered = { command: 'a', version: 1, input: 1, steps: ['first', 'second'] };
  const refusal = new Failure('NotAllowed', 'No', { detail: { code: 'accessDenied' } });
  const note = (first: 'doing' | 'done', second: 'waiting' | 'failed') => [
    { name: 'first', state: first, failure: null },
    { name: 'second', state: second, failure: second === 'failed' ? { name: 'NotAllowed' as const, message: 'No', detail: {} } : null },
  ];

  test('are there to see while it waits and while it is carried out, and are the next attempt’s to go on from', async () => {
    let letGo: () => void = () => undefined;
    const hold = new Promise<void>((resolve) => (letGo = resolve));
    const cut = createOutbox(database, ulla, service().perform);
    const seen: string[] = [];
    cut.onChange(({ orders }) => seen.push(orders.flatMap(({ steps }) => steps.map(({ state }) => state)).join(' ')));
    const result = cut.run(ordered, async (_task, tell) => {
      tell(note('doing', 'waiting'));
      tell(note('done', 'waiting'));
      await hold;
      throw offline();
    });
    await vi.waitFor(() => expect(seen).toContain('done waiting'));
    letGo();
    await expect(result).rejects.toMatchObject({ name: 'Offline' });
    expect(seen.filter((states, place) => states !== seen[place - 1])).toEqual(['waiting waiting', 'doing waiting', 'done waiting']);
    cut.close();
    let began: unknown;
    const later = createOutbox(database, ulla, async ({ steps }, tell) => {
      began = steps;
      tell(note('done', 'failed'));
      throw refusal;
    });
    await later.resume();
    expect(began).toEqual(note('done', 'waiting'));
    expect(later.state()).toMatchObject({
      stuck: [{ failure: { name: 'NotAllowed', detail: { code: 'accessDenied' } } }],
      orders: [{ command: 'a', steps: [{ state: 'done' }, { state: 'failed', failure: { name: 'NotAllowed' } }] }],
    });
    later.close();
  });

  test('are not kept of an order that is gone', async () => {
    const outbox = createOutbox(database, ulla, service().perform);
    let late: () => void = () => undefined;
    await outbox.run(ordered, async (_task, tell) => {
      late = () => tell(note('done', 'waiting'));
    });
    late();
    await outbox.resume();
    expect(await (await database).getAll('outbox')).toEqual([]);
    outbox.close();
  });
});

test('drafts are kept by person and place, and dropped when asked', async () => {
  const drafts = createDrafts(database, ulla);
  await drafts.write('møde:indsat', 'Pkt. 1');
  expect(await createDrafts(database, ulla).read('møde:indsat')).toBe('Pkt. 1');
  expect(await createDrafts(database, () => 'ane').read('møde:indsat')).toBeNull();
  await drafts.drop('møde:indsat');
  expect(await drafts.read('møde:indsat')).toBeNull();
});
