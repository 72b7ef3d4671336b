import { order } from '../order.ts';

export const movePapersOrder = order({
  name: 'movePapers',
  version: 1,
  stepNames: ['moved'],
  plan: async () => (await import(/* webpackChunkName: "papers" */ './movePapersPlan.ts')).movePapersPlan,
});
