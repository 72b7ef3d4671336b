import type { Language, Theme } from './host.ts';

/** Danish for Danish locales ("da", "da-DK"); English for all others. */
export function languageOf(locale: string | null | undefined): Language {
  return /^da\b/i.test(locale ?? '') ? 'da' : 'en';
}

const darkness = '(prefers-color-scheme: dark)';
const contrast = '(forced-colors: active)';

/** The theme that the browser and its system ask for. */
export function systemTheme(page: Window): Theme {
  if (page.matchMedia(contrast).matches) return 'contrast';
  return page.matchMedia(darkness).matches ? 'dark' : 'light';
}

/** Calls back when the system changes its mind, for as long as the page lives. */
export function onSystemTheme(page: Window, listener: (theme: Theme) => void): void {
  for (const query of [darkness, contrast]) page.matchMedia(query).addEventListener('change', () => listener(systemTheme(page)));
}

/** The theme now, and everyone who wants to hear of a change. */
export class ThemeNews {
  #now: Theme;
  readonly #listeners = new Set<(theme: Theme) => void>();

  constructor(now: Theme) {
    this.#now = now;
  }

  get now(): Theme {
    return this.#now;
  }

  tell(theme: Theme): void {
    if (theme === this.#now) return;
    this.#now = theme;
    for (const listener of this.#listeners) listener(theme);
  }

  listen(listener: (theme: Theme) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
