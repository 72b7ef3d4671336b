import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClosed, type Agenda, type AgendaItem } from '../../../src/meeting/agenda.ts';
import { applyEdit, type AgendaEdit } from '../../../src/meeting/editing/edit.ts';
import { advance, redo, startHistory, undo } from '../../../src/meeting/editing/history.ts';
import { asItemId } from '../../../src/meeting/ids.ts';
import { inOutlineOrder } from '../../../src/meeting/outline.ts';
import { agendaOf, anyOutline } from '../agendas.ts';
import { anyEdit, contentsOf, editsOf } from './edits.ts';

const id = (line: number) => asItemId(`item-${line}`);
const titles = (agenda: Agenda) => agenda.items.map(({ title }) => title);
const idsOf = (agenda: Agenda) => agenda.items.map((item) => item.id);
const numbersOf = (agenda: Agenda) => new Map(agenda.items.map((item) => [item.id, item.number]));
const closedOf = (agenda: Agenda) => agenda.items.filter((item) => isClosed(agenda.items, item)).map((item) => item.id);
const kinds = Object.keys(editsOf) as AgendaEdit['kind'][];
const rearranging = kinds.filter((kind) => ['add', 'join', 'split', 'move', 'moveTo', 'indent', 'outdent', 'renumber'].includes(kind));
const holds = (edits: fc.Arbitrary<AgendaEdit>, rule: (before: Agenda, after: Agenda, edit: AgendaEdit) => void) =>
  fc.assert(
    fc.property(anyOutline, edits, (agenda, edit) => rule(agenda, applyEdit(agenda, edit), edit)),
    { numRuns: 150 },
  );

describe.each(kinds)('whatever agenda it is done to, %s', (kind) => {
  const edits = editsOf[kind] as fc.Arbitrary<AgendaEdit>;

  it('leaves every item after its parent, each id once, and every id but one it takes away itself', () => {
    holds(edits, (before, after, edit) => {
      expect(inOutlineOrder(after.items)).toBe(true);
      expect(new Set(idsOf(after)).size).toBe(after.items.length);
      const gone = edit.kind === 'remove' || edit.kind === 'join' ? edit.itemId : null;
      const missing = idsOf(before).filter((itemId) => !idsOf(after).includes(itemId));
      expect(missing.every((itemId) => itemId === gone)).toBe(true);
    });
  });

  it('opens nothing that was closed', () => {
    holds(edits, (before, after) => {
      const there = new Set(idsOf(after));
      expect(closedOf(after)).toEqual(expect.arrayContaining(closedOf(before).filter((itemId) => there.has(itemId))));
    });
  });

  it('gives the very same agenda back where it changes nothing', () => {
    holds(edits, (before, after) => {
      if (JSON.stringify(before) === JSON.stringify(after)) expect(after).toBe(before);
    });
  });

  it('can be taken back, to the very agenda it was', () => {
    holds(edits, (before, after) => {
      const done = advance(startHistory(before), after);
      expect(undo(done).now).toBe(before);
      expect(redo(undo(done)).now).toBe(after);
    });
  });
});

describe.each(rearranging)('rearranging by %s', (kind) => {
  const edits = editsOf[kind] as fc.Arbitrary<AgendaEdit>;

  it('loses no title, text, person or attachment', () => {
    holds(edits, (before, after, edit) => {
      const [was, is] = [contentsOf(before), contentsOf(after)];
      // A cut may go through a word, a joined number is a word of the title, and a person who presents both halves is named once.
      if (edit.kind === 'split') expect(lettersIn(is)).toBe(lettersIn(was));
      else if (edit.kind === 'join') expect(lessOf(was, is).filter((piece) => !PRESENTERS.includes(piece))).toEqual([]);
      else expect(is).toEqual(was);
    });
  });

  it('keeps every number as printed, unless new ones were asked for', () => {
    if (kind === 'renumber') return;
    holds(edits, (before, after, edit) => {
      const now = numbersOf(after);
      for (const item of before.items) {
        if (edit.kind === 'join' && isJoined(before, item, edit.itemId)) continue;
        expect(now.get(item.id)).toBe(item.number);
      }
    });
  });
});

