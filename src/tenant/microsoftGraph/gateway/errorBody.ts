import type { GraphError } from './graphError.ts';

/** Graph's error shape. `innerError` carries date (no zone, as Graph writes it) and both request ids; a finer code is nested first. */
export function errorBody(error: GraphError, trace: { requestId: string; clientRequestId: string | undefined }): { error: Record<string, unknown> } {
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        ...(error.innerCode === undefined ? {} : { code: error.innerCode }),
        date: new Date().toISOString().slice(0, 19),
        'request-id': trace.requestId,
        'client-request-id': trace.clientRequestId ?? trace.requestId,
      },
    },
  };
}
