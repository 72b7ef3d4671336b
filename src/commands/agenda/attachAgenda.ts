import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import type { OnStep } from '../step.ts';
import type { AttachInput } from './attachInput.ts';

export const attachAgendaOrder = order({
  name: 'attachAgenda',
  version: 2,
  stepNames: ['meeting', 'items', 'pointer', 'invitation'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './attachAgendaPlan.ts')).attachAgendaPlan,
});

/**
 * Rows in the lists, the pointer on the event, the agenda in the invitation above the join block. `base` are the stored items this
 * agenda was made from. `via` is what the preview told the person (sentByForm); left out, nothing is sent from beside an open form.
 * Throws Conflict, before anything is written, where others have changed the items since; InvitationNotOpen, when all but the
 * invitation is done, where the form is another event's, and TooLarge where the form does not take so much.
 */
export const attachAgenda =
  ({ workplace, send }: Desk) =>
  (
    wanted: Pick<AttachInput, 'event' | 'board' | 'agenda'> & Partial<Pick<AttachInput, 'treatments' | 'base' | 'via'>>,
    onStep: OnStep,
  ): Promise<MeetingFile> => {
    const { treatments = [], base = [], via = workplace.host.invitation ? 'form' : 'graph' } = wanted;
    return send(attachAgendaOrder, { ...wanted, treatments, base, via }, { onProgress: onStep });
  };
