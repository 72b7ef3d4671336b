import type { Theme as FluentTheme } from '@fluentui/react-components';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { Suspense, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Commands } from '../../commands/commands.ts';
import { useRefreshWhenSent } from '../queries/useUnsent.ts';
import { ErrorBoundary } from '../kit/states/ErrorBoundary.tsx';
import { Loading } from '../kit/states/Loading.tsx';
import { CommandsProvider, useHost } from '../kit/CommandsContext.tsx';
import { Frame } from './Frame.tsx';
import { HostTheme } from '../kit/HostTheme.tsx';
import { LiveRegion } from '../kit/LiveRegion.tsx';
import { Notices } from '../kit/Notices.tsx';
import { Refusals } from '../kit/Refusals.tsx';
import { printRoute } from '../kit/route.ts';
import { Screen } from './Screen.tsx';
import { useRoute } from '../kit/useRoute.ts';

export interface AppProps {
  readonly commands: Commands;
  readonly i18n: I18n;
  /** The colours of the host's theme at the start. */
  readonly theme: FluentTheme;
  readonly queries: QueryClient;
  /** Teams' configuration page only: may the host's "Gem" be pressed? */
  readonly onConfigReady?: ((valid: boolean) => void) | undefined;
}

/** Everything every screen stands in: words, colours, server state, what is told and what is caught. */
export function App({ commands, i18n, theme, queries, onConfigReady }: AppProps) {
  return (
    <I18nextProvider i18n={i18n}>
      <CommandsProvider commands={commands}>
        <QueryClientProvider client={queries}>
          <HostTheme first={theme}>
            <LiveRegion>
              <Notices>
                <ErrorBoundary resetKey="app">
                  <Page onConfigReady={onConfigReady} />
                </ErrorBoundary>
              </Notices>
            </LiveRegion>
          </HostTheme>
        </QueryClientProvider>
      </CommandsProvider>
    </I18nextProvider>
  );
}

function Page({ onConfigReady }: Pick<AppProps, 'onConfigReady'>) {
  const host = useHost();
  const route = useRoute(host.address);
  useRefreshWhenSent();
  // The page has a shape now; what it holds says for itself whether it is on its way or failed.
  useEffect(() => host.shown(), [host]);
  return (
    <Frame route={route}>
      <Refusals>
        <ErrorBoundary resetKey={printRoute(route)}>
          <Suspense fallback={<Loading />}>
            <Screen route={route} onConfigReady={onConfigReady} />
          </Suspense>
        </ErrorBoundary>
      </Refusals>
    </Frame>
  );
}
