import { malformed } from './graphError.ts';

const systemOptions = new Set(['select', 'expand', 'filter', 'orderby', 'top', 'skip', 'skiptoken', 'deltatoken', 'count', 'search', 'format']);

/** The query of a request. Option names are matched in any case and system options with or without their `$`, as Graph does. */
export class Query {
  readonly #values = new Map<string, string>();
  readonly #asked = new Set<string>();

  constructor(search: string) {
    for (const [name, value] of new URLSearchParams(search)) {
      const plain = name.startsWith('$') ? name.slice(1).toLowerCase() : name.toLowerCase();
      if (name.startsWith('$') && !systemOptions.has(plain)) throw malformed(`The query parameter '${name}' is not supported.`);
      if (this.#values.has(plain) && systemOptions.has(plain))
        throw malformed(`Query option '$${plain}' was specified more than once, but it must be specified at most once.`);
      this.#values.set(plain, value);
    }
  }

  /** The value of an option, named without `$` (`select`, `startdatetime`, …). */
  get(name: string): string | undefined {
    this.#asked.add(name.toLowerCase());
    return this.#values.get(name.toLowerCase());
  }

  /** The value of an option no handler has asked for so far. */
  left(name: string): string | undefined {
    return this.#asked.has(name) ? undefined : this.#values.get(name);
  }

  /** The value of an option, without counting as having asked for it. */
  glance(name: string): string | undefined {
    return this.#values.get(name);
  }

  has(name: string): boolean {
    this.#asked.add(name.toLowerCase());
    return this.#values.has(name.toLowerCase());
  }

  /** A whole number of at least `least`, or undefined when the option is absent; anything else is a 400. */
  count(name: string, least: number): number | undefined {
    const text = this.get(name);
    if (text === undefined) return undefined;
    if (!/^-?\d{1,9}$/.test(text))
      throw malformed(`Invalid value '${text}' for $${name} query option found. The $${name} query option requires a non-negative integer value.`);
    const value = Number(text);
    if (value < least)
      throw malformed(`Invalid value '${text}' for $${name} query option found. The $${name} query option requires a value of at least ${least}.`);
    return value;
  }

  names(): string[] {
    return [...this.#values.keys()];
  }
}
