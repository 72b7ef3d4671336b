import { pages } from '@microsoft/teams-js';
import type { AppConfig } from './config.ts';
import type { HostFailure } from './host.ts';
import { startTeams } from './teams.ts';

/** The page on which a person adds the tab to a channel or a meeting. */
export interface TabConfig {
  /** Lights or dims Teams' own "Save". */
  setReady(ready: boolean): void;
  /**
   * What to do when the person presses Save: `settings` is asked, stored with Teams, and Teams is answered exactly once.
   * Whatever `settings` throws is told to Teams as the reason, and to `onFailure`.
   */
  onSave(settings: () => TabSettings | Promise<TabSettings>, onFailure: (error: unknown) => void): void;
}

export interface TabSettings {
  readonly entityId: string;
  readonly contentUrl: string;
  /** Where the tab is opened in a browser. */
  readonly websiteUrl: string;
  readonly displayName: string;
}

/** Call after `createTeamsHost`, or instead of it: shakes hands with Teams if nobody has. Throws {@link HostFailure} HostSilent. */
export async function createTabConfig(config: AppConfig): Promise<TabConfig> {
  await startTeams(config);
  return {
    setReady: (ready) => pages.config.setValidityState(ready),
    onSave: (settings, onFailure) =>
      pages.config.registerOnSaveHandler((event) => {
        void (async () => {
          try {
            const { entityId, contentUrl, websiteUrl, displayName } = await settings();
            await pages.config.setConfig({ entityId, contentUrl, websiteUrl, suggestedDisplayName: displayName });
            event.notifySuccess();
          } catch (error) {
            event.notifyFailure(error instanceof Error ? error.message : String(error));
            onFailure(error);
          }
        })();
      }),
  };
}

export type { HostFailure };
