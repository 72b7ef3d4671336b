import type { BrowserContext, Page } from 'playwright-core';
import { hostPatience } from '../src/host/timeLimit.ts';

/**
 * The limits after which a page gives up on somebody who does not answer, in milliseconds: the host (src/host/timeLimit.ts), its
 * mailbox bodies and tokens, the sign-in service, Graph, Teams' own loading indicator. On a busy machine an answer that is on its way
 * takes longer than any of them.
 */
const limits: readonly number[] = [hostPatience * 1000, 10_000, 15_000, 20_000, 30_000];

interface Waiting extends Window {
  /** Ends what waits in this page with a limit of at most so many milliseconds; how many there were. */
  timeRunsOut(most: number): number;
}

/**
 * Takes the clock out of every page of this browser profile: whoever waits for an answer with a limit waits until the answer comes,
 * however slow the machine is, or until the test says that the time is up (`timeRunsOut`). All other timers run as they are.
 */
export async function holdTimeLimits(context: BrowserContext): Promise<void> {
  await context.addInitScript((held: readonly number[]) => {
    const waiting = new Map<number, { limit: number; end: () => void }>();
    const { setTimeout: set, clearTimeout: clear } = window;
    const never = 2 ** 31 - 1;
    const setWithoutLimits = (handler: TimerHandler, delay?: number, ...words: unknown[]): number => {
      if (typeof handler !== 'function' || delay === undefined || !held.includes(delay)) return set(handler, delay, ...words);
      const id = set(() => undefined, never);
      waiting.set(id, { limit: delay, end: () => void (handler as (...words: unknown[]) => void)(...words) });
      return id;
    };
    const clearWithoutLimits = (id?: number): void => {
      if (id !== undefined) waiting.delete(id);
      clear(id);
    };
    const timeRunsOut = (most: number): number => {
      const over = [...waiting].filter(([, { limit }]) => limit <= most);
      for (const [id] of over) waiting.delete(id);
      for (const [, { end }] of over) end();
      return over.length;
    };
    Object.assign(window, { setTimeout: setWithoutLimits, clearTimeout: clearWithoutLimits, timeRunsOut });
  }, limits);
}

/** Ends every waiting with a limit of at most `most` milliseconds in all frames of a page; how many there were. No clock is waited for. */
export async function timeRunsOut(page: Page, most = Number.MAX_SAFE_INTEGER): Promise<number> {
  const ended = await Promise.all(
    page.frames().map((frame) =>
      frame
        .evaluate((limit) => (window as unknown as Waiting).timeRunsOut(limit), most)
        // A frame that is just being left has nobody waiting in it.
        .catch(() => 0),
    ),
  );
  return ended.reduce((sum, each) => sum + each, 0);
}

/** What comes of a question that nobody answers, once those who wait for it in this page have given up. */
export async function afterTime<Answer>(page: Page, answer: Promise<Answer>): Promise<Answer> {
  let settled = false;
  const settle = (): void => void (settled = true);
  void answer.then(settle, settle);
  while (!settled) {
    await timeRunsOut(page);
    await page.waitForTimeout(20);
  }
  return answer;
}
