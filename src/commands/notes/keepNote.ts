import { order } from '../order.ts';

export const keepNoteOrder = order({
  name: 'keepNote',
  version: 1,
  stepNames: ['kept'],
  plan: async () => (await import(/* webpackChunkName: "papers" */ './keepNotePlan.ts')).keepNotePlan,
});
