import { afterAll, samePerson } from '../../meeting/apologies.ts';
import type { Apology, MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import type { Withdrawn } from './withdrawApologyPlan.ts';

export const withdrawApologyOrder = order({
  name: 'withdrawApology',
  version: 1,
  stepNames: ['withdrawn', 'accepted', 'calledOff'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './withdrawApologyPlan.ts')).withdrawApologyPlan,
});

/** Withdraws the apology and accepts the meeting again where the event is still there; tells whether it was. */
export const withdrawApology =
  ({ workplace, send, me }: Desk) =>
  async (file: MeetingFile, apology: Apology): Promise<Withdrawn> => {
    // A secretary who takes back somebody else's apology has only their own calendar at hand: it is left alone.
    const occasion = samePerson(apology.person, me()) ? file.occasion : null;
    const at = afterAll([apology], apology.person, workplace.now().toISOString());
    return send(withdrawApologyOrder, { pointer: file.pointer, apology, at, occasion });
  };
