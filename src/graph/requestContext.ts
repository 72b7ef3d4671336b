import type { Context, FetchOptions, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import type { GraphAnswer, GraphRequest } from './contract.ts';

/** What travels with one request through the chain of middleware. */
export class RequestContext implements MiddlewareOptions {
  readonly request: GraphRequest;
  readonly method: string;
  readonly url: string;
  /** May it be sent again after a cut connection? */
  readonly repeatable: boolean;
  /** Does it count against the mailbox's limit of calls at a time? */
  readonly outlook: boolean;
  claims: string | undefined;
  /** Must the token be a new one, because the last was refused? */
  renew: boolean;
  /** The try under way, 1 for the first. */
  attempt = 0;
  /** What fetch is to be given at each try, before tokens and ids are added. */
  options: FetchOptions = {};
  clientRequestId = '';
  answer: GraphAnswer | null = null;
  thrown: unknown = undefined;

  constructor(request: GraphRequest, facts: { url: string; repeatable: boolean; outlook: boolean; claims: string | undefined; renew: boolean }) {
    this.request = request;
    this.method = request.method ?? 'GET';
    this.url = facts.url;
    this.repeatable = facts.repeatable;
    this.outlook = facts.outlook;
    this.claims = facts.claims;
    this.renew = facts.renew;
  }
}

/** One part of the chain: does its work and calls `next` as often as it needs; the answer is found in the context. `sdk` is the SDK's own context. */
export type GraphMiddleware = (context: RequestContext, next: () => Promise<void>, sdk: Context) => Promise<void>;

/** A middleware of ours in the shape the SDK asks for. */
export function sdkMiddleware(run: GraphMiddleware): Middleware {
  let next: Middleware | undefined;
  return {
    setNext(following) {
      next = following;
    },
    execute(sdk) {
      const context = sdk.middlewareControl?.getMiddlewareOptions(RequestContext);
      if (!(context instanceof RequestContext)) throw new Error('A request came into the chain without its context');
      return run(context, async () => next?.execute(sdk), sdk);
    },
  };
}
