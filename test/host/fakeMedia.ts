/** jsdom has no matchMedia: a system whose colours a test can choose and change. */
export class FakeMedia {
  #matching = new Set<string>();
  readonly #queries = new Map<string, EventTarget>();

  constructor() {
    window.matchMedia = ((query: string) => {
      const target = this.#queries.get(query) ?? new EventTarget();
      this.#queries.set(query, target);
      return Object.defineProperty(target, 'matches', { get: () => this.#matching.has(query), configurable: true });
    }) as typeof window.matchMedia;
  }

  choose(theme: 'light' | 'dark' | 'contrast'): void {
    this.#matching = new Set(theme === 'light' ? [] : theme === 'dark' ? ['(prefers-color-scheme: dark)'] : ['(forced-colors: active)']);
    for (const query of this.#queries.values()) query.dispatchEvent(new Event('change'));
  }
}
