import { AuthenticationHandler, AuthenticationHandlerOptions, Client, ResponseType, type Middleware } from '@microsoft/microsoft-graph-client';
import type { GraphOptions, Send, TokenQuery } from './contract.ts';
import { GraphFailure } from './failure.ts';
import { lastLook } from './middleware/lastLook.ts';
import { isOutlook, outlookQueue } from './middleware/outlookQueue.ts';
import { refusedToken } from './middleware/refusedToken.ts';
import { retry, type Patience } from './middleware/retry.ts';
import { sdkBoundary } from './middleware/sdkBoundary.ts';
import { trace } from './middleware/trace.ts';
import { transport } from './middleware/transport.ts';
import { RequestContext, sdkMiddleware } from './requestContext.ts';

/** Calls to one mailbox at a time; Exchange refuses the fifth, over all open windows (throttling-limits). */
const outlookAtATime = 3;

/** The Graph SDK with a chain of middleware of our own choice. */
export function createWire(options: GraphOptions & Patience): Send {
  const base = options.baseUrl.replace(/\/+$/, '');
  const { origin, hostname } = new URL(base);
  const token = { getAccessToken: (query?: { scopes?: string[] }) => options.token(query as TokenQuery) };
  const first = chain([
    sdkMiddleware(sdkBoundary),
    sdkMiddleware(retry(options)),
    sdkMiddleware(refusedToken),
    new AuthenticationHandler(token),
    sdkMiddleware(outlookQueue(outlookAtATime)),
    sdkMiddleware(lastLook),
    ...(options.onTrace ? [sdkMiddleware(trace(options.onTrace))] : []),
    sdkMiddleware(transport(options.fetch ?? ((input, init) => fetch(input, init)), options.timeLimit ?? 30)),
  ]);
  // The SDK hands the token to hosts it knows and to these only; it compares names without ports.
  const client = Client.initWithMiddleware({ baseUrl: base, middleware: first, customHosts: new Set([hostname]) });

  return async (request, { repeatable, outlook, claims, renew = false } = {}) => {
    const absolute = /^https?:\/\//i.test(request.path);
    if (absolute && new URL(request.path).origin !== origin) {
      throw new GraphFailure('A link leads away from Graph; the token stays here', { kind: 'fault', status: null, code: 'foreignLink' });
    }
    const context = new RequestContext(request, {
      url: absolute ? request.path : base + request.path,
      repeatable: repeatable ?? request.method !== 'POST',
      outlook: outlook ?? isOutlook(absolute ? request.path.slice(base.length) : request.path),
      claims,
      renew,
    });
    // The SDK takes addresses apart and puts them together again in another order; the context's goes out instead.
    const api = client
      .api('/')
      .middlewareOptions([context, new AuthenticationHandlerOptions()])
      .responseType(ResponseType.RAW)
      .headers({ ...request.headers });
    await {
      GET: () => api.get(),
      POST: () => api.post(request.body),
      PATCH: () => api.patch(request.body),
      PUT: () => api.put(request.body),
      DELETE: () => api.delete(),
    }[request.method ?? 'GET']();
    if (context.thrown !== undefined) throw context.thrown;
    if (context.answer === null) throw new Error('The chain ended without an answer');
    return context.answer;
  };
}

function chain(links: readonly Middleware[]): Middleware {
  links.forEach((link, index) => {
    const next = links[index + 1];
    if (next !== undefined) link.setNext?.(next);
  });
  const first = links[0];
  if (first === undefined) throw new Error('A chain needs a link');
  return first;
}
