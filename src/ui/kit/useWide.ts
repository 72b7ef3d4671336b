import { useCallback, useSyncExternalStore } from 'react';

/** From here on there is room for two columns: the agenda left, the open item right. Below it is a pane or a magnified page. */
export const WIDE = '(min-width: 900px)';
/** A pane beside a mail or a meeting, a phone, or a page magnified to as little: what is not the next step stands folded. */
export const NARROW = '(max-width: 479px)';

function useMedia(media: string): boolean {
  const listen = useCallback(
    (changed: () => void) => {
      const query = matchMedia(media);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    [media],
  );
  return useSyncExternalStore(listen, () => matchMedia(media).matches);
}

export const useWide = (): boolean => useMedia(WIDE);
export const useNarrow = (): boolean => useMedia(NARROW);
