import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  autosave,
  autosaveOf,
  isUnsaved,
  type Autosave,
  type AutosaveDraft,
  type AutosaveEvent,
  type AutosaveRules,
} from '../../src/device/autosave.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { OutcomeCode, Treatment } from '../../src/meeting/meeting.ts';
import { mergeTreatment, sameTreatment } from '../../src/meeting/mergeTreatment.ts';
import { bothTexts } from '../../src/meeting/treatmentConflict.ts';

const rules: AutosaveRules<Treatment> = { same: sameTreatment, merge: mergeTreatment, both: bothTexts };
const blank: Treatment = { itemId: asItemId('a'), openness: 'open', outcome: null, decision: '', publicDecision: '', notTreated: false };
const says = (decision: string): Treatment => ({ ...blank, decision });

/** Runs events one after another and tells what was asked for on the way. */
function run(state: Autosave<Treatment>, ...events: AutosaveEvent<Treatment>[]) {
  const actions: string[] = [];
  let sent: { value: Treatment; onto: Treatment } | null = null;
  for (const event of events) {
    const step = autosave(state, event, rules);
    state = step.state;
    for (const action of step.actions) {
      actions.push(action.kind);
      if (action.kind === 'send') sent = action;
    }
  }
  return { state, actions, sent };
}

describe('a field that saves itself', () => {
  it('keeps what is typed, sends it at a pause, and forgets the draft when it is stored', () => {
    const { actions, state } = run(
      autosaveOf(blank),
      { kind: 'typed', value: says('Godkendt') },
      { kind: 'paused' },
      { kind: 'sendSucceeded', stored: says('Godkendt') },
    );
    expect(actions).toEqual(['keepDraft', 'keepDraft', 'send', 'dropDraft']);
    expect(state).toEqual(autosaveOf(says('Godkendt')));
  });

  it('sends one thing at a time, and what is typed meanwhile is held against what was sent', () => {
    const first = run(autosaveOf(blank), { kind: 'typed', value: says('God') }, { kind: 'paused' });
    const meanwhile = run(first.state, { kind: 'typed', value: says('Godkendt') }, { kind: 'paused' });
    expect(meanwhile.sent).toBeNull();
    const then = run(meanwhile.state, { kind: 'sendSucceeded', stored: says('God') });
    expect(then.sent).toMatchObject({ value: says('Godkendt'), onto: says('God') });
  });

  it('puts what is typed without a connection in the outbox behind what waits there, and asks what became of it', () => {
    const waits = run(autosaveOf(blank), { kind: 'typed', value: says('God') }, { kind: 'paused' }, { kind: 'kept' });
    const more = run(waits.state, { kind: 'typed', value: says('Godkendt') }, { kind: 'paused' });
    expect(more.sent).toMatchObject({ onto: says('God') });
    const done = run(more.state, { kind: 'kept' }, { kind: 'outboxEmptied' });
    expect(done.actions).toEqual(['read']);
    expect(run(done.state, { kind: 'read', stored: says('Godkendt') }).actions).toEqual(['dropDraft']);
  });

  it("takes another's lines in with mine, and shows both where they wrote the same line", () => {
    const begun = autosaveOf(says('Sagen blev drøftet.\n\nPlanen følges op.'));
    const mine = run(begun, { kind: 'typed', value: says('Sagen blev drøftet.\n\nPlanen følges op i maj.') });
    const elsewhere = says('Sagen blev godkendt.\n\nPlanen følges op.');
    const merged = run(mine.state, { kind: 'read', stored: elsewhere }, { kind: 'paused' });
    expect(merged.sent).toMatchObject({ value: says('Sagen blev godkendt.\n\nPlanen følges op i maj.'), onto: elsewhere });
    // Nothing moves under the cursor until it is stored.
    expect(merged.state.mine).toEqual(says('Sagen blev drøftet.\n\nPlanen følges op i maj.'));

    const same = run(mine.state, { kind: 'paused' }, { kind: 'conflict', stored: says('Sagen blev drøftet.\n\nPlanen droppes.') });
    expect(same.actions.at(-1)).toBe('ask');
    expect(same.state.halted).toMatchObject({
      mine: { decision: expect.stringContaining('i maj') },
      theirs: { decision: expect.stringContaining('droppes') },
    });
    const chosen = run(same.state, { kind: 'chosen', value: says('Begge dele.') });
    expect(chosen.sent).toMatchObject({ value: says('Begge dele.'), onto: says('Sagen blev drøftet.\n\nPlanen droppes.') });
  });

  it('knows its own words when they arrived although the answer was lost', () => {
    const sent = run(autosaveOf(blank), { kind: 'typed', value: says('God') }, { kind: 'paused' });
    const draft: AutosaveDraft<Treatment> = { mine: says('Godkendt i dag'), base: sent.state.base, sent: sent.state.sent };
    const later = run(autosaveOf(blank), { kind: 'restored', draft }, { kind: 'read', stored: says('God') });
    expect(later.state.halted).toBeNull();
    expect(later.sent).toMatchObject({ value: says('Godkendt i dag'), onto: says('God') });
  });

  it('does not go in circles with a store that reads the words otherwise', () => {
    const sent = run(autosaveOf(blank), { kind: 'typed', value: says('God') }, { kind: 'paused' });
    const again = run(sent.state, { kind: 'conflict', stored: blank });
    expect(again.actions).toEqual(['keepDraft', 'ask']);
  });

  it('stays quiet about a refusal until a person types or tries again', () => {
    const refused = run(autosaveOf(blank), { kind: 'typed', value: says('God') }, { kind: 'paused' }, { kind: 'refused' });
    expect(run(refused.state, { kind: 'read', stored: blank }).actions).toEqual([]);
    expect(run(refused.state, { kind: 'paused' }).actions).toContain('send');
  });
});

