import { order } from '../order.ts';

/** Sends the draft to be looked through, and tells those who are asked in the board's channel. */
export const askReviewersOrder = order({
  name: 'askReviewers',
  version: 1,
  stepNames: ['stored', 'told'],
  plan: async () => (await import(/* webpackChunkName: "approval" */ './askReviewersPlan.ts')).askReviewersPlan,
});
