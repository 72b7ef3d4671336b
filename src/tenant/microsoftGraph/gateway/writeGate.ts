import type { GraphCall, Route } from './call.ts';

/** What a request holds while it writes to a list. */
export interface WritePass {
  settled: Promise<void>;
  leave(): void;
}

const free: WritePass = { settled: Promise.resolve(), leave: () => undefined };

/** Lets requests in; lists refuse a second writer (see the strict gate). */
export class WriteGate {
  enter(_route: Route, _call: GraphCall): WritePass {
    return free;
  }
}
