const FIRST_PAUSE = 3_000;
const LONGEST_PAUSE = 60_000;

/** When what waits is tried again by itself. */
export interface RetryTimer {
  /** Tries again after a pause, which doubles from one time to the next. */
  later(): void;
  /** Something got through: the next pause is the shortest again. */
  reset(): void;
  close(): void;
}

export function createRetryTimer(go: () => void): RetryTimer {
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let closed = false;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  // The connection is back: nobody waits out the pause. (Node has no such news.)
  const online = (): void => {
    if (timer === null) return;
    stop();
    pause = FIRST_PAUSE;
    go();
  };
  globalThis.addEventListener?.('online', online);
  return {
    later() {
      if (timer !== null || closed) return;
      timer = setTimeout(() => {
        timer = null;
        go();
      }, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    },
    reset: () => void (pause = FIRST_PAUSE),
    close() {
      closed = true;
      stop();
      globalThis.removeEventListener?.('online', online);
    },
  };
}