/** One row that everybody writes to, merged as storage does it: column by column, or texts by line. */
class Row {
  now: Treatment;
  readonly #byLine: boolean;
  readonly history: Treatment[];

  constructor(now: Treatment, byLine: boolean) {
    this.now = now;
    this.#byLine = byLine;
    this.history = [now];
  }

  /** What stands in the way, told as storage tells it: the clashing columns over what it was held against; null when it is stored. */
  write(value: Treatment, onto: Treatment): Treatment | null {
    let next = this.now;
    let told = onto;
    let clash = false;
    for (const field of ['openness', 'outcome', 'decision', 'publicDecision', 'notTreated'] as const) {
      const [before, mine, theirs] = [onto[field], value[field], this.now[field]];
      if (mine === theirs || before === mine) continue;
      const merged = this.#byLine && (field === 'decision' || field === 'publicDecision') ? mergeTreatment(onto, value, this.now) : null;
      if (before === theirs) next = { ...next, [field]: mine };
      else if (merged?.kind === 'merged') next = { ...next, [field]: merged.value[field] };
      else {
        clash = true;
        told = { ...told, [field]: theirs };
      }
    }
    if (clash) return told;
    this.now = next;
    this.history.push(next);
    return null;
  }
}

interface Order {
  readonly value: Treatment;
  readonly onto: Treatment;
  /** Does a screen wait for the answer? */
  caller: boolean;
}

/** One person at one device: the field, the draft, the outbox. Nothing else survives a closed pane. */
class Person {
  state: Autosave<Treatment>;
  draft: AutosaveDraft<Treatment> | null = null;
  readonly outbox: Order[] = [];
  readonly stuck: Treatment[] = [];
  mustRead = false;
  steps = 0;
  readonly row: Row;
  readonly given: Set<string>;

  constructor(row: Row, given: Set<string>) {
    this.row = row;
    this.given = given;
    this.state = autosaveOf(row.now);
  }

