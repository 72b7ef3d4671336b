import type { RouteState } from '../meeting/words.ts';

/** What people read in the status of an item's way to the next body; apart from the other words, which the first agenda needs. */
export const ROUTE_STATUS = { awaiting: 'Afventer', passing: 'Sendes videre', passed: 'Sendt videre' } as const satisfies Record<RouteState, string>;
