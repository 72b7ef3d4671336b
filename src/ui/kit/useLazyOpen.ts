import { useCallback, useRef, useState, type RefObject } from 'react';

/**
 * A dialog that is fetched when it is first opened, and stays in place to close properly: taken away while open it would leave
 * the page hidden from screen readers. Closing gives the focus back to where it was.
 */
export interface LazyOpen {
  /** Has it been opened before, so that it belongs on the page? */
  readonly mounted: boolean;
  readonly open: boolean;
  readonly show: () => void;
  readonly hide: () => void;
}

/** @param fallback takes the focus where what had it is gone by then, e.g. a button that the dialog's command removed */
export function useLazyOpen(fallback?: RefObject<HTMLElement | null>): LazyOpen {
  const [state, setState] = useState({ mounted: false, open: false });
  const cameFrom = useRef<Element | null>(null);
  const show = useCallback(() => {
    cameFrom.current = document.activeElement;
    setState({ mounted: true, open: true });
  }, []);
  const hide = () => {
    setState((now) => ({ ...now, open: false }));
    setTimeout(() => {
      const target =
        cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected && cameFrom.current !== document.body
          ? cameFrom.current
          : fallback?.current;
      target?.focus();
    }, 0);
  };
  return { ...state, show, hide };
}
