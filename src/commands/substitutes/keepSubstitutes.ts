import { order } from '../order.ts';

/** Writes what is done about stand-ins, brings the invitation in line with it, and answers the stand-in's own calendar. */
export const keepSubstitutesOrder = order({
  name: 'keepSubstitutes',
  version: 2,
  stepNames: ['stored', 'invited', 'answered', 'chairTold', 'secretaryTold'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './keepSubstitutesPlan.ts')).keepSubstitutesPlan,
});
