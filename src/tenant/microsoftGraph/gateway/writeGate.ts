import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphCall, Route } from './call.ts';
import { GraphError } from './graphError.ts';
import { isChannelPost } from './throttle.ts';

/** What a request holds while it writes to a list. */
export interface WritePass {
  /** Resolves when the write may be done. */
  settled: Promise<void>;
  /** Thrown after the write, when SharePoint says no although it did it. */
  afterwards: GraphError | undefined;
  leave(): void;
}

const free: WritePass = { settled: Promise.resolve(), afterwards: undefined, leave: () => undefined };

/** A write takes SharePoint a moment; another one to the same list in that moment is a conflict. */
const writingMs = 3;
/** A message takes Teams a moment too: one after another a person cannot pass the limit of 4 a second, all at once they can. */
const postingMs = 260;
/** Every so many conflicts the write was done all the same. */
const doneAnyway = 4;

/**
 * Parallel writes to one list are answered 409 "Save Conflict", sometimes although they succeeded (sp#1905, pnp#2646:
 * issue reports, not documentation). The first comer is served; who arrives meanwhile is refused. Requests of one batch
 * are run one after another here and do not meet themselves.
 */
export class WriteGate {
  readonly #writing = new Map<string, number>();
  #conflicts = 0;

  /** @throws GraphError 409 */
  enter(route: Route, { params }: GraphCall): WritePass {
    if (isChannelPost(route)) return { ...free, settled: sleep(postingMs) };
    if (route.workload !== 'sharepoint' || route.method === 'GET' || !route.path.startsWith('/sites/{site}/lists/{list}')) return free;
    const list = `${params['site'] ?? ''}/${params['list'] ?? ''}`.toLowerCase();
    const busy = (this.#writing.get(list) ?? 0) > 0;
    let afterwards: GraphError | undefined;
    if (busy) {
      this.#conflicts += 1;
      if (this.#conflicts % doneAnyway !== 0) throw saveConflict();
      afterwards = saveConflict();
    }
    this.#writing.set(list, (this.#writing.get(list) ?? 0) + 1);
    return {
      settled: sleep(writingMs),
      afterwards,
      leave: () => {
        const left = (this.#writing.get(list) ?? 1) - 1;
        if (left > 0) this.#writing.set(list, left);
        else this.#writing.delete(list);
      },
    };
  }
}

function saveConflict(): GraphError {
  return new GraphError(
    409,
    'resourceModified',
    'Save Conflict.\n\nYour changes conflict with those made concurrently by another user. If you want your changes to be applied, click Back in your Web browser, refresh the page, and resubmit your changes.',
    {
      innerCode: '-2130575305',
    },
  );
}
