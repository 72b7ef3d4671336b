import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClosed, type AgendaItem } from '../../../src/meeting/agenda.ts';
import { asSiteId } from '../../../src/meeting/ids.ts';
import { inOutlineOrder } from '../../../src/meeting/outline.ts';
import { edit, startEditing, type Edit, type Editing } from '../../../src/ui/intake/editing.ts';
import { anyEdit, anyIntake, direktionen, id, wordsOf } from './papers.ts';

const after = (state: Editing, ...edits: Edit[]): Editing => edits.reduce(edit, state);
const titles = (state: Editing) => state.now.agenda.items.map((item) => item.title);
const item = (state: Editing, name: string): AgendaItem => state.now.agenda.items.find((other) => other.id === id(name))!;

describe('correcting an agenda', () => {
  it('changes one line and takes it back', () => {
    const start = startEditing(direktionen());
    const changed = after(start, { kind: 'change', itemId: id('a'), fields: { title: 'Nyt fra byrådet' } });
    expect(item(changed, 'a').title).toBe('Nyt fra byrådet');
    expect(after(changed, { kind: 'undo' }).now).toBe(start.now);
    expect(after(changed, { kind: 'undo' }, { kind: 'redo' }).now).toBe(changed.now);
  });

  it('keeps where an item goes on to with the item, as one step that is taken back', () => {
    const start = startEditing(direktionen());
    const next = { siteId: asSiteId('a,b,c'), name: 'Udvalget' };
    const chosen = after(start, { kind: 'route', itemId: id('a'), next, day: null });
    const dated = after(chosen, { kind: 'route', itemId: id('a'), next, day: '2027-02-01' });
    expect(dated.now.routes).toEqual([{ itemId: id('a'), next, day: '2027-02-01' }]);
    expect(after(dated, { kind: 'undo' }).now.routes).toEqual([{ itemId: id('a'), next, day: null }]);
    expect(after(dated, { kind: 'remove', itemId: id('a') }).now.routes).toEqual([]);
    expect(after(dated, { kind: 'remove', itemId: id('a') }, { kind: 'undo' }).now.routes).toEqual(dated.now.routes);
    expect(after(dated, { kind: 'route', itemId: id('a'), next: null, day: null }).now.routes).toEqual([]);
  });

  it('leaves the history alone when nothing changes', () => {
    const start = startEditing(direktionen());
    expect(after(start, { kind: 'change', itemId: id('a'), fields: { title: 'Nyt fra det politiske niveau' } })).toBe(start);
    expect(after(start, { kind: 'move', itemId: id('a'), by: -1 })).toBe(start);
    expect(after(start, { kind: 'undo' })).toBe(start);
  });

  it('takes back all that was typed during one visit to a line', () => {
    const start = startEditing(direktionen());
    const type = (title: string, visit: string): Edit => ({ kind: 'change', itemId: id('a'), fields: { title }, visit });
    const typed = after(start, type('N', 'first'), type('Ny', 'first'), type('Nyt', 'second'));
    expect(item(after(typed, { kind: 'undo' }), 'a').title).toBe('Ny');
    expect(after(typed, { kind: 'undo' }, { kind: 'undo' }).now).toBe(start.now);
  });

  it('moves an item with its sub-items past its neighbour', () => {
    const down = after(startEditing(direktionen()), { kind: 'move', itemId: id('b'), by: 1 });
    expect(titles(down)).toEqual(['Nyt fra det politiske niveau', 'Pause', 'Budget', 'Teknisk budget', 'Personsag']);
    const up = after(startEditing(direktionen()), { kind: 'move', itemId: id('p'), by: -1 });
    expect(titles(up)).toEqual(['Nyt fra det politiske niveau', 'Pause', 'Budget', 'Teknisk budget', 'Personsag']);
  });

  it('takes over the block it is moved into', () => {
    const paper = direktionen();
    const blocks = paper.agenda.items.map((line) => ({ ...line, block: line.id === id('c') ? 'BLOK 2' : 'BLOK 1' }));
    const moved = after(startEditing({ ...paper, agenda: { ...paper.agenda, items: blocks } }), { kind: 'move', itemId: id('c'), by: -1 });
    expect(item(moved, 'c').block).toBe('BLOK 1');
  });

  it('joins two lines that were one, the times of both and the closed of either', () => {
    const merged = after(startEditing(direktionen()), { kind: 'join', itemId: id('c') });
    expect(item(merged, 'p')).toMatchObject({
      title: 'Pause Personsag',
      number: '3',
      kind: 'item',
      openness: 'closed',
      presenters: ['Rikke Vindum'],
    });
    expect(merged.now.sourceOf[id('p')]).toEqual({ fromLine: 5, toLine: 7, sure: 1 });
    expect(merged.now.sourceOf[id('c')]).toBeUndefined();
  });

  it('keeps a misread number as a word of the joined title', () => {
    const paper = direktionen();
    const items = paper.agenda.items.map((line) =>
      line.id === id('p') ? { ...line, kind: 'item' as const, number: '2027', title: 'rammer' } : line,
    );
    const merged = after(startEditing({ ...paper, agenda: { ...paper.agenda, items } }), { kind: 'join', itemId: id('p') });
    expect(item(merged, 'b1').title).toBe('Teknisk budget 2027 rammer');
  });

  it('splits a title where the caret stands, and both halves point at the same source', () => {
    const split = after(startEditing(direktionen()), { kind: 'split', itemId: id('a'), newId: id('n'), at: 8 });
    expect(titles(split).slice(0, 2)).toEqual(['Nyt fra', 'det politiske niveau']);
    expect(split.now.sourceOf[id('n')]).toEqual(split.now.sourceOf[id('a')]);
  });

  it('never opens what was closed by splitting it', () => {
    const split = after(startEditing(direktionen()), { kind: 'split', itemId: id('c'), newId: id('n'), at: 6 });
    expect(isClosed(split.now.agenda.items, item(split, 'n'))).toBe(true);
  });

  it('lifts the sub-items of a removed line', () => {
    const removed = after(startEditing(direktionen()), { kind: 'remove', itemId: id('b') });
    expect(item(removed, 'b1').parentId).toBeNull();
  });

  it('nests under the item before, never under a break', () => {
    expect(item(after(startEditing(direktionen()), { kind: 'indent', itemId: id('p') }), 'p').parentId).toBe(id('b'));
    const start = startEditing(direktionen());
    expect(after(start, { kind: 'indent', itemId: id('c') })).toBe(start);
  });

  it('makes an unplaced line an item where it stood in the paper', () => {
    const placed = after(startEditing(direktionen()), { kind: 'place', line: 6, as: 'item', newId: id('n') });
    expect(titles(placed)).toEqual(['Nyt fra det politiske niveau', 'Budget', 'Teknisk budget', 'Pause', 'Husk kage', 'Personsag']);
    expect(placed.now.unplaced).toEqual([]);
  });

  it('puts an unplaced line into the text of the item above it', () => {
    const placed = after(startEditing(direktionen()), { kind: 'place', line: 6, as: 'text', newId: id('n') });
    expect(item(placed, 'p').sections).toEqual([{ role: 'text', heading: null, text: 'Husk kage' }]);
  });

  it('comes back to the paper after undoing any sequence, and forth again', () => {
    fc.assert(
      fc.property(anyIntake, fc.array(anyEdit, { maxLength: 40 }), (paper, edits) => {
        const start = startEditing(paper);
        const end = after(start, ...edits);
        const undone = after(end, ...end.past.map((): Edit => ({ kind: 'undo' })));
        expect(undone.now).toEqual(paper);
        expect(undone.past).toEqual([]);
        expect(after(undone, ...undone.future.map((): Edit => ({ kind: 'redo' }))).now).toEqual(end.now);
      }),
    );
  });

  it('loses no word by joining, splitting, moving, nesting or placing', () => {
    const keeping = anyEdit.filter((action) => ['join', 'split', 'move', 'indent', 'outdent', 'place', 'add'].includes(action.kind));
    fc.assert(
      fc.property(anyIntake, fc.array(keeping, { maxLength: 30 }), (paper, edits) => {
        const start = startEditing(paper);
        const end = after(start, ...edits);
        const cut = (words: string[]) => words.join('');
        // Splitting may cut inside a word, so letters are compared.
        expect([...cut(wordsOf(end.now))].sort().join('')).toBe([...cut(wordsOf(start.now))].sort().join(''));
      }),
    );
  });

  it('keeps every item after its parent whatever is done', () => {
    fc.assert(
      fc.property(anyIntake, fc.array(anyEdit, { maxLength: 40 }), (paper, edits) => {
        const items = after(startEditing(paper), ...edits).now.agenda.items;
        expect(inOutlineOrder(items)).toBe(true);
        expect(new Set(items.map((line) => line.id)).size).toBe(items.length);
      }),
    );
  });
});
