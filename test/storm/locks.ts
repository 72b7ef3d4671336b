import { here, type Waiter } from './time.ts';

interface Request {
  readonly name: string;
  readonly mode: 'exclusive' | 'shared';
  readonly waiter: Waiter | null;
  readonly grant: () => void;
}

/** Web Locks (w3.org/TR/web-locks) of one browser: what a page held is free when the page is gone, however it went. */
export class Locks {
  #held: Request[] = [];
  #waiting: Request[] = [];

  request(name: string, ...rest: [() => unknown] | [{ mode?: 'exclusive' | 'shared' }, () => unknown]): Promise<unknown> {
    const [options, action] = rest.length === 1 ? [{}, rest[0]] : rest;
    const waiter = here.getStore() ?? null;
    // What goes on in a page that is gone asks for nothing more.
    if (waiter?.alive === false) return new Promise(() => undefined);
    return new Promise((resolve, reject) => {
      const request: Request = {
        name,
        mode: options.mode ?? 'exclusive',
        waiter,
        grant: () =>
          void here.run(waiter, async () => {
            try {
              await null;
              resolve(await action());
            } catch (error) {
              reject(error as Error);
            }
            this.#held = this.#held.filter((held) => held !== request);
            this.#grant();
          }),
      };
      this.#waiting.push(request);
      this.#grant();
    });
  }

  query(): Promise<{ held: { name: string; mode: 'exclusive' | 'shared' }[] }> {
    return Promise.resolve({ held: this.#held.map(({ name, mode }) => ({ name, mode })) });
  }

  /** The page is gone. */
  release(waiter: Waiter): void {
    this.#held = this.#held.filter((held) => held.waiter !== waiter);
    this.#waiting = this.#waiting.filter((waiting) => waiting.waiter !== waiter);
    this.#grant();
  }

  #grant(): void {
    for (const request of [...this.#waiting]) {
      const others = this.#held.filter((held) => held.name === request.name);
      if (others.some((held) => held.mode === 'exclusive' || request.mode === 'exclusive')) continue;
      const earlier = this.#waiting.slice(0, this.#waiting.indexOf(request));
      if (earlier.some((other) => other.name === request.name)) continue;
      this.#waiting = this.#waiting.filter((waiting) => waiting !== request);
      this.#held.push(request);
      request.grant();
    }
  }
}
