import { order } from '../order.ts';

export const settleGuestsOrder = order({
  name: 'settleGuests',
  version: 1,
  stepNames: ['guests'],
  plan: async () => (await import(/* webpackChunkName: "guests" */ './settleGuestsPlan.ts')).settleGuestsPlan,
});
