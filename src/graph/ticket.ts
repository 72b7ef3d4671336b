import type { Context, FetchOptions, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import type { GraphAnswer, GraphRequest } from './client.ts';

/** What travels with one request through the chain of middleware. */
export class Ticket implements MiddlewareOptions {
  readonly request: GraphRequest;
  readonly method: string;
  readonly url: string;
  /** May it be sent again after a cut connection? */
  readonly repeatable: boolean;
  /** Does it count against the mailbox's limit of calls at a time? */
  readonly outlook: boolean;
  claims: string | undefined;
  /** The try under way, 1 for the first. */
  attempt = 0;
  /** What fetch is to be given at each try, before tokens and ids are added. */
  options: FetchOptions = {};
  clientRequestId = '';
  answer: GraphAnswer | null = null;
  thrown: unknown = undefined;

  constructor(request: GraphRequest, facts: { url: string; repeatable: boolean; outlook: boolean; claims: string | undefined }) {
    this.request = request;
    this.method = request.method ?? 'GET';
    this.url = facts.url;
    this.repeatable = facts.repeatable;
    this.outlook = facts.outlook;
    this.claims = facts.claims;
  }
}

/** One link of the chain: does its part and calls `next` as often as it needs; the answer is found on the ticket. */
export type Link = (ticket: Ticket, next: () => Promise<void>, context: Context) => Promise<void>;

/** Dresses a link as the SDK's middleware. */
export function middleware(link: Link): Middleware {
  let next: Middleware | undefined;
  return {
    setNext(following) {
      next = following;
    },
    execute(context) {
      const ticket = context.middlewareControl?.getMiddlewareOptions(Ticket);
      if (!(ticket instanceof Ticket)) throw new Error('A request came into the chain without its ticket');
      return link(ticket, async () => next?.execute(context), context);
    },
  };
}
