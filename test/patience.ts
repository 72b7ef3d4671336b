import type { BrowserContext, Page } from 'playwright-core';
import { hostPatience } from '../src/host/timeLimit.ts';

/**
 * The limits after which a page gives up on somebody who does not answer, in milliseconds: the host (src/host/timeLimit.ts), its
 * mailbox bodies and tokens, the sign-in service, Graph, Teams' own loading indicator. On a busy machine an answer that is on its way
 * takes longer than any of them.
 */
const limits: readonly number[] = [hostPatience * 1000, 10_000, 15_000, 20_000, 30_000];

interface Waiting extends Window {
  /** Ends every waiting that is held in this page; how many there were. */
  timeRunsOut(): number;
}

/**
 * Takes the clock out of every page of this browser profile: whoever waits for an answer with a limit waits until the answer comes,
 * however slow the machine is, or until the test says that the time is up (`timeRunsOut`). All other timers run as they are.
 */
export async function holdTimeLimits(context: BrowserContext): Promise<void> {
  await context.addInitScript((held: readonly number[]) => {
    const waiting = new Map<number, () => void>();
    const { setTimeout: set, clearTimeout: clear } = window;
    const never = 2 ** 31 - 1;
    const setWithoutLimits = (handler: TimerHandler, delay?: number, ...words: unknown[]): number => {
      if (typeof handler !== 'function' || delay === undefined || !held.includes(delay)) return set(handler, delay, ...words);
      const id = set(() => undefined, never);
      waiting.set(id, () => void (handler as (...words: unknown[]) => void)(...words));
      return id;
    };
    const clearWithoutLimits = (id?: number): void => {
      if (id !== undefined) waiting.delete(id);
      clear(id);
    };
    const timeRunsOut = (): number => {
      const all = [...waiting.values()];
      waiting.clear();
      for (const end of all) end();
      return all.length;
    };
    Object.assign(window, { setTimeout: setWithoutLimits, clearTimeout: clearWithoutLimits, timeRunsOut });
  }, limits);
}

/** Ends every waiting with a limit in all frames of a page; how many there were. Nothing is waited for by the clock. */
export async function timeRunsOut(page: Page): Promise<number> {
  const ended = await Promise.all(
    page.frames().map((frame) =>
      frame
        .evaluate(() => (window as unknown as Waiting).timeRunsOut())
        // A frame that is just being left has nobody waiting in it.
        .catch(() => 0),
    ),
  );
  return ended.reduce((sum, each) => sum + each, 0);
}