  tell(event: AutosaveEvent<Treatment>): void {
    const step = autosave(this.state, event, rules);
    this.state = step.state;
    for (const action of step.actions) {
      this.steps += 1;
      // A draft is text on the device.
      if (action.kind === 'keepDraft') this.draft = JSON.parse(JSON.stringify(action.draft)) as AutosaveDraft<Treatment>;
      else if (action.kind === 'dropDraft') this.draft = null;
      else if (action.kind === 'send') this.outbox.push({ value: action.value, onto: action.onto, caller: true });
      else if (action.kind === 'read') this.mustRead = true;
    }
  }

  /** The outbox carries out its first order, if the network lets it. */
  deliver(how: 'works' | 'down' | 'refuses'): void {
    const order = this.outbox[0];
    if (!order) return this.outboxEmpty();
    if (how === 'down') {
      const waited = this.outbox.some(({ caller }) => caller);
      for (const each of this.outbox) each.caller = false;
      if (waited) this.tell({ kind: 'kept' });
      return;
    }
    this.outbox.shift();
    const standing = how === 'refuses' ? 'refused' : this.row.write(order.value, order.onto);
    if (standing === null) {
      if (order.caller) this.tell({ kind: 'sendSucceeded', stored: order.value });
    } else if (!order.caller) this.stuck.push(order.value);
    else if (standing === 'refused') this.tell({ kind: 'refused' });
    else this.tell({ kind: 'conflict', stored: standing });
    this.outboxEmpty();
  }

  outboxEmpty(): void {
    if (this.outbox.length === 0) this.tell({ kind: 'outboxEmptied' });
  }

  read(stored: Treatment = this.row.now): void {
    this.mustRead = false;
    this.tell({ kind: 'read', stored });
  }

  /** The pane is closed and opened again; `hasty` is typed before the draft has been read. */
  reopen(hasty: ((from: Treatment) => Treatment) | null, seen: Treatment): void {
    for (const order of this.outbox) order.caller = false;
    this.state = autosaveOf(seen);
    this.mustRead = false;
    const { draft } = this;
    if (hasty) this.tell({ kind: 'typed', value: hasty(this.state.mine) });
    if (draft) this.tell({ kind: 'restored', draft });
  }

  choose(which: 'mine' | 'theirs' | 'both'): void {
    const { halted } = this.state;
    if (halted?.kind !== 'asking') return;
    const { mine, theirs } = halted;
    // Both were shown: what is left out is left out by a person.
    const value = which === 'both' ? bothTexts(mine, theirs) : which === 'mine' ? mine : theirs;
    for (const token of tokensOf(mine, theirs)) if (!tokensOf(value).has(token)) this.given.add(token);
    this.tell({ kind: 'chosen', value });
  }
}

const tokensOf = (...values: Treatment[]): Set<string> =>
  new Set(values.flatMap(({ decision, publicDecision }) => `${decision}\n${publicDecision}`.match(/ord\d+/g) ?? []));

type Field = 'decision' | 'publicDecision';
type Move =
  | { readonly kind: 'type'; readonly field: Field; readonly line: number; readonly how: 'append' | 'prepend' | 'newLine' | 'delete' | 'replaceAll' }
  | { readonly kind: 'phrase'; readonly outcome: OutcomeCode | null }
  | { readonly kind: 'pause' | 'read' | 'reopen' | 'hastyReopen' }
  | { readonly kind: 'oldRead'; readonly place: number }
  | { readonly kind: 'deliver'; readonly how: 'works' | 'down' | 'refuses' }
  | { readonly kind: 'choose'; readonly which: 'mine' | 'theirs' | 'both' };

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      field: fc.constantFrom<Field>('decision', 'decision', 'publicDecision'),
      line: fc.nat(6),
      how: fc.constantFrom('append', 'append', 'prepend', 'newLine', 'delete', 'replaceAll'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('phrase' as const), outcome: fc.constantFrom<OutcomeCode | null>('approved', 'noted', null) }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'pause' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'read' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'reopen' as const }, { kind: 'hastyReopen' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('oldRead' as const), place: fc.nat(20) }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('deliver' as const), how: fc.constantFrom('works', 'works', 'works', 'down', 'refuses') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('choose' as const), which: fc.constantFrom('mine', 'theirs', 'both') }) },
);

