import type { Trace } from '../contract.ts';
import type { GraphMiddleware } from '../requestContext.ts';

/** Tells about each try when it is over, however it ended. */
export function trace(tell: (trace: Trace) => void): GraphMiddleware {
  return async (context, next) => {
    const start = performance.now();
    try {
      await next();
    } finally {
      tell({
        method: context.method,
        url: context.url,
        attempt: context.attempt,
        status: context.answer?.status ?? null,
        milliseconds: performance.now() - start,
        requestId: context.answer?.headers['request-id'] ?? null,
        clientRequestId: context.clientRequestId,
      });
    }
  };
}
