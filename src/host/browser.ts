import { addressInHash, openInBrowser } from './address.ts';
import { languageOf, onSystemTheme, systemTheme, ThemeNews } from './appearance.ts';
import type { AppConfig } from './config.ts';
import type { Host } from './host.ts';
import { lazily } from './signIn/lazily.ts';
import { createRedirectSignIn } from './signIn/redirect.ts';

/** The plain browser: for those who came by a link, and for clients that cannot host the app. */
export function createBrowserHost(config: AppConfig, page: Window = window): Host {
  const theme = new ThemeNews(systemTheme(page));
  onSystemTheme(page, (now) => theme.tell(now));
  const signIn = lazily(() => createRedirectSignIn(config));
  return {
    kind: 'browser',
    surface: 'page',
    language: languageOf(page.navigator.languages[0] ?? page.navigator.language),
    get theme() {
      return theme.now;
    },
    onTheme: (listener) => theme.listen(listener),
    meeting: { kind: 'none' },
    channel: null,
    address: addressInHash(page.location.hash),
    signIn,
    // Signing in that cannot begin is told by whoever asks for a token.
    expectedId: () => signIn.expectedId().catch(() => null),
    invitation: null,
    openLink: (url) => openInBrowser(page, url),
    // A browser tab has nobody to tell.
    shown: () => undefined,
    failed: () => undefined,
  };
}
