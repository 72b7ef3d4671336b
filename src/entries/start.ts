import { appConfig, type AppConfig } from '../host/config.ts';
import type { Host } from '../host/host.ts';
import { compose } from './compose.ts';
import { showFailure } from './failurePage.ts';
import { failureWords } from './failureWords.ts';

/** Starts the app on a page: the host answers, the rooms are put together, the first screen is drawn. What fails is told in words, with a new try. */
export async function start(createHost: (config: AppConfig) => Host | Promise<Host>): Promise<void> {
  try {
    const config = appConfig();
    const [{ renderApp }, host] = await Promise.all([import(/* webpackMode: "eager" */ '../ui/renderApp.tsx'), createHost(config)]);
    await renderApp(rootElement(), { commands: compose(host, config) });
  } catch (error) {
    showFailure(failureWords(error), { error, retry: () => location.reload() });
  }
}

export function rootElement(): HTMLElement {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element with the id "root"');
  return root;
}
