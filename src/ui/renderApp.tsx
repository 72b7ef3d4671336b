import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Commands } from '../commands/commands.ts';
import { createI18n } from './i18n/createI18n.ts';
import { App } from './app/App.tsx';
import { createQueryClient } from './kit/queryClient.ts';
import { loadTheme } from './kit/themes/loadTheme.ts';

export interface RenderOptions {
  readonly commands: Commands;
  /** Teams' configuration page only: tells the entry whether the host's "Gem" may be pressed. */
  readonly onConfigReady?: (valid: boolean) => void;
}

/** Puts the app into the page. The words of the host's language and the colours of its theme are there before anything is drawn. Returns how to take it down. */
export async function renderApp(element: HTMLElement, { commands, onConfigReady }: RenderOptions): Promise<() => void> {
  const { language, theme } = commands.host;
  document.documentElement.lang = language;
  const [i18n, colours] = await Promise.all([createI18n(language), loadTheme(theme)]);
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <App commands={commands} i18n={i18n} theme={colours} queries={createQueryClient()} onConfigReady={onConfigReady} />
    </StrictMode>,
  );
  return () => root.unmount();
}
