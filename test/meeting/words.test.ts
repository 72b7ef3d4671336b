import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as words from '../../src/meeting/words.ts';

const root = join(import.meta.dirname, '../../src');
/** Rooms that speak the meeting's words; the tenant, the tools and the importers' own model share none of them. */
const ROOMS = ['meeting', 'storage', 'device', 'commands', 'exporters', 'entries', 'ui'];
const SETS = Object.entries(words).map(([name, list]) => ({ name, list: new Set<string>(list) }));

const filesOf = (room: string) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(room, file));

/**
 * Where a text spells one of the sets again: a union type of its words, or a list of them that readers would pick from. Naming some of a
 * set under the compiler's eyes (`Extract<Word, 'a' | 'b'>`, `satisfies readonly Word[]`) is no new spelling; naming all of it is.
 */
function spellings(text: string, file: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: string[] = [];
  const check = (node: ts.Node, spelled: readonly (string | null)[], compared = false) => {
    const given = spelled.filter((word) => word !== null);
    const set =
      given.length < 2 ? undefined : SETS.find(({ list }) => given.every((word) => list.has(word)) && (!compared || given.length === list.size));
    if (set) found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} spells ${set.name}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isUnionTypeNode(node) && !namedBeside(node) && node.types.every((type) => wordOf(type) !== null || isNull(type)))
      check(node, node.types.map(wordOf));
    if (ts.isArrayLiteralExpression(node) && isKept(node) && node.elements.every(ts.isStringLiteral))
      check(
        node,
        node.elements.map((element) => (ts.isStringLiteral(element) ? element.text : null)),
        isCompared(node),
      );
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const wordOf = (type: ts.TypeNode): string | null => (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : null);
const isNull = (type: ts.TypeNode) => ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;

/** The words after a type in `Extract<Type, …>`, `Pick<…>` and the like. */
function namedBeside(node: ts.UnionTypeNode): boolean {
  const { parent } = node;
  return ts.isTypeReferenceNode(parent) && parent.typeArguments !== undefined && parent.typeArguments.indexOf(node) > 0;
}

/** What stands around a list, past `as const`, parentheses and `satisfies`. */
function around(node: ts.Node): ts.Node {
  let at = node.parent;
  while (ts.isAsExpression(at) || ts.isParenthesizedExpression(at) || ts.isSatisfiesExpression(at)) at = at.parent;
  return at;
}

/** A list that a name or a schema keeps; one that is returned or compared is a value like any other. */
function isKept(node: ts.ArrayLiteralExpression): boolean {
  const at = around(node);
  if (ts.isCallExpression(at)) return /\b(picklist|wordOf)$/.test(at.expression.getText());
  return ts.isVariableDeclaration(at) && ts.isSourceFile(at.parent.parent.parent);
}

/** Does the compiler hold the list against a type of ours? */
function isCompared(node: ts.ArrayLiteralExpression): boolean {
  const at = around(node);
  return (
    ts.isSatisfiesExpression(node.parent.parent) || ts.isSatisfiesExpression(node.parent) || (ts.isVariableDeclaration(at) && at.type !== undefined)
  );
}

describe('every closed set of words', () => {
  it('holds each word once', () => {
    for (const { name, list } of SETS) expect(Object.entries(words).find(([other]) => other === name)?.[1]).toHaveLength(list.size);
  });

  it('is spelled in words.ts and nowhere else', () => {
    const again = ROOMS.flatMap(filesOf)
      .filter((file) => file !== join('meeting', 'words.ts'))
      .flatMap((file) => spellings(readFileSync(join(root, file), 'utf8'), file));
    expect(again).toEqual([]);
  });

  it('would be seen if it were spelled again', () => {
    const seen = (text: string) => spellings(text, 'a.ts').length;
    expect(seen(`type A = 'approved' | 'rejected' | null;`)).toBe(1);
    expect(seen(`const TARGETS: readonly PublicationTarget[] = ['lists', 'closedLists', 'channel'];`)).toBe(1);
    expect(seen(`const CODES = ['approved', 'rejected'] as const;`)).toBe(1);
    expect(seen(`const a = v.picklist(['approved', 'rejected']);`)).toBe(1);
    expect(seen(`type A = Extract<OutcomeCode, 'approved' | 'rejected'>;`)).toBe(0);
    expect(seen(`const SOME = ['approved', 'rejected'] as const satisfies readonly OutcomeCode[];`)).toBe(0);
    expect(seen(`const SOME: readonly OutcomeCode[] = ['approved', 'rejected'];`)).toBe(0);
    expect(seen(`type A = 'approved' | 'unheardOf';`)).toBe(0);
  });
});
