import { order } from '../order.ts';

// By name only: what they do is fetched when it is ordered.

export const saveRouteOrder = order({
  name: 'saveRoute',
  version: 1,
  stepNames: ['stored'],
  plan: async () => (await import(/* webpackChunkName: "backlog" */ './routePlans.ts')).saveRoutePlan,
});

export const passOnOrder = order({
  name: 'passOn',
  version: 1,
  stepNames: ['passed'],
  plan: async () => (await import(/* webpackChunkName: "backlog" */ './routePlans.ts')).passOnPlan,
});
