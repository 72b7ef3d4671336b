import { order } from '../order.ts';

/** Sends the draft to be looked through, and tells those who are asked: in the board's channel, and alone those who are not in the team. */
export const askReviewersOrder = order({
  name: 'askReviewers',
  version: 1,
  stepNames: ['stored', 'told', 'alone'],
  plan: async () => (await import(/* webpackChunkName: "approval" */ './askReviewersPlan.ts')).askReviewersPlan,
});
