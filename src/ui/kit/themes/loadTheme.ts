import type { Theme as FluentTheme } from '@fluentui/react-components';
import type { Theme } from '../../../host/host.ts';

const loaded = new Map<Theme, FluentTheme>();

const modules = {
  light: () => import('./light.ts'),
  dark: () => import('./dark.ts'),
  contrast: () => import('./contrast.ts'),
} as const satisfies Record<Theme, () => Promise<{ theme: FluentTheme }>>;

/** Fetches the colours of one theme; each is a chunk of its own, since a reader needs one of the three. */
export async function loadTheme(name: Theme): Promise<FluentTheme> {
  const { theme } = await modules[name]();
  loaded.set(name, theme);
  return theme;
}

/** The colours of a theme that has been fetched already. */
export function loadedTheme(name: Theme): FluentTheme | undefined {
  return loaded.get(name);
}
