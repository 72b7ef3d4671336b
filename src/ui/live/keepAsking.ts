import { spreadPace } from '../../meeting/askingPace.ts';
import { isFailure } from '../../meeting/errors.ts';

/** How the asking went so far. */
export interface Asked {
  readonly isFirst: boolean;
  readonly failures: number;
  /** Seconds the service asked to be left alone for. */
  readonly putOff: number | null;
}

interface Keeping {
  readonly ask: () => Promise<void>;
  /** Milliseconds from the last answer to the next question, as things stand; null while nothing is asked. */
  readonly pace: (asked: Asked) => number | null;
  /** From 0 to 1, drawn anew for each question. */
  readonly chance?: () => number;
}

export interface Asker {
  /** Things stand otherwise than when the next question was set: sets it anew, which may be now. */
  again(): void;
  stop(): void;
}

/** Asks again and again at the pace that is told, one question at a time. The first of many pages that open at once is spread over all of its pace. */
export function keepAsking({ ask, pace, chance = Math.random }: Keeping): Asker {
  let asked: Asked = { isFirst: true, failures: 0, putOff: null };
  let since = Date.now();
  let drawn = chance();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let isStopped = false;

  function again(): void {
    clearTimeout(timer);
    if (isAsking || isStopped) return;
    const wait = pace(asked);
    if (wait === null) return;
    const spread = asked.isFirst && asked.failures === 0 ? wait * drawn : spreadPace(wait, drawn, asked.putOff);
    timer = setTimeout(() => void turn(), Math.max(0, since + spread - Date.now()));
  }

  async function turn(): Promise<void> {
    isAsking = true;
    try {
      await ask();
      asked = { isFirst: false, failures: 0, putOff: null };
    } catch (error) {
      asked = { ...asked, failures: asked.failures + 1, putOff: isFailure(error) ? error.retryAfter : null };
    }
    isAsking = false;
    since = Date.now();
    drawn = chance();
    again();
  }

  again();
  return {
    again,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
