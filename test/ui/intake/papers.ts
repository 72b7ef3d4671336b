import fc from 'fast-check';
import type { Intake } from '../../../src/commands/commands.ts';
import { newItem, type AgendaItem } from '../../../src/meeting/agenda.ts';
import { asItemId, type ItemId } from '../../../src/meeting/ids.ts';
import { parseClock } from '../../../src/meeting/clock.ts';
import type { Edit } from '../../../src/ui/intake/editing.ts';

export const id = (name: string): ItemId => asItemId(name);

export function intakeOf(items: readonly AgendaItem[], rest: Partial<Intake> = {}): Intake {
  return {
    source: '',
    agenda: {
      title: 'Direktionsmøde',
      date: '2026-03-10',
      endDate: null,
      start: parseClock('9.00'),
      end: parseClock('12.00'),
      location: null,
      chair: null,
      items,
    },
    treatments: [],
    apologies: [],
    participants: [],
    unplaced: [],
    sourceOf: {},
    fieldSources: {},
    ...rest,
  };
}

/** A short executive board paper with a sub-item, a break and a closed item. */
export function direktionen(): Intake {
  return intakeOf(
    [
      newItem(id('a'), {
        number: '1',
        title: 'Nyt fra det politiske niveau',
        start: parseClock('9.00'),
        end: parseClock('9.20'),
        presenters: ['Asger Mølbjerg'],
      }),
      newItem(id('b'), { number: '2', title: 'Budget', minutes: 30, sections: [{ role: 'purpose', heading: 'Formål', text: 'At kende rammerne' }] }),
      newItem(id('b1'), { number: '2.a', title: 'Teknisk budget', parentId: id('b') }),
      newItem(id('p'), { kind: 'break', title: 'Pause', minutes: 15 }),
      newItem(id('c'), { number: '3', title: 'Personsag', openness: 'closed', presenters: ['Rikke Vindum'] }),
    ],
    {
      source: [
        'Direktionsmøde',
        '1. Nyt fra det politiske niveau',
        '2. Budget',
        'a. Teknisk budget',
        'Pause',
        'Husk kage',
        '3. Personsag (lukket)',
      ].join('\n'),
      unplaced: [{ line: 6, text: 'Husk kage' }],
      sourceOf: {
        [id('a')]: { fromLine: 2, toLine: 2, sure: 1 },
        [id('b')]: { fromLine: 3, toLine: 4, sure: 0.9 },
        [id('b1')]: { fromLine: 4, toLine: 4, sure: 0.8 },
        [id('p')]: { fromLine: 5, toLine: 5, sure: 1 },
        [id('c')]: { fromLine: 7, toLine: 7, sure: 1 },
      },
    },
  );
}

const word = fc.constantFrom('Budget', 'Økonomi', 'Status', 'på', 'området', 'Lene', 'Pause', '2027', 'plan,', '&', 'æøå');
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** Any agenda whose items stand in outline order. */
export const anyIntake: fc.Arbitrary<Intake> = fc
  .array(
    fc.record({
      depth: fc.nat(2),
      kind: fc.constantFrom('item' as const, 'item' as const, 'break' as const),
      number: maybe(fc.constantFrom('1', '2', '3', '5.a', 'BLOK 5')),
      title: phrase,
      openness: fc.constantFrom('open' as const, 'closed' as const),
      neutralTitle: maybe(phrase),
      day: maybe(fc.constantFrom(1, 2)),
      block: maybe(fc.constantFrom('BLOK 1', 'BLOK 2')),
      start: fc.constantFrom(null, parseClock('9.00'), parseClock('10.30')),
      minutes: maybe(fc.integer({ min: 5, max: 90 })),
      presenters: fc.array(fc.constantFrom('Ane Kratholm', 'Per Gyvelbo'), { maxLength: 2 }),
      text: maybe(phrase),
      decision: maybe(phrase),
    }),
    { maxLength: 12 },
  )
  .map((lines) => {
    const path: ItemId[] = [];
    const items: AgendaItem[] = [];
    lines.forEach(({ depth, text, decision: _decision, ...fields }, index) => {
      const level = Math.min(depth, path.length);
      const own = id(`i${index}`);
      items.push(
        newItem(own, { ...fields, parentId: path[level - 1] ?? null, sections: text === null ? [] : [{ role: 'text', heading: null, text }] }),
      );
      path.splice(level, path.length, own);
    });
    return intakeOf(items, {
      source: lines.map((line) => line.title).join('\n'),
      treatments: lines.flatMap(({ decision, openness }, index) =>
        decision === null ? [] : [{ itemId: id(`i${index}`), openness, outcome: null, decision, publicDecision: '', notTreated: false }],
      ),
      unplaced: [{ line: 1, text: 'Husk kage' }],
      sourceOf: Object.fromEntries(lines.map((_line, index) => [`i${index}`, { fromLine: index + 1, toLine: index + 1, sure: 1 }])),
    });
  });

const anyId = fc.nat(14).map((n) => id(n < 12 ? `i${n}` : `n${n}`));
const freshId = fc.nat(99).map((n) => id(`n${n}`));

/** Any edit but undo and redo; some name items that are not there. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), itemId: anyId, fields: fc.record({ title: phrase }), visit: fc.constantFrom('v1', 'v2') }),
  fc.record({ kind: fc.constant('head' as const), fields: fc.record({ title: phrase }) }),
  fc.record({ kind: fc.constant('add' as const), after: maybe(anyId), newId: freshId, itemKind: fc.constantFrom('item' as const, 'break' as const) }),
  fc.record({ kind: fc.constant('remove' as const), itemId: anyId }),
  fc.record({ kind: fc.constant('join' as const), itemId: anyId }),
  fc.record({ kind: fc.constant('split' as const), itemId: anyId, newId: freshId, at: fc.nat(30) }),
  fc.record({ kind: fc.constant('move' as const), itemId: anyId, by: fc.constantFrom(-1 as const, 1 as const) }),
  fc.record({ kind: fc.constant('indent' as const), itemId: anyId }),
  fc.record({ kind: fc.constant('outdent' as const), itemId: anyId }),
  fc.record({
    kind: fc.constant('assign' as const),
    line: fc.nat(13),
    role: fc.constantFrom(
      'title' as const,
      'time' as const,
      'presenter' as const,
      'text' as const,
      'item' as const,
      'subItem' as const,
      'noise' as const,
    ),
    to: maybe(anyId),
    newId: freshId,
  }),
  fc.record({ kind: fc.constant('place' as const), line: fc.nat(3), as: fc.constantFrom('item' as const, 'text' as const), newId: freshId }),
);

/** Every word a reader could find in the agenda, sorted; a number counts as a word. */
export function wordsOf(intake: Intake): string[] {
  const parts = intake.agenda.items.flatMap((item) => [item.number, item.title, item.neutralTitle, ...item.sections.map((section) => section.text)]);
  const decisions = intake.treatments.flatMap((treatment) => [treatment.decision, treatment.publicDecision]);
  const unplaced = intake.unplaced.map((line) => line.text);
  return [...parts, ...decisions, ...unplaced]
    .flatMap((part) => (part ?? '').split(/\s+/))
    .filter((part) => part !== '')
    .sort();
}
