// What the parts of this room agree on, and what its users see of it: shapes without any code, so that no part has to look into another for them.

export interface GraphRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** "/me/events/…" below v1.0, already encoded (see path.ts), or an absolute nextLink of the same service. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a Blob as it is. */
  readonly body?: unknown;
  /** Seconds one try may take, where the client's own limit is too short for what is sent. */
  readonly timeLimit?: number;
  readonly scopes: readonly string[];
  /**
   * Done as the last thing before each try leaves, for what cannot be recalled: what it throws ends the request, and nothing is sent. Not for
   * requests in a batch.
   */
  readonly lastLook?: () => Promise<void>;
}

export interface GraphAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, text of another kind, or null when there is none. */
  readonly body: unknown;
}

export interface BatchOptions {
  /** For writes that may only be done when those before them were. */
  readonly untilFailure?: boolean;
}

export interface Graph {
  /** Answers 2xx; otherwise throws GraphFailure. What the token provider throws goes through untouched. */
  request(request: GraphRequest): Promise<GraphAnswer>;
  /**
   * Any number of requests, sent in twenties and answered in the order asked. Inner 429 and 503 are asked again after
   * their Retry-After; other inner errors are answers with their status, for the caller to judge (failure.ts, failureOf).
   * Writes to one list are carried out one after another, in the order asked. Throws GraphFailure only if the batch
   * itself fails. With `untilFailure` each request waits for the one before it and nothing is sent after one that failed for
   * good: those behind it are answered 424.
   */
  batch(requests: readonly GraphRequest[], options?: BatchOptions): Promise<GraphAnswer[]>;
  /** The values of all pages (or of the first `limit` ones), following each nextLink as it was given. */
  all(request: GraphRequest, limit?: number): Promise<unknown[]>;
}

export interface TokenQuery {
  readonly scopes: readonly string[];
  /** The decoded claims of a challenge. */
  readonly claims?: string;
  /** The token at hand was refused: one that is kept somewhere does not do, it must be a new one. */
  readonly renew?: true;
}

export interface GraphOptions {
  /** "https://graph.microsoft.com/v1.0" or another service of the same shape; https. */
  readonly baseUrl: string;
  readonly token: (query: TokenQuery) => Promise<string>;
  readonly fetch?: typeof fetch;
  /** How long one request may be put off by 429 and the like, in seconds (30). Then the caller hears 'throttled'. */
  readonly maxWait?: number;
  /** How long one try may take, in seconds (30). Then the caller hears 'offline'. */
  readonly timeLimit?: number;
  readonly onTrace?: (trace: Trace) => void;
  /** How a wait of so many seconds is spent; by the clock, where it is not given. */
  readonly pause?: (seconds: number) => Promise<void>;
}

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

export interface SendOptions {
  /** May it be sent again after a cut connection? Default: yes for all but POST. */
  readonly repeatable?: boolean;
  /** Does it count against the mailbox's limit of calls at a time? Default: told by the path. */
  readonly outlook?: boolean;
  /** Claims that a challenge inside a batch asked for. */
  readonly claims?: string;
  /** The token was refused inside a batch. */
  readonly renew?: true;
}

/** Sends a request and gives whatever the service answered; throws GraphFailure of kind 'offline' when it did not. */
export type Send = (request: GraphRequest, options?: SendOptions) => Promise<GraphAnswer>;
