import { order } from '../order.ts';

export const goOnOrder = order({
  name: 'goOn',
  version: 1,
  stepNames: ['stored'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './goOnPlan.ts')).goOnPlan,
});
