import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore, type ReactNode } from 'react';
import type { Theme } from '../../host/host.ts';
import { useHost } from './CommandsContext.tsx';
import { usePrinting } from './usePrinting.ts';

const THEMES = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme } as const satisfies Record<Theme, object>;

/** Wears the host's colours, and changes with them. */
export function HostTheme({ children }: { children: ReactNode }) {
  const host = useHost();
  const theme = useSyncExternalStore(
    (changed) => host.onTheme(changed),
    () => host.theme,
  );
  // Paper is white in every theme.
  const printing = usePrinting();
  return <FluentProvider theme={printing ? teamsLightTheme : THEMES[theme]}>{children}</FluentProvider>;
}
