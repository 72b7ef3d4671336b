import { appConfig } from '../host/config.ts';
import { createTabConfig } from '../host/tabConfig.ts';
import { createTeamsHost } from '../host/teams.ts';
import { renderApp } from '../ui/renderApp.tsx';
import { compose } from './compose.ts';
import { showFailure } from './failurePage.ts';
import { failureWords } from './failureWords.ts';
import { rootElement } from './start.ts';

/** The page on which a team adds the tab. Teams' own button saves; we say when it may be pressed and what it saves. */
async function startTabConfig(): Promise<void> {
  const fail = (error: unknown) => showFailure(failureWords(error), { error, retry: () => location.reload() });
  try {
    const config = appConfig();
    const host = await createTeamsHost(config);
    const tab = await createTabConfig(config);
    tab.onSave(
      () => ({
        entityId: 'dagsorden',
        contentUrl: `${config.appOrigin}/tab.html`,
        websiteUrl: `${config.appOrigin}/index.html`,
        displayName: 'Dagsorden',
      }),
      fail,
    );
    await renderApp(rootElement(), { commands: compose(host, config), onConfigReady: (ready) => tab.setReady(ready) });
  } catch (error) {
    fail(error);
  }
}

void startTabConfig();
