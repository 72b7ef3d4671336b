import type { GraphRequest } from './client.ts';

/** Runs a task when every lane named is free, and keeps them until it is done. Tasks of one lane run in the order asked. */
export type InLane = <T>(lanes: readonly string[], task: () => Promise<T>) => Promise<T>;

/**
 * Lanes for writes that must not meet: SharePoint answers two writes to one list at a time with 409 "Save Conflict",
 * sometimes although both succeeded (sp#1905, pnp#2646).
 */
export function createLanes(): InLane {
  const ends = new Map<string, Promise<unknown>>();
  return (lanes, task) => {
    const before = lanes.map((lane) => ends.get(lane));
    // All lanes are taken in one step, so two tasks can never wait for each other.
    const run = before.every((end) => end === undefined) ? task() : Promise.all(before).then(task);
    const end = run.then(
      () => undefined,
      () => undefined,
    );
    for (const lane of lanes) ends.set(lane, end);
    void end.then(() => {
      for (const lane of lanes) if (ends.get(lane) === end) ends.delete(lane);
    });
    return run;
  };
}

/** The list a write goes to, as a lane; none for reads and for what is not a list. Making lists is a lane of its site. */
export function listLanesOf(request: GraphRequest): string[] {
  if ((request.method ?? 'GET') === 'GET') return [];
  const found = /^(\/sites\/[^/]+\/lists)(\/[^/?]+)?/i.exec(request.path);
  return found === null ? [] : [`${found[1] ?? ''}${found[2] ?? ''}`.toLowerCase()];
}

/** At most `size` tasks at a time; the others wait in the order they came. */
export function createSlots(size: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = size;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
