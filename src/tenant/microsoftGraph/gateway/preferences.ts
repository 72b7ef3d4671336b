/** What the `Prefer` header asks for, and what of it was honoured (to be echoed in `Preference-Applied`). */
export class Preferences {
  readonly #asked = new Map<string, string>();
  readonly #applied: string[] = [];

  constructor(header: string | undefined) {
    for (const part of splitOutsideQuotes(header ?? '')) {
      const equals = part.indexOf('=');
      const name = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase();
      const value =
        equals < 0
          ? ''
          : part
              .slice(equals + 1)
              .trim()
              .replace(/^"(.*)"$/, '$1');
      if (name) this.#asked.set(name, value);
    }
  }

  /** The value asked for, by lower-case name; `''` when asked without one. */
  value(name: string): string | undefined {
    return this.#asked.get(name);
  }

  /** Notes that a preference was honoured, written as `outlook.timezone="Romance Standard Time"`. */
  apply(line: string): void {
    if (!this.#applied.includes(line)) this.#applied.push(line);
  }

  get applied(): string | undefined {
    return this.#applied.length > 0 ? this.#applied.join(', ') : undefined;
  }

  /** Outlook ids that stay the same when an item is moved (`Prefer: IdType="ImmutableId"`). */
  get immutableIds(): boolean {
    return this.value('idtype')?.toLowerCase() === 'immutableid';
  }
}

function splitOutsideQuotes(header: string): string[] {
  return header.match(/(?:[^,;"]|"[^"]*")+/g) ?? [];
}
