import { order } from '../order.ts';

export const followCalendarOrder = order({
  name: 'followCalendar',
  version: 1,
  stepNames: ['meeting'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './followCalendarPlan.ts')).followCalendarPlan,
});
