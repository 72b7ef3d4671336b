import type { Link } from '../ticket.ts';

/** One line for a log: no bodies, no tokens, nobody's words. */
export interface Trace {
  readonly method: string;
  /** Address as asked. */
  readonly url: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** null when no answer came. */
  readonly status: number | null;
  readonly milliseconds: number;
  readonly requestId: string | null;
  readonly clientRequestId: string;
}

/** Tells about each try when it is over, however it ended. */
export function trace(tell: (trace: Trace) => void): Link {
  return async (ticket, next) => {
    const start = performance.now();
    try {
      await next();
    } finally {
      tell({
        method: ticket.method,
        url: ticket.url,
        attempt: ticket.attempt,
        status: ticket.answer?.status ?? null,
        milliseconds: performance.now() - start,
        requestId: ticket.answer?.headers['request-id'] ?? null,
        clientRequestId: ticket.clientRequestId,
      });
    }
  };
}
