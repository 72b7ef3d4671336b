import { order } from '../order.ts';

// By name only: what they do is fetched when it is ordered.

export const saveFollowUpOrder = order({
  name: 'saveFollowUp',
  version: 1,
  stepNames: ['stored', 'looked'],
  plan: async () => (await import(/* webpackChunkName: "followUp" */ './followUpPlans.ts')).saveFollowUpPlan,
});

export const putInToDoOrder = order({
  name: 'putInToDo',
  version: 1,
  stepNames: ['placed', 'noted'],
  plan: async () => (await import(/* webpackChunkName: "followUp" */ './followUpPlans.ts')).putInToDoPlan,
});
