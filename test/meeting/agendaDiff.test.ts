import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClosed, newItem, type Agenda, type AgendaItem } from '../../src/meeting/agenda.ts';
import { acceptedByDefault, applyChanges, diffAgendas, type AgendaChange } from '../../src/meeting/agendaDiff.ts';
import { asItemId, type ItemId } from '../../src/meeting/ids.ts';
import { agendaOf, at } from './agendas.ts';

const ids = (changes: readonly AgendaChange[]) => changes.map((change) => change.id);
const all = (before: Agenda, after: Agenda) => new Set(ids(diffAgendas(before, after)));

const old = agendaOf(['1 Budget @09.00-09.30', '2 Anlægsplan /30', '>Veje', '>Skoler', '3 Personsag (lukket)', '4 Eventuelt']);
const withItems = (items: readonly AgendaItem[], head: Partial<Agenda> = {}): Agenda => ({ ...old, ...head, items });
const item = (agenda: Agenda, title: string) => agenda.items.find((other) => other.title === title)!;
const without = (title: string) => withItems(old.items.filter((other) => other.title !== title));

describe('what differs between two agendas', () => {
  it('is nothing when they are the same', () => {
    expect(diffAgendas(old, old)).toEqual([]);
  });

  it('is told field by field, a time as one field', () => {
    const after = withItems(
      old.items.map((each) => (each.title === 'Budget' ? { ...each, title: 'Budget 2027', end: at('10.00'), minutes: 60 } : each)),
      {
        location: 'Lokale 1.07',
      },
    );
    expect(diffAgendas(old, after).map((change) => ('field' in change ? change.field : change.kind))).toEqual(['location', 'title', 'time']);
  });

  it('calls an item moved only when it passes its siblings, and its sub-items not at all', () => {
    const [budget, plan, roads, schools, person, rest] = old.items as [AgendaItem, AgendaItem, AgendaItem, AgendaItem, AgendaItem, AgendaItem];
    expect(ids(diffAgendas(old, withItems([budget, person, rest, plan, roads, schools])))).toEqual([`moved:${plan.id}`]);
    expect(ids(diffAgendas(old, withItems([budget, plan, schools, person, rest, { ...roads, parentId: null }])))).toEqual([`moved:${roads.id}`]);
  });

  it('an item above that goes or comes moves nothing', () => {
    expect(diffAgendas(old, without('Budget')).map((change) => change.kind)).toEqual(['removed']);
    expect(diffAgendas(without('Budget'), old).map((change) => change.kind)).toEqual(['added']);
  });
});

describe('what is taken unless somebody says otherwise', () => {
  it('everything, but never the removal of what has a decision', () => {
    const [change] = diffAgendas(old, without('Budget'), new Set([item(old, 'Budget').id]));
    expect(acceptedByDefault(change!)).toBe(false);
    expect(acceptedByDefault(diffAgendas(old, without('Budget'))[0]!)).toBe(true);
  });

  it('never the opening of what is closed, by its own mark or its parent’s', () => {
    const open = withItems(old.items.map((each) => ({ ...each, openness: 'open' })));
    expect(diffAgendas(old, open).map(acceptedByDefault)).toEqual([false]);
    expect(diffAgendas(open, old).map(acceptedByDefault)).toEqual([true]);
    const under = withItems(old.items.map((each) => (each.title === 'Anlægsplan' ? { ...each, openness: 'closed' } : each)));
    expect(diffAgendas(under, old).map(acceptedByDefault)).toEqual([false, false, false]);
  });
});

describe('taking some of the changes', () => {
  it('keeps an item where it was although another comes', () => {
    const fresh = newItem(asItemId('new'), { title: 'Orientering' });
    const after = withItems([fresh, ...old.items.filter((each) => each.title !== 'Eventuelt')]);
    const merged = applyChanges(old, after, new Set(['added:new']));
    expect(merged.items.map((each) => each.title)).toEqual(['Orientering', 'Budget', 'Anlægsplan', 'Veje', 'Skoler', 'Personsag', 'Eventuelt']);
  });

  it('a sub-item whose new parent is not wanted stands where it was printed', () => {
    const parent = newItem(asItemId('parent'), { title: 'Tema' });
    const child = newItem(asItemId('child'), { title: 'Oplæg', parentId: parent.id });
    const [budget, ...rest] = old.items as [AgendaItem, ...AgendaItem[]];
    const merged = applyChanges(old, withItems([budget, parent, child, ...rest]), new Set(['added:child']));
    expect(merged.items.slice(0, 3).map((each) => [each.title, each.parentId])).toEqual([
      ['Budget', null],
      ['Oplæg', null],
      ['Anlægsplan', null],
    ]);
  });

  it('a sub-item of a closed item is closed without it too', () => {
    const parent = newItem(asItemId('parent'), { title: 'Personsager', openness: 'closed' });
    const child = newItem(asItemId('child'), { title: 'Ansættelse', parentId: parent.id });
    const merged = applyChanges(old, withItems([...old.items, parent, child]), new Set(['added:child']));
    expect(item(merged, 'Ansættelse').openness).toBe('closed');
  });
});

