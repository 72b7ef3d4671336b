import { describe, expect, it } from 'vitest';
import { plan, refusalOf } from '../../src/tools/lint/rooms.js';
import { fileCircles, uiFolderWays } from './allowedCircles.ts';
import { allImports, graphOf, knots, sourceFiles, specifiersIn, wayRound } from './importGraph.ts';

const imports = allImports();
const files = new Set(sourceFiles());
const fileGraph = graphOf(imports, (path) => (files.has(path) ? path : undefined));

describe('the reader of imports', () => {
  it('sees every way to name a file', () => {
    const text = `
      import './a.ts'; import b from './b.ts'; import type { C } from './c.ts'; import { type D } from './d.ts';
      export * from './e.ts'; export { f } from './f.ts'; export type { G } from './g.ts';
      const h = () => import('./h.ts'); let i: import('./i.ts').I; type J = typeof import('./j.ts');
      // import './not.ts'
      const text = "import './not.ts'";`;
    expect(specifiersIn('src/x.ts', text)).toEqual([...'abcdefghij'].map((name) => `./${name}.ts`));
  });

  it('finds a circle of any length, and the shortest way round it', () => {
    const graph = new Map(Object.entries({ a: ['b'], b: ['c'], c: ['a', 'd'], d: ['c'], e: ['a', 'e'], f: ['a'] }).map(([k, v]) => [k, new Set(v)]));
    expect(knots(graph)).toEqual([['a', 'b', 'c', 'd'], ['e']]);
    expect(wayRound(graph, ['a', 'b', 'c', 'd'])).toBe('c → d → c');
    expect(wayRound(graph, ['a', 'b', 'c'])).toBe('a → b → c → a');
  });

  it('reads the whole house', () => {
    expect(files.size).toBeGreaterThan(400);
    expect(imports.filter(({ to }) => files.has(to)).length).toBeGreaterThan(1500);
    // What tools/ borrows from test/ is no part of the graph.
    expect(imports.filter(({ specifier, to }) => /^\..*\.tsx?$/.test(specifier) && !files.has(to) && !to.startsWith('test/'))).toEqual([]);
  });
});

describe('circles between files, types included', () => {
  const found = knots(fileGraph);
  const isListed = (knot: string[]) => fileCircles.some((circle) => circle.files.join() === knot.join());

  it('are none but those listed', () => {
    expect(found.filter((knot) => !isListed(knot)).map((knot) => `${wayRound(fileGraph, knot)}   (of ${knot.length}: ${knot.join(', ')})`)).toEqual(
      [],
    );
  });

  it('that are listed are there, to the last file', () => {
    expect(fileCircles.filter((circle) => !found.some((knot) => knot.join() === circle.files.join()))).toEqual([]);
  });
});

describe('circles between folders of ui', () => {
  const folderOf = (path: string) => /^src\/ui\/([^/]+)\//.exec(path)?.[1];
  const ways = imports.filter(({ from, to }) => folderOf(from) !== folderOf(to));
  const allowed = (from: string | undefined, to: string | undefined) => uiFolderWays.some((way) => way[0] === from && way[1] === to);

  it('are none but those that the listed ways close', () => {
    const graph = graphOf(
      ways.filter(({ from, to }) => !allowed(folderOf(from), folderOf(to))),
      folderOf,
    );
    expect(knots(graph).map((knot) => wayRound(graph, knot))).toEqual([]);
  });

  it('that are listed are there', () => {
    const knotted = knots(graphOf(ways, folderOf));
    const graph = graphOf(ways, folderOf);
    expect(
      uiFolderWays.filter(([from, to]) => !graph.get(from)?.has(to) || !knotted.some((knot) => knot.includes(from) && knot.includes(to))),
    ).toEqual([]);
  });
});

describe('rooms', () => {
  it('look only where the plan lets them, by import() and by type too', () => {
    expect(
      imports.flatMap(({ from, specifier }) => (refusalOf(from, specifier) ? [`${from} imports ${specifier}: ${refusalOf(from, specifier)}`] : [])),
    ).toEqual([]);
  });

  it('stand in a plan that has no circle itself', () => {
    expect(knots(new Map(Object.entries(plan).map(([room, { may }]) => [room, new Set(may)])))).toEqual([]);
  });
});
