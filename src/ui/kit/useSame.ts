import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * One and the same function for as long as the component stands, which does what it would do as it was last drawn: for parts that are not drawn anew
 * unless what they show has changed. For what happens, not for what is asked while drawing.
 */
export function useSame<Args extends readonly unknown[], Answer>(act: (...args: Args) => Answer): (...args: Args) => Answer {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
