import { addressInHash, openInBrowser } from './address.ts';
import { languageOf, onSystemTheme, systemTheme } from './appearance.ts';
import type { AppConfig } from './config.ts';
import type { Host } from './host.ts';
import { lazily } from './signIn/lazily.ts';
import { createRedirectSignIn } from './signIn/redirect.ts';

/** The plain browser: for those who came by a link, and for clients that cannot host the app. */
export function createBrowserHost(config: AppConfig, page: Window = window): Host {
  return {
    kind: 'browser',
    surface: 'page',
    language: languageOf(page.navigator.languages[0] ?? page.navigator.language),
    get theme() {
      return systemTheme(page);
    },
    onTheme: (listener) => onSystemTheme(page, listener),
    meeting: { kind: 'none' },
    channel: null,
    address: addressInHash(page.location.hash),
    signIn: lazily(() => createRedirectSignIn(config)),
    invitation: null,
    openLink: (url) => openInBrowser(page, url),
    // A browser tab has nobody to tell.
    shown: () => undefined,
    failed: () => undefined,
  };
}
