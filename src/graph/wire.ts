import { AuthenticationHandler, AuthenticationHandlerOptions, Client, ResponseType, type Middleware } from '@microsoft/microsoft-graph-client';
import type { GraphAnswer, GraphOptions, GraphRequest, TokenQuery } from './client.ts';
import { GraphFailure } from './failure.ts';
import { claimsChallenge } from './middleware/claimsChallenge.ts';
import { entrance } from './middleware/entrance.ts';
import { isOutlook, outlookQueue } from './middleware/outlookQueue.ts';
import { retry } from './middleware/retry.ts';
import { trace } from './middleware/trace.ts';
import { transport } from './middleware/transport.ts';
import { middleware, Ticket } from './ticket.ts';

export interface SendOptions {
  /** May it be sent again after a cut connection? Default: yes for all but POST. */
  readonly repeatable?: boolean;
  /** Does it count against the mailbox's limit of calls at a time? Default: told by the path. */
  readonly outlook?: boolean;
  /** Claims that a challenge inside a batch asked for. */
  readonly claims?: string;
}

/** Sends a request and gives whatever the service answered; throws GraphFailure of kind 'offline' when it did not. */
export type Send = (request: GraphRequest, options?: SendOptions) => Promise<GraphAnswer>;

/** Calls to one mailbox at a time; Exchange refuses the fifth, over all open windows (throttling-limits). */
const outlookAtATime = 3;

/** The Graph SDK with a chain of middleware of our own choice. */
export function createWire(options: GraphOptions & { readonly maxWait: number }): Send {
  const base = options.baseUrl.replace(/\/+$/, '');
  const { origin, hostname } = new URL(base);
  const token = { getAccessToken: (query?: { scopes?: string[] }) => options.token(query as TokenQuery) };
  const first = chain([
    middleware(entrance),
    middleware(retry(options.maxWait)),
    middleware(claimsChallenge),
    new AuthenticationHandler(token),
    middleware(outlookQueue(outlookAtATime)),
    ...(options.onTrace ? [middleware(trace(options.onTrace))] : []),
    middleware(transport(options.fetch ?? ((input, init) => fetch(input, init)), options.timeLimit ?? 30)),
  ]);
  // The SDK hands the token to hosts it knows and to these only; it compares names without ports.
  const client = Client.initWithMiddleware({ baseUrl: base, middleware: first, customHosts: new Set([hostname]) });

  return async (request, { repeatable, outlook, claims } = {}) => {
    const absolute = /^https?:\/\//i.test(request.path);
    if (absolute && new URL(request.path).origin !== origin) {
      throw new GraphFailure('A link leads away from Graph; the token stays here', { kind: 'fault', status: null, code: 'foreignLink' });
    }
    const ticket = new Ticket(request, {
      url: absolute ? request.path : base + request.path,
      repeatable: repeatable ?? request.method !== 'POST',
      outlook: outlook ?? isOutlook(absolute ? request.path.slice(base.length) : request.path),
      claims,
    });
    // The SDK takes addresses apart and puts them together again in another order; the ticket's goes out instead.
    const api = client
      .api('/')
      .middlewareOptions([ticket, new AuthenticationHandlerOptions()])
      .responseType(ResponseType.RAW)
      .headers({ ...request.headers });
    await {
      GET: () => api.get(),
      POST: () => api.post(request.body),
      PATCH: () => api.patch(request.body),
      PUT: () => api.put(request.body),
      DELETE: () => api.delete(),
    }[request.method ?? 'GET']();
    if (ticket.thrown !== undefined) throw ticket.thrown;
    if (ticket.answer === null) throw new Error('The chain ended without an answer');
    return ticket.answer;
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
