import { order } from '../order.ts';

export const closeInMinutesOrder = order({
  name: 'closeInMinutes',
  version: 1,
  stepNames: ['minutes'],
  plan: async () => (await import(/* webpackChunkName: "writing" */ './closeInMinutesPlan.ts')).closeInMinutesPlan,
});
