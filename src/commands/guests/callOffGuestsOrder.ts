import { order } from '../order.ts';

export const callOffGuestsOrder = order({
  name: 'callOffGuests',
  version: 1,
  stepNames: ['guests'],
  plan: async () => (await import(/* webpackChunkName: "guests" */ './callOffGuestsPlan.ts')).callOffGuestsPlan,
});
