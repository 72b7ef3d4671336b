import type { GraphAnswer, GraphOptions } from '../contract.ts';
import { GraphFailure, isThreshold, retryAfterOf } from '../failure.ts';
import type { GraphMiddleware, RequestContext } from '../requestContext.ts';

const mostAttempts = 5;
const mostAttemptsWithoutAnswer = 3;

/**
 * Sends again what was put off (429, 503, 504) and what got no answer, for as long as `maxWait` seconds of waiting allow.
 * A wait that the service names is never cut short. A POST is never repeated after a cut connection: it may have
 * taken effect.
 */
export function retry({ maxWait, pause }: Patience): GraphMiddleware {
  return async (context, next) => {
    let waited = 0;
    for (;;) {
      context.attempt++;
      context.answer = null;
      let lost: unknown;
      try {
        await next();
      } catch (error) {
        if (!isCut(error) || !context.repeatable || context.attempt >= mostAttemptsWithoutAnswer) throw error;
        lost = error;
      }
      const answer = answerOn(context);
      const saidWhen = answer === null ? null : retryAfterOf(answer.headers);
      if (
        answer !== null &&
        !mayRepeat({
          status: answer.status,
          saidWhen: saidWhen !== null,
          repeatable: context.repeatable,
          hopeless: isThreshold(answer, context.request),
        })
      ) {
        return;
      }
      const wait = saidWhen ?? defaultWait(context.attempt - 1);
      if (context.attempt >= mostAttempts || waited + wait > maxWait) {
        if (lost !== undefined) throw lost;
        return;
      }
      waited += wait;
      await pause(saidWhen === null ? wait : wait + spreadOf(saidWhen, isReading(context)));
    }
  };
}

/** 429 was never carried out. 503 was not either when it names a time; else, like 504, it may have been. */
export function mayRepeat(facts: { status: number; saidWhen: boolean; repeatable: boolean; hopeless: boolean }): boolean {
  if (facts.hopeless) return false;
  if (facts.status === 429) return true;
  if (facts.status === 503) return facts.saidWhen || facts.repeatable;
  return facts.status === 504 && facts.repeatable;
}

/** Seconds to wait where nobody said: 1, 2, 4 …, spread by up to a quarter so that many panes do not come back together. */
export function defaultWait(round: number): number {
  return 2 ** round * (1 + Math.random() / 4);
}

/**
 * Seconds more than the service named, drawn anew each time: everybody who was put off is told the same moment, and would be put off again by coming
 * back in it. Reading comes back within a second, writing later, so that nobody who only reads waits for those who write.
 */
export function spreadOf(saidWhen: number, reads: boolean): number {
  if (saidWhen === 0) return 0;
  return reads ? Math.random() : Math.random() * Math.min(MOST_SPREAD, 1 + saidWhen / 4);
}

const MOST_SPREAD = 10;

/** A batch that may be repeated holds nothing but reading. */
const isReading = ({ method, request, repeatable }: RequestContext): boolean => method === 'GET' || (request.path === '/$batch' && repeatable);

/** How long one request may be put off, in seconds, and how each wait is spent. */
export type Patience = Required<Pick<GraphOptions, 'maxWait' | 'pause'>>;

/** Waits so many seconds by the clock. */
export function pauseByClock(seconds: number): Promise<void> {
  return seconds <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** Read anew after each try: the type checker cannot see that the chain writes it. */
function answerOn(context: RequestContext): GraphAnswer | null {
  return context.answer;
}

/** A connection that broke, as against one that kept us waiting for the whole time limit: that is not tried again. */
function isCut(error: unknown): boolean {
  return error instanceof GraphFailure && error.code === 'noConnection' && globalThis.navigator?.onLine !== false;
}
