import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgendaItem } from '../../src/meeting/agenda.ts';
import { chaptersOf, type Branch } from '../../src/meeting/chapters.ts';
import { agendaOf, anyAgenda } from './agendas.ts';

const idOf = (item: AgendaItem) => item.id;
const flat = (branches: readonly Branch<AgendaItem>[]): AgendaItem[] => branches.flatMap(({ line, children }) => [line, ...flat(children)]);

/** An agenda of top items placed as "day block". */
const placed = (...places: [number | null, string | null][]) =>
  agendaOf(places.map((_, index) => `${index + 1} Punkt`)).items.map((item, index) => ({
    ...item,
    day: places[index]![0],
    block: places[index]![1],
  }));
const headings = (items: AgendaItem[]) =>
  chaptersOf(items, idOf).map(({ day, block, newDay, branches }) => `${newDay ? `dag ${day} ` : ''}${block ?? '–'} ${branches.length}`);

describe('chapters', () => {
  test('a day has a heading where there are several, a block wherever it begins', () => {
    expect(headings(placed([1, null], [1, null]))).toEqual(['– 2']);
    expect(headings(placed([1, 'A'], [1, 'A'], [1, 'B'], [2, 'B'], [2, null]))).toEqual(['dag 1 A 2', 'B 1', 'dag 2 B 1', '– 1']);
  });

  test('sub-items stand under their parents, whatever block they are marked with', () => {
    const [a, b, c] = agendaOf(['1 A', '> B', '2 C']).items;
    const [chapter] = chaptersOf([a!, { ...b!, block: 'X' }, c!], idOf);
    expect(chapter!.branches).toEqual([
      { line: a, children: [{ line: { ...b, block: 'X' }, children: [] }] },
      { line: c, children: [] },
    ]);
  });

  test('every line stands there exactly once, parents that are unknown or go in circles notwithstanding', () => {
    fc.assert(
      fc.property(anyAgenda, fc.infiniteStream(fc.nat()), (agenda, picks) => {
        const ids = [...agenda.items.map((item) => item.id), null, 'nobody'];
        const items = agenda.items.map((item) => ({ ...item, parentId: ids[picks.next().value! % ids.length] ?? null }) as AgendaItem);
        const told = chaptersOf(items, idOf).flatMap((chapter) => flat(chapter.branches));
        expect(told.map(idOf).sort()).toEqual(items.map(idOf).sort());
      }),
    );
  });

  test('lines in outline order keep their order', () => {
    fc.assert(
      fc.property(anyAgenda, ({ items }) => {
        expect(chaptersOf(items, idOf).flatMap((chapter) => flat(chapter.branches))).toEqual(items);
      }),
    );
  });
});
