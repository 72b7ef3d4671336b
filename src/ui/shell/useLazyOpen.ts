import { useCallback, useState } from 'react';

/** A dialog that is fetched when it is first opened, and stays in place to close properly: taken away while open it would leave the page hidden from screen readers. */
export interface LazyOpen {
  /** Has it been opened before, so that it belongs on the page? */
  readonly mounted: boolean;
  readonly open: boolean;
  readonly show: () => void;
  readonly hide: () => void;
}

export function useLazyOpen(): LazyOpen {
  const [state, setState] = useState({ mounted: false, open: false });
  const show = useCallback(() => setState({ mounted: true, open: true }), []);
  const hide = useCallback(() => setState((now) => ({ ...now, open: false })), []);
  return { ...state, show, hide };
}