describe('two people at one decision, whatever happens when', () => {
  it('lose no word, and come to rest', () => {
    const ran = fc.array(fc.record({ who: fc.nat(1), move }), { maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(ran, fc.boolean(), fc.constantFrom('', 'Indledning.\n\nAfslutning.'), (moves, byLine, begin) => {
        const row = new Row(says(begin), byLine);
        const given = new Set<string>();
        const people = [new Person(row, given), new Person(row, given)];
        const typed = new Set<string>();

        const edit = (value: Treatment, { field, line, how }: Extract<Move, { kind: 'type' }>): Treatment => {
          const word = `ord${typed.size}`;
          const lines = value[field].split('\n');
          const at = line % lines.length;
          if (how === 'delete' || how === 'replaceAll') {
            const kept = how === 'replaceAll' ? [word] : lines.filter((_, place) => place !== at);
            if (how === 'replaceAll') typed.add(word);
            const next = { ...value, [field]: kept.join('\n') };
            for (const token of tokensOf(value)) if (!tokensOf(next).has(token)) given.add(token);
            return next;
          }
          typed.add(word);
          if (how === 'newLine') lines.splice(at + 1, 0, word);
          else lines[at] = how === 'append' ? `${lines[at]} ${word}` : `${word} ${lines[at]}`;
          return { ...value, [field]: lines.join('\n') };
        };

        for (const { who, move } of moves) {
          const person = people[who]!;
          const old = row.history[(move.kind === 'oldRead' ? move.place : 0) % row.history.length]!;
          if (move.kind === 'type') person.tell({ kind: 'typed', value: edit(person.state.mine, move) });
          else if (move.kind === 'phrase') person.tell({ kind: 'typed', value: { ...person.state.mine, outcome: move.outcome } });
          else if (move.kind === 'pause') person.tell({ kind: 'paused' });
          else if (move.kind === 'read') person.read();
          else if (move.kind === 'oldRead') person.tell({ kind: 'read', stored: old });
          else if (move.kind === 'deliver') person.deliver(move.how);
          else if (move.kind === 'choose') person.choose(move.which);
          else if (move.kind === 'reopen') person.reopen(null, row.now);
          else person.reopen((from) => edit(from, { kind: 'type', field: 'decision', line: 0, how: 'append' }), old);
        }

        // Nobody does anything more, the network works, and who is asked keeps both.
        for (const person of people) person.tell({ kind: 'paused' });
        const begun = people.map(({ steps }) => steps);
        for (let round = 0; round < 12; round += 1) {
          for (const person of people) {
            while (person.outbox.length > 0) person.deliver('works');
            person.outboxEmpty();
            person.read();
            person.choose('both');
          }
        }
        const settled = people.map(({ steps }) => steps);
        for (const person of people) {
          person.read();
          person.read();
        }
        expect(people.map(({ steps }) => steps)).toEqual(settled);
        settled.forEach((steps, place) => expect(steps - begun[place]!).toBeLessThan(60));

        for (const person of people) {
          expect(person.outbox).toEqual([]);
          expect(person.draft).toBeNull();
          expect(isUnsaved(person.state, rules)).toBe(false);
          expect(person.state).toEqual(autosaveOf(row.now));
        }
        const shown = tokensOf(row.now, ...people.flatMap(({ stuck }) => stuck));
        expect([...typed].filter((word) => !given.has(word) && !shown.has(word))).toEqual([]);
      }),
      { numRuns: Number(process.env['AUTOSAVE_RUNS'] ?? 1500) },
    );
  });
});