/** The pieces of `was` that `is` does not hold as often. */
function lessOf(was: readonly string[], is: readonly string[]): string[] {
  const left = [...is];
  return was.filter((piece) => {
    const at = left.indexOf(piece);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Is this one of the two items that are joined? Their numbers share one item afterwards. */
function isJoined(agenda: Agenda, item: AgendaItem, itemId: AgendaItem['id']): boolean {
  const at = agenda.items.findIndex((other) => other.id === itemId);
  return at > 0 && [agenda.items[at], agenda.items[at - 1]].includes(item);
}

/** Whoever presents both items is named once in the joined one; another test holds that nobody is left out. */
const PRESENTERS = ['Ane Kratholm', 'Poul Kringelholm', 'Rikke Vindum / HR'];
const lettersIn = (pieces: readonly string[]) => [...pieces.join('')].sort().join('');

describe('joining two lines', () => {
  it('keeps both numbers: one as the number, the other as a word of the title where both have one', () => {
    holds(editsOf.join, (before, after, edit) => {
      if (edit.kind !== 'join') return;
      const at = before.items.findIndex((item) => item.id === edit.itemId);
      const [first, second] = [before.items[at - 1], before.items[at]];
      if (!first || !second) return;
      const joined = after.items.find((item) => item.id === first.id)!;
      expect(joined.number).toBe(first.number ?? second.number);
      expect(joined.presenters).toEqual(expect.arrayContaining([...first.presenters, ...second.presenters]));
      if (first.number !== null && second.number !== null) expect(joined.title.split(' ')).toEqual(expect.arrayContaining(second.number.split(' ')));
    });
  });

  it('is closed where either was', () => {
    const joined = applyEdit(agendaOf(['1 Budget', '2 Personsag (lukket)']), { kind: 'join', itemId: id(2) });
    expect(joined.items).toMatchObject([{ title: 'Budget 2 Personsag', number: '1', openness: 'closed' }]);
  });
});

describe('moving far', () => {
  const agenda = agendaOf(['1 Nyt', '2 Budget', '> a. Teknik', '3 Status', '4 Evt']);

  it('takes everything under the item with it, to first, behind a family or under another item', () => {
    const to = (place: Extract<AgendaEdit, { kind: 'moveTo' }>['place']) => titles(applyEdit(agenda, { kind: 'moveTo', itemId: id(2), place }));
    expect(to({ kind: 'first' })).toEqual(['Budget', 'a. Teknik', 'Nyt', 'Status', 'Evt']);
    expect(to({ kind: 'behind', itemId: id(5) })).toEqual(['Nyt', 'Status', 'Evt', 'Budget', 'a. Teknik']);
    const under = applyEdit(agenda, { kind: 'moveTo', itemId: id(5), place: { kind: 'under', itemId: id(2) } });
    expect(titles(under)).toEqual(['Nyt', 'Budget', 'Evt', 'a. Teknik', 'Status']);
    expect(under.items[2]?.parentId).toBe(id(2));
  });

  it('stays where it is when the place is in its own family', () => {
    expect(applyEdit(agenda, { kind: 'moveTo', itemId: id(2), place: { kind: 'under', itemId: id(3) } })).toBe(agenda);
  });

  it('keeps closed what comes out from under a closed item', () => {
    const closed = agendaOf(['1 Personsag (lukket)', '> Bilag', '2 Status']);
    const moved = applyEdit(closed, { kind: 'moveTo', itemId: id(2), place: { kind: 'behind', itemId: id(3) } });
    expect(moved.items.map(({ title, openness }) => [title, openness])).toEqual([
      ['Personsag', 'closed'],
      ['Status', 'open'],
      ['Bilag', 'closed'],
    ]);
  });

  it('passes neighbours one by one to wherever a long move leads', () => {
    fc.assert(
      fc.property(anyOutline, fc.nat(13), (any, line) => {
        const far = applyEdit(any, { kind: 'moveTo', itemId: id(line), place: { kind: 'first' } });
        const item = any.items.find((other) => other.id === id(line));
        if (item?.parentId !== null) return;
        let near = any;
        for (let before = undefined as Agenda | undefined; before !== near;) {
          before = near;
          near = applyEdit(near, { kind: 'move', itemId: id(line), by: -1 });
        }
        expect(idsOf(near)).toEqual(idsOf(far));
      }),
    );
  });
});

describe('the way back', () => {
  it('leads through any run of edits to where it began, and forth again', () => {
    fc.assert(
      fc.property(anyOutline, fc.array(anyEdit, { maxLength: 30 }), (agenda, edits) => {
        const end = edits.reduce((history, edit) => advance(history, applyEdit(history.now, edit)), startHistory(agenda));
        const back = end.past.reduce((history) => undo(history), end);
        expect(back.now).toBe(agenda);
        expect(back.past).toEqual([]);
        expect(back.future.reduce((history) => redo(history), back).now).toBe(end.now);
      }),
    );
  });

  it('is one step for what was typed in one visit', () => {
    const start = startHistory('');
    const typed = advance(advance(advance(start, 'N', 'a'), 'Ny', 'a'), 'Nyt', 'b');
    expect(undo(typed).now).toBe('Ny');
    expect(undo(undo(typed)).now).toBe('');
    expect(advance(undo(typed), 'Nyere', 'b').past).toEqual(['', 'Ny']);
  });
});
