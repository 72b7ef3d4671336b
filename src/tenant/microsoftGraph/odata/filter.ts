import { malformed } from '../gateway/graphError.ts';

export type Operator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
export type Literal = string | number | boolean | null;

/** The part of OData's $filter grammar that Graph's services take. Paths are as written, e.g. `fields/MeetingKey`. */
export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; inner: Filter }
  | { kind: 'compare'; path: string; operator: Operator; value: Literal }
  | { kind: 'call'; name: 'startswith' | 'endswith' | 'contains'; path: string; value: string }
  | { kind: 'in'; path: string; values: Literal[] }
  | { kind: 'any'; path: string; variable: string; inner: Filter };

interface Token {
  kind: 'word' | 'text' | 'number' | 'date' | 'sign';
  value: string;
  at: number;
}

const shapes: [Token['kind'], RegExp][] = [
  ['text', /'(?:[^']|'')*'/y],
  ['date', /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?/y],
  ['number', /-?\d+(?:\.\d+)?(?![\w-])/y],
  ['word', /[A-Za-z_\u00c0-\u024f][\w.\u00c0-\u024f-]*(?:\/[A-Za-z_\u00c0-\u024f][\w.\u00c0-\u024f-]*)*/y],
  ['sign', /[(),:]/y],
];

/** @throws GraphError 400 naming the position, as Graph does for a filter that is not OData */
export function parseFilter(text: string): Filter {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const isWord = (word: string): boolean => peek()?.kind === 'word' && peek()?.value.toLowerCase() === word;
  const fail = (): never => {
    const token = peek();
    throw malformed(
      token
        ? `Invalid filter clause: Syntax error at position ${token.at + 1} in '${text}'.`
        : `Invalid filter clause: Syntax error at position ${text.length} in '${text}'.`,
    );
  };
  const take = (kind: Token['kind'], value?: string): Token => {
    const token = peek();
    if (!token || token.kind !== kind || (value !== undefined && token.value !== value)) return fail();
    at += 1;
    return token;
  };

  const either = (): Filter => {
    let left = both();
    while (isWord('or')) {
      at += 1;
      left = { kind: 'or', left, right: both() };
    }
    return left;
  };
  const both = (): Filter => {
    let left = single();
    while (isWord('and')) {
      at += 1;
      left = { kind: 'and', left, right: single() };
    }
    return left;
  };
  const single = (): Filter => {
    if (isWord('not')) {
      at += 1;
      return { kind: 'not', inner: single() };
    }
    if (peek()?.value === '(' && peek()?.kind === 'sign') {
      at += 1;
      const inner = either();
      take('sign', ')');
      return inner;
    }
    const path = take('word').value;
    if (peek()?.kind === 'sign' && peek()?.value === '(') return call(path);
    const operator = take('word').value.toLowerCase();
    if (operator === 'in') return { kind: 'in', path, values: list() };
    if (!['eq', 'ne', 'gt', 'ge', 'lt', 'le'].includes(operator)) {
      at -= 1;
      return fail();
    }
    return { kind: 'compare', path, operator: operator as Operator, value: literal() };
  };
  const call = (written: string): Filter => {
    take('sign', '(');
    const name = written.toLowerCase();
    if (name === 'startswith' || name === 'endswith' || name === 'contains') {
      const path = take('word').value;
      take('sign', ',');
      const value = literal();
      if (typeof value !== 'string') return fail();
      take('sign', ')');
      if (isWord('eq')) {
        at += 1;
        if (literal() !== true) return fail();
      }
      return { kind: 'call', name, path, value };
    }
    const slash = written.lastIndexOf('/');
    if (slash > 0 && written.slice(slash + 1).toLowerCase() === 'any') {
      const variable = take('word').value;
      take('sign', ':');
      const inner = either();
      take('sign', ')');
      return { kind: 'any', path: written.slice(0, slash), variable, inner };
    }
    throw malformed(`Invalid filter clause: An unknown function with name '${written}' was found.`);
  };
  const list = (): Literal[] => {
    take('sign', '(');
    const values = [literal()];
    while (peek()?.value === ',') {
      at += 1;
      values.push(literal());
    }
    take('sign', ')');
    return values;
  };
  const literal = (): Literal => {
    const token = peek();
    at += 1;
    switch (token?.kind) {
      case 'text':
        return token.value.slice(1, -1).replaceAll("''", "'");
      case 'date':
        return token.value;
      case 'number':
        return Number(token.value);
      case 'word': {
        const word = token.value.toLowerCase();
        if (word === 'true' || word === 'false') return word === 'true';
        if (word === 'null') return null;
      }
    }
    at -= 1;
    return fail();
  };

  const filter = either();
  return at < tokens.length ? fail() : filter;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const found = shapes.map(([kind, shape]) => ({ kind, value: matchAt(shape, text, at) })).find(({ value }) => value !== undefined);
    if (found?.value === undefined)
      throw malformed(`Invalid filter clause: Syntax error: character '${text.charAt(at)}' is not valid at position ${at} in '${text}'.`);
    tokens.push({ kind: found.kind, value: found.value, at });
    at += found.value.length;
  }
  if (tokens.length === 0) throw malformed('Invalid filter clause: the filter is empty.');
  return tokens;
}

