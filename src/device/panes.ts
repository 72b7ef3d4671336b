/** One open page of ours among the person's others: a tab, a side panel, a task pane. */
export interface Pane {
  readonly id: string;
  /** Resolves when the other panes can see that this one is open. */
  readonly opened: Promise<void>;
  /** A browser does it by itself when the page goes away, however it goes. */
  close(): void;
}

const PREFIX = 'dagsorden-pane-';

/**
 * A pane is open for as long as it holds a lock of its own: the browser lets go of it even after a crash, which no note in a
 * database could do (Web Locks, w3.org/TR/web-locks). Where there are no such locks, no pane is seen by another.
 */
export function openPane(): Pane {
  const id = crypto.randomUUID();
  let close: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (close = resolve));
  const opened = new Promise<void>((resolve) => {
    const request = webLocks()?.request(PREFIX + id, () => {
      resolve();
      return closed;
    });
    // Refused, or none to ask: the pane works all the same, only unseen.
    (request ?? Promise.resolve()).then(resolve, () => resolve());
  });
  return { id, opened, close };
}

/** The ids of all panes that are open now. */
export async function openPanes(): Promise<ReadonlySet<string>> {
  const held = (await webLocks()?.query())?.held ?? [];
  // Those who wait for a pane to close hold its lock too for a moment, but shared.
  const names = held.flatMap(({ name, mode }) => (mode === 'exclusive' && name?.startsWith(PREFIX) ? [name] : []));
  return new Set(names.map((name) => name.slice(PREFIX.length)));
}

/** Resolves when that pane is closed. */
async function paneClosed(id: string): Promise<void> {
  await webLocks()?.request(PREFIX + id, { mode: 'shared' }, () => undefined);
}

/** Sees to what other panes leave behind: `onClosed` is called once for each that is named, when it is closed. */
export function createHeir(onClosed: () => void): { awaits(pane: string): void; close(): void } {
  const awaited = new Set<string>();
  let closed = false;
  return {
    awaits(pane) {
      if (awaited.has(pane)) return;
      awaited.add(pane);
      void paneClosed(pane).then(() => {
        awaited.delete(pane);
        if (!closed) onClosed();
      });
    },
    close: () => void (closed = true),
  };
}

function webLocks(): LockManager | null {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : null;
}
