import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { targetOf } from '../../src/tools/lint/rooms.js';

const project = new URL('../..', import.meta.url).pathname;

/** One import as it stands in a file; both paths are from the project's root, as `src/ui/app/App.tsx`. */
export interface Import {
  from: string;
  /** As written. */
  specifier: string;
  /** The file it leads to, or the specifier itself for a package. */
  to: string;
}

export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Every file of `src` that TypeScript or Node reads as a module. */
export function sourceFiles(): string[] {
  return readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(tsx?|m?js)$/.test(path))
    .sort();
}

/** Every import of every file of `src`. */
export function allImports(): Import[] {
  return sourceFiles().flatMap((from) =>
    specifiersIn(from, readFileSync(join(project, from), 'utf8')).map((specifier) => ({ from, specifier, to: targetOf(from, specifier) })),
  );
}

/** What a file names in `import`, `import type`, `export … from`, `import()` and types by `import('…')`, found by TypeScript's parser. */
export function specifiersIn(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const named = specifierOf(node);
    if (named && ts.isStringLiteralLike(named)) found.push(named.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  return undefined;
}

/** The graph of some imports; `nameOf` may gather files into folders, and undefined leaves an end out. */
export function graphOf(imports: readonly { from: string; to: string }[], nameOf: (path: string) => string | undefined): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [start, end] = [nameOf(from), nameOf(to)];
    if (start === undefined) continue;
    const ends = graph.get(start) ?? new Set<string>();
    graph.set(start, ends);
    if (end !== undefined) ends.add(end);
  }
  return graph;
}

/**
 * The knots of a graph: groups whose members all reach each other, sorted, and single ones that name themselves. A graph
 * without circles has none (Tarjan's strongly connected components).
 */
export function knots(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    const number = order.size;
    order.set(node, number);
    open.push(node);
    let low = number;
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    lowest.set(node, low);
    if (low === number) {
      const knot = open.splice(open.indexOf(node));
      if (knot.length > 1 || graph.get(node)?.has(node)) found.push(knot.sort());
    }
    return low;
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found.sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

/** A shortest way round inside a knot, as `a → b → a`, for somebody who has to break it. */
export function wayRound(graph: Graph, knot: readonly string[]): string {
  const ways = knot.map((start) => {
    const before = new Map<string, string>();
    const queue = [start];
    for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
      for (const next of graph.get(node) ?? []) {
        if (next === start) {
          const way = [start];
          for (let at: string | undefined = node; at !== undefined && at !== start; at = before.get(at)) way.push(at);
          return [start, ...way.slice(1).reverse(), start];
        }
        if (before.has(next) || !knot.includes(next)) continue;
        before.set(next, node);
        queue.push(next);
      }
    }
    return [];
  });
  return (
    ways
      .filter((way) => way.length > 0)
      .sort((a, b) => a.length - b.length)[0]
      ?.join(' → ') ?? ''
  );
}
