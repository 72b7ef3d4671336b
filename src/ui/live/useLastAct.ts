import { useEffect, useRef, useState, type MutableRefObject } from 'react';
import { useLatest } from './useLatest.ts';

/** Acts closer together than this are one. */
const TOGETHER = 10_000;

/**
 * When the person did something with the page last, in milliseconds of the epoch; when it was opened at first.
 * @param onAct told of each act after a pause
 */
export function useLastAct(onAct: () => void): MutableRefObject<number> {
  const [openedAt] = useState(() => Date.now());
  const last = useRef(openedAt);
  const tell = useLatest(onAct);
  useEffect(() => {
    const act = () => {
      const paused = Date.now() - last.current > TOGETHER;
      last.current = Date.now();
      if (paused) tell.current();
    };
    for (const name of ACTS) window.addEventListener(name, act, { passive: true });
    return () => {
      for (const name of ACTS) window.removeEventListener(name, act);
    };
  }, [tell]);
  return last;
}

const ACTS = ['keydown', 'pointerdown', 'wheel'] as const;
