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
  return new FilterReader(text).read();
}

/** Reads a filter from left to right, one method for each rule of the grammar (recursive descent). */
class FilterReader {
  readonly #text: string;
  readonly #tokens: Token[];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  read(): Filter {
    const filter = this.#either();
    return this.#at < this.#tokens.length ? this.#fail() : filter;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  /** Steps over a word, if it comes next. */
  #skipWord(word: string): boolean {
    const token = this.#peek();
    const isNext = token?.kind === 'word' && token.value.toLowerCase() === word;
    if (isNext) this.#at += 1;
    return isNext;
  }

  #isSign(sign: string): boolean {
    const token = this.#peek();
    return token?.kind === 'sign' && token.value === sign;
  }

  #take(kind: Token['kind'], value?: string): Token {
    const token = this.#peek();
    if (!token || token.kind !== kind || (value !== undefined && token.value !== value)) return this.#fail();
    this.#at += 1;
    return token;
  }

  #fail(): never {
    const token = this.#peek();
    const position = token ? token.at + 1 : this.#text.length;
    throw malformed(`Invalid filter clause: Syntax error at position ${position} in '${this.#text}'.`);
  }

  #either(): Filter {
    let left = this.#both();
    while (this.#skipWord('or')) left = { kind: 'or', left, right: this.#both() };
    return left;
  }

  #both(): Filter {
    let left = this.#single();
    while (this.#skipWord('and')) left = { kind: 'and', left, right: this.#single() };
    return left;
  }

  #single(): Filter {
    if (this.#skipWord('not')) return { kind: 'not', inner: this.#single() };
    if (this.#isSign('(')) return this.#inBrackets(() => this.#either());
    const path = this.#take('word').value;
    if (this.#isSign('(')) return this.#call(path);
    const operator = this.#take('word').value.toLowerCase();
    if (operator === 'in') return { kind: 'in', path, values: this.#list() };
    if (!isOperator(operator)) {
      this.#at -= 1;
      return this.#fail();
    }
    return { kind: 'compare', path, operator, value: this.#literal() };
  }

  #inBrackets<T>(read: () => T): T {
    this.#take('sign', '(');
    const inner = read();
    this.#take('sign', ')');
    return inner;
  }

  #call(written: string): Filter {
    const name = written.toLowerCase();
    if (name === 'startswith' || name === 'endswith' || name === 'contains') {
      const { path, value } = this.#inBrackets(() => {
        const text = this.#take('word').value;
        this.#take('sign', ',');
        const part = this.#literal();
        return typeof part === 'string' ? { path: text, value: part } : this.#fail();
      });
      // `startswith(x,'y') eq true` is the same.
      if (this.#skipWord('eq') && this.#literal() !== true) return this.#fail();
      return { kind: 'call', name, path, value };
    }
    const slash = written.lastIndexOf('/');
    if (slash <= 0 || written.slice(slash + 1).toLowerCase() !== 'any')
      throw malformed(`Invalid filter clause: An unknown function with name '${written}' was found.`);
    return this.#inBrackets(() => {
      const variable = this.#take('word').value;
      this.#take('sign', ':');
      return { kind: 'any', path: written.slice(0, slash), variable, inner: this.#either() };
    });
  }

  #list(): Literal[] {
    return this.#inBrackets(() => {
      const values = [this.#literal()];
      while (this.#isSign(',')) {
        this.#at += 1;
        values.push(this.#literal());
      }
      return values;
    });
  }

  #literal(): Literal {
    const token = this.#peek();
    this.#at += 1;
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
    this.#at -= 1;
    return this.#fail();
  }
}

function isOperator(word: string): word is Operator {
  return ['eq', 'ne', 'gt', 'ge', 'lt', 'le'].includes(word);
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
