import fc from 'fast-check';
import type { Agenda, AgendaItem } from '../../../src/meeting/agenda.ts';
import type { AgendaEdit } from '../../../src/meeting/editing/edit.ts';
import type { Numbering } from '../../../src/meeting/numbering.ts';
import { asItemId } from '../../../src/meeting/ids.ts';
import { at } from '../agendas.ts';

const anyId = fc.nat(16).map((n) => asItemId(n < 15 ? `item-${n}` : `new-${n}`));
const freshId = fc.nat(99).map((n) => asItemId(`new-${n}`));

export const anyNumbering: fc.Arbitrary<Numbering> = fc.record({
  levels: fc.array(fc.constantFrom('decimal' as const, 'letter' as const, 'roman' as const, null), { minLength: 1, maxLength: 3 }),
  between: fc.constantFrom('.', null),
  behind: fc.constantFrom('', '.', ')'),
  breaks: fc.boolean(),
  restart: fc.constantFrom('never' as const, 'day' as const, 'block' as const),
  from: fc.integer({ min: 1, max: 60 }),
});

/** One of each kind of edit; some name items that are not there. */
export const editsOf = {
  change: fc.record({
    kind: fc.constant('change' as const),
    itemId: anyId,
    fields: fc.oneof(
      fc.record({ title: fc.constantFrom('', 'Nyt fra borgmesteren', 'Budget') }),
      fc.record({ number: fc.constantFrom(null, '4', '5.b') }),
      fc.record({ start: fc.constantFrom(null, at('9.15')), minutes: fc.constantFrom(null, 20) }),
    ),
  }),
  head: fc.record({ kind: fc.constant('head' as const), fields: fc.record({ location: fc.constantFrom(null, 'Lokale 1.07') }) }),
  add: fc.record({
    kind: fc.constant('add' as const),
    after: fc.option(anyId, { nil: null }),
    newId: freshId,
    itemKind: fc.constantFrom('item' as const, 'break' as const),
  }),
  remove: fc.record({ kind: fc.constant('remove' as const), itemId: anyId }),
  join: fc.record({ kind: fc.constant('join' as const), itemId: anyId }),
  split: fc.record({ kind: fc.constant('split' as const), itemId: anyId, newId: freshId, at: fc.nat(30) }),
  move: fc.record({ kind: fc.constant('move' as const), itemId: anyId, by: fc.constantFrom(-1 as const, 1 as const) }),
  moveTo: fc.record({
    kind: fc.constant('moveTo' as const),
    itemId: anyId,
    place: fc.oneof(
      fc.constant({ kind: 'first' as const }),
      fc.record({ kind: fc.constant('behind' as const), itemId: anyId }),
      fc.record({ kind: fc.constant('under' as const), itemId: anyId }),
    ),
  }),
  indent: fc.record({ kind: fc.constant('indent' as const), itemId: anyId }),
  outdent: fc.record({ kind: fc.constant('outdent' as const), itemId: anyId }),
  renumber: fc.record({ kind: fc.constant('renumber' as const), numbering: anyNumbering }),
} satisfies { [Kind in AgendaEdit['kind']]: fc.Arbitrary<Extract<AgendaEdit, { kind: Kind }>> };

export const anyEdit: fc.Arbitrary<AgendaEdit> = fc.oneof(...Object.values<fc.Arbitrary<AgendaEdit>>(editsOf));

/** Everything of an item that a reader could miss, each piece as often as it stands there. Numbers apart: some edits may write them. */
export function contentsOf(agenda: Agenda): string[] {
  const pieces = ({ title, neutralTitle, presenters, sections, attachments }: AgendaItem) => [
    ...title.split(/\s+/),
    ...(neutralTitle ?? '').split(/\s+/),
    ...presenters,
    ...sections.map((section) => JSON.stringify(section)),
    ...attachments.map((attachment) => JSON.stringify(attachment)),
  ];
  return agenda.items
    .flatMap(pieces)
    .filter((piece) => piece !== '')
    .sort();
}
