import type { ProposalState } from '../meeting/words.ts';

/** What people read in the status of a proposed item; apart from the other words, which the first agenda needs. */
export const PROPOSAL_STATUS = { proposed: 'Foreslået', taken: 'På en dagsorden', withdrawn: 'Trukket tilbage' } as const satisfies Record<
  ProposalState,
  string
>;
