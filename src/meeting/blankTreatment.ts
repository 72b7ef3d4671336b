import type { Treatment } from './meeting.ts';

/** The treatment of an item before anybody has written one. */
export const blankTreatment = ({ itemId, openness }: Treatment): Treatment => ({
  itemId,
  openness,
  outcome: null,
  decision: '',
  publicDecision: '',
  notTreated: false,
});
