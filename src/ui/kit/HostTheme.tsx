import { FluentProvider, type Theme as FluentTheme } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { Theme } from '../../host/host.ts';
import { useHost } from './CommandsContext.tsx';
import { loadedTheme, loadTheme } from './themes/loadTheme.ts';
import { usePrinting } from './usePrinting.ts';

/** Wears the host's colours, and changes with them. `first` are those of the host's theme at the start. */
export function HostTheme({ first, children }: { first: FluentTheme; children: ReactNode }) {
  const host = useHost();
  const [theme, setTheme] = useState(first);
  useEffect(() => {
    let wanted = host.theme;
    const wear = (name: Theme) => {
      wanted = name;
      // Where the colours do not come (no connection) the old ones stay: still readable, only not the host's.
      loadTheme(name).then(
        (colours) => name === wanted && setTheme(colours),
        () => undefined,
      );
    };
    const stop = host.onTheme(wear);
    // The host may have changed while the first colours were on their way.
    wear(host.theme);
    // Paper is white in every theme, and printing does not wait for a file to come.
    const timer = setTimeout(() => void loadTheme('light').catch(() => undefined), 3000);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [host]);
  const printing = usePrinting();
  return <FluentProvider theme={printing ? (loadedTheme('light') ?? theme) : theme}>{children}</FluentProvider>;
}
