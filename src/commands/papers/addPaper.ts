import { order } from '../order.ts';

export const addPaperOrder = order({
  name: 'addPaper',
  version: 1,
  stepNames: ['stored', 'linked'],
  plan: async () => (await import(/* webpackChunkName: "papers" */ './addPaperPlan.ts')).addPaperPlan,
});
