import type { Page } from '@playwright/test';

/** How a page's frames went while something was done: milliseconds. */
export interface Frames {
  readonly count: number;
  readonly median: number;
  /** The one in a hundred that took longest. */
  readonly slowest: number;
  readonly longest: number;
  /** How many took over 50 ms. */
  readonly over50: number;
  /** What scripts, styles and layout took of all of it, as the browser tells of tasks over 50 ms. */
  readonly longTasks: number;
  /** How long the page's own thread worked, all in all. */
  readonly work: number;
}

/** A frame a person sees as a stop. */
const LONG = 50;

/** Counts the frames between one requestAnimationFrame and the next while `act` is done in the page. */
export async function framesOf(page: Page, act: () => Promise<void>): Promise<Frames> {
  const devTools = await page.context().newCDPSession(page);
  // By the thread's own clock: what others do on the machine meanwhile is not in it.
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => (await devTools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  await page.evaluate(() => {
    const frames: number[] = [];
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    let last = performance.now();
    let running = true;
    const next = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (running) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(globalThis, {
      endFrames: () => {
        running = false;
        observer.disconnect();
        return { frames: frames.slice(1), tasks };
      },
    });
  });
  const before = await worked();
  await act();
  const work = ((await worked()) - before) * 1000;
  await devTools.detach();
  const { frames, tasks } = await page.evaluate(() =>
    (globalThis as unknown as { endFrames: () => { frames: number[]; tasks: number[] } }).endFrames(),
  );
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    count: frames.length,
    median: at(0.5),
    slowest: at(0.99),
    longest: sorted.at(-1) ?? 0,
    over50: frames.filter((frame) => frame > LONG).length,
    longTasks: tasks.length,
    work,
  };
}
