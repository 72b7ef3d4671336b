import { order } from '../order.ts';

/** Adds a correction to approved minutes: the words first, then the line that says what is approved with them. */
export const addCorrectionOrder = order({
  name: 'addCorrection',
  version: 1,
  stepNames: ['stored', 'noted'],
  plan: async () => (await import(/* webpackChunkName: "approval" */ './addCorrectionPlan.ts')).addCorrectionPlan,
});
