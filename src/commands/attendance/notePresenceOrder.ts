import { order } from '../order.ts';

export const notePresenceOrder = order({
  name: 'notePresence',
  version: 1,
  stepNames: ['stored'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './notePresencePlan.ts')).notePresencePlan,
});
