import { GraphFailure } from '../failure.ts';
import type { GraphMiddleware } from '../requestContext.ts';

/**
 * The last of the chain: one try over the network, body included, within `timeLimit` seconds. Gives each try an id of its own
 * for Microsoft's support (client-request-id). Throws GraphFailure 'offline' when no whole answer came.
 */
export function transport(send: typeof fetch, ordinaryLimit: number): GraphMiddleware {
  return async (context, _next, sdk) => {
    context.clientRequestId = crypto.randomUUID();
    const { timeLimit = ordinaryLimit } = context.request;
    const abort = new AbortController();
    const limit = setTimeout(() => abort.abort(), timeLimit * 1000);
    try {
      const headers = { ...(sdk.options?.headers as Record<string, string>), 'client-request-id': context.clientRequestId };
      const response = await send(context.url, { ...sdk.options, headers, signal: abort.signal });
      const text = await response.text();
      context.answer = {
        status: response.status,
        headers: { 'client-request-id': context.clientRequestId, ...Object.fromEntries(response.headers) },
        body: bodyOf(text, response.headers.get('content-type')),
      };
    } catch (cause) {
      const late = abort.signal.aborted;
      throw new GraphFailure(`${context.method} ${context.request.path}: ${late ? `no answer in ${timeLimit} seconds` : 'the connection failed'}`, {
        kind: 'offline',
        status: null,
        code: late ? 'timeLimit' : 'noConnection',
        clientRequestId: context.clientRequestId,
        uncertain: context.method !== 'GET' && globalThis.navigator?.onLine !== false,
        cause,
      });
    } finally {
      clearTimeout(limit);
    }
  };
}

/** JSON as data; anything else, such as a proxy's page, as text, which no parser of ours will take for an answer. */
function bodyOf(text: string, type: string | null): unknown {
  if (text === '') return null;
  if (type !== null && !/\bjson\b/i.test(type)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