function matchAt(shape: RegExp, text: string, at: number): string | undefined {
  shape.lastIndex = at;
  return shape.exec(text)?.[0];
}

/** Whether a value read by `read(path)` satisfies the filter. Texts are compared without regard to case, as Graph's services do. */
export function satisfies(filter: Filter, read: (path: string) => unknown): boolean {
  switch (filter.kind) {
    case 'and':
      return satisfies(filter.left, read) && satisfies(filter.right, read);
    case 'or':
      return satisfies(filter.left, read) || satisfies(filter.right, read);
    case 'not':
      return !satisfies(filter.inner, read);
    case 'in':
      return filter.values.some((value) => compare(read(filter.path), 'eq', value));
    case 'compare':
      return compare(read(filter.path), filter.operator, filter.value);
    case 'call': {
      const value = read(filter.path);
      if (typeof value !== 'string') return false;
      const [text, part] = [value.toLowerCase(), filter.value.toLowerCase()];
      return filter.name === 'startswith' ? text.startsWith(part) : filter.name === 'endswith' ? text.endsWith(part) : text.includes(part);
    }
    case 'any': {
      const values = read(filter.path);
      if (!Array.isArray(values)) return false;
      const prefix = `${filter.variable}/`;
      return values.some((value: unknown) =>
        satisfies(filter.inner, (path) => (path.startsWith(prefix) ? valueAt(value, path.slice(prefix.length)) : value)),
      );
    }
  }
}

export function compare(value: unknown, operator: Operator, wanted: Literal): boolean {
  if (value === undefined || value === null || wanted === null) {
    const same = (value ?? null) === wanted;
    return operator === 'eq' ? same : operator === 'ne' ? !same : false;
  }
  const [a, b] = comparable(value, wanted);
  switch (operator) {
    case 'eq':
      return a === b;
    case 'ne':
      return a !== b;
    case 'gt':
      return a > b;
    case 'ge':
      return a >= b;
    case 'lt':
      return a < b;
    case 'le':
      return a <= b;
  }
}

const dateShape = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/;

function comparable(value: unknown, wanted: string | number | boolean): [string | number, string | number] {
  if (typeof wanted === 'number' || typeof wanted === 'boolean') return [Number(value), Number(wanted)];
  const text = String(value);
  if (dateShape.test(text) && dateShape.test(wanted)) return [Date.parse(zoned(text)), Date.parse(zoned(wanted))];
  return [text.toLowerCase(), wanted.toLowerCase()];
}

function zoned(date: string): string {
  return /Z$|[+-]\d{2}:\d{2}$/.test(date) || !date.includes('T') ? date : `${date}Z`;
}

/** Reads `a/b/c` out of nested objects, names in any case. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const step of path.split('/')) {
    if (typeof value !== 'object' || value === null) return undefined;
    const object = value as Record<string, unknown>;
    const name = step in object ? step : Object.keys(object).find((key) => key.toLowerCase() === step.toLowerCase());
    value = name === undefined ? undefined : object[name];
  }
  return value;
}

/** Every path a filter names. */
export function pathsIn(filter: Filter): string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...pathsIn(filter.left), ...pathsIn(filter.right)];
    case 'not':
      return pathsIn(filter.inner);
    default:
      return [filter.path];
  }
}
