import { order } from '../order.ts';

export const updateInvitationOrder = order({
  name: 'updateInvitation',
  version: 1,
  stepNames: ['invitation', 'notice'],
  plan: async () => (await import(/* webpackChunkName: "writing" */ './updateInvitationPlan.ts')).updateInvitationPlan,
});
