import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { order } from '../../src/commands/order.ts';
import { plan } from '../../src/commands/plan.ts';
import type { Workplace } from '../../src/commands/workplace.ts';
import { createSteps, type StepTold } from '../../src/commands/steps.ts';
import type { StepNote } from '../../src/device/outboxEntry.ts';
import { Failure, isPassing } from '../../src/meeting/errors.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import kept from './outboxEntries/version1.json' with { type: 'json' };
import { orderNamed, orders } from '../../src/commands/orders.ts';
import { readEntry, isReadable } from '../../src/device/outboxEntry.ts';

describe('the table of orders', () => {
  test('each stands under the name it is kept by, and is found by it', () => {
    for (const [name, each] of Object.entries(orders)) {
      expect(each.name).toBe(name);
      expect(orderNamed(name)).toBe(each);
    }
    expect(orderNamed('toString')).toBeNull();
  });

  test('holds every name that is on people’s devices', () => {
    const names = ['attachAgenda', 'changeItems', 'markSent', 'publishMinutes', 'recordTreatment', 'sendApology', 'withdrawApology'];
    // What came later was never kept by the first version.
    const later = [
      'addCorrection',
      'addPaper',
      'askReviewers',
      'callOffGuests',
      'closeInMinutes',
      'comeToMeeting',
      'followCalendar',
      'goOn',
      'keepApproval',
      'keepNote',
      'moveMeeting',
      'keepSubstitutes',
      'settleGuests',
      'movePapers',
      'notePresence',
      'passOn',
      'putInToDo',
      'removeMember',
      'saveFollowUp',
      'saveMember',
      'saveProposal',
      'saveRoute',
      'saveRules',
      'saveYearEntry',
      'takeProposals',
      'unpublishMinutes',
      'updateInvitation',
    ];
    expect(Object.keys(orders).sort()).toEqual([...names, ...later].sort());
    expect([...new Set(kept.map(({ command }) => command))].sort()).toEqual(names);
  });
});

/** A person picked from the invitation was kept with what their calendar had answered, which is no part of a person. */
function withPlainPerson(input: object): object {
  if (!('apology' in input)) return input;
  const apology = input.apology as { person: Record<string, unknown> };
  const { answer: _answer, optional: _optional, ...person } = apology.person;
  return { ...input, apology: { ...apology, person } };
}

/** What the present version makes of an input that the first one kept. */
function climbed({ command, input }: { command: string; input: object }): object {
  if (command === 'markSent' && 'row' in input && 'pointer' in input)
    return { pointer: input.pointer, at: (input.row as { status: { sentAt: string } }).status.sentAt };
  if (command === 'attachAgenda') return { ...input, seen: null };
  if (command === 'changeItems') return { ...input, closedRows: {} };
  if (command === 'sendApology')
    return { ...withPlainPerson(input), search: null, tentative: false, holdUntil: null, staff: null, mayBeCalled: true };
  return withPlainPerson(input);
}

describe('what the first version kept on people’s devices', () => {
  test.each(kept.map((entry, index) => [`${index} ${entry.command}`, entry] as const))('is read to the last word: %s', async (_name, entry) => {
    const read = readEntry(entry);
    if (read === null || !isReadable(read)) throw new Error('The entry is not readable');
    expect(read).toMatchObject({ id: entry.id, owner: entry.owner, command: entry.command, version: 1, steps: [], attempts: 0, stuck: null });
    expect(await orderNamed(read.command)?.read(read)).toEqual(climbed(entry));
  });

  test.each(kept.map((entry, index) => [`${index} ${entry.command}`, entry] as const))(
    'is not read when a part of it is gone: %s',
    async (_name, entry) => {
      for (const part of Object.keys(entry.input)) {
        const input = Object.fromEntries(Object.entries(entry.input).filter(([name]) => name !== part));
        await expect(orderNamed(entry.command)?.read({ version: 1, input })).rejects.toMatchObject({ name: 'Unreadable' });
      }
    },
  );

  test('an item whose openness cannot be told is closed', async () => {
    const entry = kept.find(({ command }) => command === 'recordTreatment')!;
    const { after, ...rest } = entry.input as { after: Record<string, unknown> };
    const read = await orders.recordTreatment.read({ version: 1, input: { ...rest, after: { ...after, openness: 'offen' } } });
    expect(read.after).toMatchObject({ itemId: asItemId(String(after['itemId'])), openness: 'closed' });
  });
});

