import type { FollowUpState } from '../meeting/words.ts';

/** What people read in the status of what is to be done; apart from the other words, which the first agenda needs. */
export const FOLLOW_UP_STATUS = { open: 'Åben', done: 'Udført', dropped: 'Bortfaldet' } as const satisfies Record<FollowUpState, string>;
