import type { Arrival } from './gateway.ts';
import type { GraphCall, Route } from './call.ts';

/** Counts requests against the published limits and refuses with 429 + Retry-After beyond them. */
export interface Throttle {
  /** @throws GraphError 429 */
  admit(route: Route, call: GraphCall, arrival: Arrival): void;
}

export const unlimited: Throttle = { admit: () => undefined };
