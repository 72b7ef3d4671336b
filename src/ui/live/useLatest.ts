import { useEffect, useRef, type RefObject } from 'react';

/** What was last drawn, for what runs between two drawings. Ask for it before the effects that read it. */
export function useLatest<Value>(value: Value): RefObject<Value> & { readonly current: Value } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
