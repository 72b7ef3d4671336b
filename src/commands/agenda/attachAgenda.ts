import * as v from 'valibot';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { fetched } from '../../storage/fetched.ts';
import { order, type Run } from '../order.ts';
import { agenda, board, event, item, treatment } from '../../meeting/schemas.ts';
import type { OnStep, Step } from '../step.ts';
import { VIAS, type AttachInput, type AttachStep } from './attachInput.ts';

const input: v.GenericSchema<unknown, AttachInput> = v.object({
  event,
  board,
  agenda,
  treatments: v.array(treatment),
  base: v.array(item),
  via: v.picklist(VIAS),
});

export const attachAgendaOrder = order({
  name: 'attachAgenda',
  version: 1,
  input,
  // Rows are written anew by each attempt: others may have written meanwhile, which is what it refuses to write over.
  steps: { meeting: {}, items: {}, pointer: { once: true }, invitation: {} },
  perform: async (workplace, input: AttachInput, run: Run<AttachStep, Step>): Promise<MeetingFile> => {
    const { attach } = await fetched(import(/* webpackChunkName: "exporters" */ './attach.ts'));
    return attach(workplace, input, run);
  },
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
