import { useSyncExternalStore } from 'react';

/** From here on there is room for two columns: the agenda left, the open item right. Below it is a pane or a magnified page. */
export const WIDE = '(min-width: 900px)';

function listen(changed: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

export function useWide(): boolean {
  return useSyncExternalStore(listen, () => matchMedia(WIDE).matches);
}