/** Agendas over the same few ids, so that items come, go, move, nest and change between any two of them. */
const anyAgenda: fc.Arbitrary<Agenda> = fc
  .record({
    chosen: fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g']),
    details: fc.array(
      fc.record({
        depth: fc.nat(2),
        title: fc.constantFrom('Budget', 'Anlæg', 'Status'),
        openness: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
        minutes: fc.constantFrom(null, 15),
        presenters: fc.constantFrom([], ['Ane Kratholm']),
      }),
      { minLength: 7, maxLength: 7 },
    ),
    location: fc.constantFrom(null, 'Lokale 1.07'),
  })
  .map(({ chosen, details, location }) => {
    const path: ItemId[] = [];
    const items = chosen.map((name, index) => {
      const { depth, ...fields } = details[index]!;
      const level = Math.min(depth, path.length);
      const made = newItem(asItemId(name), { ...fields, parentId: path[level - 1] ?? null });
      path.splice(level, path.length, made.id);
      return made;
    });
    return { ...old, location, items };
  });

describe('whatever two agendas are', () => {
  it('all changes give the new one, none the old one', () => {
    fc.assert(
      fc.property(anyAgenda, anyAgenda, (before, after) => {
        expect(applyChanges(before, after, all(before, after))).toEqual(after);
        expect(applyChanges(before, after, new Set())).toEqual(before);
      }),
      { numRuns: 2000 },
    );
  });

  const anyChoice = fc.tuple(anyAgenda, anyAgenda, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 })).map(([before, after, picks]) => {
    const changes = diffAgendas(before, after);
    const accepted = new Set(ids(changes).filter((_id, index) => picks[index % picks.length]));
    return { before, after, changes, accepted, merged: applyChanges(before, after, accepted) };
  });

  it('each change is taken or left on its own, and ids are kept', () => {
    fc.assert(
      fc.property(anyChoice, ({ before, after, accepted, merged }) => {
        const there = new Set([
          ...before.items
            .filter((each) => after.items.some((other) => other.id === each.id) || !accepted.has(`removed:${each.id}`))
            .map((each) => each.id),
          ...after.items.filter((each) => accepted.has(`added:${each.id}`)).map((each) => each.id),
        ]);
        expect(new Set(merged.items.map((each) => each.id))).toEqual(there);
        expect(merged.items).toHaveLength(there.size);
        for (const each of merged.items) {
          const was = before.items.find((other) => other.id === each.id) ?? each;
          const now = after.items.find((other) => other.id === each.id) ?? was;
          expect(each.title).toBe(accepted.has(`title:${each.id}`) ? now.title : was.title);
          expect(each.minutes).toBe(accepted.has(`time:${each.id}`) ? now.minutes : was.minutes);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('nothing closed is open unless that was chosen, and what comes closed is closed', () => {
    fc.assert(
      fc.property(anyChoice, ({ before, after, accepted, merged }) => {
        for (const each of merged.items) {
          const was = before.items.find((other) => other.id === each.id);
          const now = after.items.find((other) => other.id === each.id);
          const closed = was ? isClosed(before.items, was) : now !== undefined && isClosed(after.items, now);
          if (closed && !isClosed(merged.items, each)) {
            expect(accepted.has(`openness:${each.id}`)).toBe(true);
            expect(isClosed(after.items, now!)).toBe(false);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('every item stands after its parent, within its family', () => {
    fc.assert(
      fc.property(anyChoice, ({ merged }) => {
        const path: ItemId[] = [];
        for (const each of merged.items) {
          const level = each.parentId === null ? 0 : path.indexOf(each.parentId) + 1;
          expect(each.parentId === null || level > 0).toBe(true);
          path.splice(level, path.length, each.id);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
