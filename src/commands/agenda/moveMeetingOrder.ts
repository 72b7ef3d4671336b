import { order } from '../order.ts';

export const moveMeetingOrder = order({
  name: 'moveMeeting',
  version: 1,
  stepNames: ['event'],
  plan: async () => (await import(/* webpackChunkName: "writing" */ './moveMeetingPlan.ts')).moveMeetingPlan,
});
