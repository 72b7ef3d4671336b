import { order } from '../order.ts';

/** Adds lines to the approval of minutes. */
export const keepApprovalOrder = order({
  name: 'keepApproval',
  version: 1,
  stepNames: ['stored'],
  plan: async () => (await import(/* webpackChunkName: "approval" */ './keepApprovalPlan.ts')).keepApprovalPlan,
});