describe('an order that has had other shapes', () => {
  /** Version 1 was a name, version 2 an object with it, version 3 has an address too. */
  const thirdPlan = plan({
    climbs: [(older) => ({ name: v.parse(v.string(), older) }), (older) => ({ ...v.parse(v.object({ name: v.string() }), older), email: null })],
    input: v.object({ name: v.string(), email: v.nullable(v.string()) }),
    steps: {},
    perform: async (_workplace, input) => input,
  });
  const third = order({ name: 'test', version: 3, stepNames: [], plan: async () => thirdPlan });

  test('climbs from any version to the present one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (name) => {
        const present = { name, email: null };
        expect(await third.read({ version: 1, input: name })).toEqual(present);
        expect(await third.read({ version: 2, input: { name } })).toEqual(present);
        expect(await third.read({ version: 3, input: present })).toEqual(present);
      }),
    );
  });

  test.each([
    ['is of a version yet to come', { version: 4, input: { name: 'Ane', email: null } }],
    ['is of no version', { version: 0, input: 'Ane' }],
    ['does not even have its own version’s shape', { version: 1, input: { name: 'Ane' } }],
    ['is nothing', { version: 3, input: undefined }],
  ])('is unreadable where it %s, and none of its words are in the failure', async (_why, task) => {
    let failure: unknown;
    try {
      await third.read(task);
    } catch (error) {
      failure = error;
    }
    expect(failure).toMatchObject({ name: 'Unreadable', detail: { command: 'test', version: String(task.version) } });
    expect(JSON.stringify([(failure as Failure).message, (failure as Failure).detail])).not.toContain('Ane');
  });

  test('cannot be at a version without the ladder to it, nor be kept with other steps than its plan takes', async () => {
    const unlike = plan({ input: v.string(), steps: { stored: {} }, perform: async () => undefined });
    const twice = order({ name: 'test', version: 2, stepNames: ['stored'], plan: async () => unlike });
    await expect(twice.read({ version: 2, input: '' })).rejects.toThrow(TypeError);
    const otherSteps = order({ name: 'test', version: 1, stepNames: [], plan: async () => unlike });
    await expect(otherSteps.read({ version: 1, input: '' })).rejects.toThrow(TypeError);
  });
});

describe('an order whose plan cannot be fetched', () => {
  const plan1 = plan({ input: v.string(), steps: {}, perform: async (_workplace, input) => input });
  const task = { command: 'test', version: 1, input: 'Ane', steps: [] };

  test('waits as for a lost connection, and is carried out when it can be', async () => {
    let connected = false;
    const waits = order({
      name: 'test',
      version: 1,
      stepNames: [],
      plan: () => (connected ? Promise.resolve(plan1) : Promise.reject(new TypeError('Loading chunk writing failed'))),
    });
    const carryOut = () => waits.carryOut({} as Workplace, task, () => undefined);
    const failure: unknown = await carryOut().catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'Offline' });
    expect(isPassing(failure)).toBe(true);
    await expect(waits.read(task)).rejects.toMatchObject({ name: 'Offline' });
    connected = true;
    expect(await carryOut()).toEqual({ result: 'Ane', refused: null });
  });
});

describe('the steps of an order', () => {
  const rules = { stored: { once: true }, declined: { refusable: ['NotAllowed'] }, told: {} } as const;
  function begin(notes: readonly StepNote[] = []) {
    let last: readonly StepNote[] = notes;
    const told: StepTold[] = [];
    const { steps, refused } = createSteps(
      rules,
      notes,
      (next) => (last = next),
      (step) => told.push(step),
    );
    return { steps, refused, told, states: () => last.map(({ name, state }) => `${name} ${state}`), notes: () => last };
  }
  const nothing = async () => undefined;

  test('are told as they go', async () => {
    const { steps, told, states } = begin();
    await steps.take('stored', nothing);
    steps.skip('declined');
    expect(told.map(({ name, state }) => `${name} ${state}`)).toEqual(['stored doing', 'stored done', 'declined skipped']);
    expect(states()).toEqual(['stored done', 'declined skipped', 'told waiting']);
  });

  test('one that fails stops the order, unless it alone may be refused', async () => {
    const no = new Failure('NotAllowed', 'No');
    const { steps, refused, states } = begin();
    await steps.take('declined', () => Promise.reject(no));
    expect(refused()).toBe(no);
    await expect(steps.take('told', () => Promise.reject(no))).rejects.toBe(no);
    expect(states()).toEqual(['stored waiting', 'declined failed', 'told failed']);
    const offline = new Failure('Offline', 'No network');
    await expect(begin().steps.take('declined', () => Promise.reject(offline))).rejects.toBe(offline);
  });

  test('one that is done once is left out by the next attempt; the others are taken again', async () => {
    const first = begin();
    await first.steps.take('stored', nothing);
    await first.steps.take('told', nothing);
    const taken: string[] = [];
    const second = begin(first.notes());
    await second.steps.take('stored', async () => taken.push('stored'));
    await second.steps.take('told', async () => taken.push('told'));
    expect(taken).toEqual(['told']);
  });
});
