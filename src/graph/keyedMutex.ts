import type { GraphRequest } from './contract.ts';

/** Runs a task when every key named is free, and holds them until it is done. Tasks with a key in common run in the order asked. */
export type Exclusively = <T>(keys: readonly string[], task: () => Promise<T>) => Promise<T>;

/**
 * A mutex by key, for writes that must not meet: SharePoint answers two writes to one list at a time with 409 "Save Conflict",
 * sometimes although both succeeded (sp#1905, pnp#2646).
 */
export function createKeyedMutex(): Exclusively {
  const ends = new Map<string, Promise<unknown>>();
  return (keys, task) => {
    const before = keys.map((key) => ends.get(key));
    // All keys are taken in one step, so two tasks can never wait for each other.
    const run = before.every((end) => end === undefined) ? task() : Promise.all(before).then(task);
    const end = run.then(
      () => undefined,
      () => undefined,
    );
    for (const key of keys) ends.set(key, end);
    void end.then(() => {
      for (const key of keys) if (ends.get(key) === end) ends.delete(key);
    });
    return run;
  };
}

/** The list a write goes to, as a key of the mutex; none for reads and for what is not a list. Making lists is a key of its site. */
export function listKeysOf(request: GraphRequest): string[] {
  if ((request.method ?? 'GET') === 'GET') return [];
  const found = /^(\/sites\/[^/]+\/lists)(\/[^/?]+)?/i.exec(request.path);
  return found === null ? [] : [`${found[1] ?? ''}${found[2] ?? ''}`.toLowerCase()];
}
