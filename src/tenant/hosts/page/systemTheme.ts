import type { Theme, ThemeChoice } from './address.ts';

const contrast = '(forced-colors: active)';
const dark = '(prefers-color-scheme: dark)';

/** The theme the operating system shows, as Teams follows it unless told otherwise. */
function systemTheme(): Theme {
  if (matchMedia(contrast).matches) return 'contrast';
  return matchMedia(dark).matches ? 'dark' : 'default';
}

/** The theme of a choice. */
export const themeOf = (choice: ThemeChoice): Theme => (choice === 'system' ? systemTheme() : choice);

/** Tells that the operating system's theme may have changed. */
export function onSystemTheme(listener: () => void): void {
  for (const query of [contrast, dark]) matchMedia(query).addEventListener('change', listener);
}
