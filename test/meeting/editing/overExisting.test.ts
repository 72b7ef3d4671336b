import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agenda } from '../../../src/meeting/agenda.ts';
import { knownItems, withIds } from '../../../src/meeting/editing/keepIds.ts';
import { overExisting } from '../../../src/meeting/editing/overExisting.ts';
import { asItemId, type ItemId } from '../../../src/meeting/ids.ts';
import { inOutlineOrder } from '../../../src/meeting/outline.ts';
import { anyOutline } from '../agendas.ts';

/** The same paper read again: every item with an id nobody has seen. */
function readAgain(agenda: Agenda): Agenda {
  const fresh = (itemId: ItemId) => asItemId(`read-${itemId}`);
  return { ...agenda, items: agenda.items.map((item) => ({ ...item, id: fresh(item.id), parentId: item.parentId && fresh(item.parentId) })) };
}

const over = (paper: Agenda, existing: Agenda) => overExisting(withIds(paper, knownItems(paper.items, existing.items)), existing);

describe('a paper read in over an agenda that exists', () => {
  it('gives each known id to one item only, and keeps order and nesting', () => {
    fc.assert(
      fc.property(anyOutline, anyOutline, (existing, other) => {
        const paper = readAgain(other);
        const { items } = over(paper, existing);
        expect(new Set(items.map(({ id }) => id)).size).toBe(paper.items.length);
        expect(inOutlineOrder(items)).toBe(true);
        expect(items.map(({ title, number }) => [title, number])).toEqual(paper.items.map(({ title, number }) => [title, number]));
      }),
    );
  });

  it('knows every item with words again when the same paper is read twice', () => {
    fc.assert(
      fc.property(anyOutline, (existing) => {
        const paper = readAgain(existing);
        const known = new Set(knownItems(paper.items, existing.items).values());
        const worded = existing.items.filter(({ title }) => /[\p{L}\p{N}]/u.test(title)).map(({ id }) => id);
        expect([...known].sort()).toEqual(worded.sort());
      }),
    );
  });

  it('loses no neutral title that the paper does not print', () => {
    fc.assert(
      fc.property(anyOutline, (existing) => {
        const paper = readAgain(existing);
        const bare = { ...paper, items: paper.items.map((item) => ({ ...item, neutralTitle: null })) };
        for (const item of over(bare, existing).items) {
          const was = existing.items.find(({ id }) => id === item.id);
          if (was) expect(item.neutralTitle).toBe(was.neutralTitle);
        }
      }),
    );
  });
});
