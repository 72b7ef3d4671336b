import * as v from 'valibot';
import { agenda, board, event, item, treatment } from '../../meeting/schemas.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { fetched } from '../../storage/fetched.ts';
import { plan, type Run } from '../plan.ts';
import type { Step } from '../step.ts';
import { VIAS, type AttachInput, type AttachStep } from './attachInput.ts';

const input: v.GenericSchema<unknown, AttachInput> = v.object({
  event,
  board,
  agenda,
  treatments: v.array(treatment),
  base: v.array(item),
  via: v.picklist(VIAS),
});

export const attachAgendaPlan = plan({
  // Version 2 knows one more way in, the link alone.
  climbs: [(older) => older],
  input,
  // Rows are written anew by each attempt: others may have written meanwhile, which is what it refuses to write over.
  steps: { meeting: {}, items: {}, pointer: { once: true }, invitation: {} },
  perform: async (workplace, input: AttachInput, run: Run<AttachStep, Step>): Promise<MeetingFile> => {
    const { attach } = await fetched(import(/* webpackChunkName: "exporters" */ './attach.ts'));
    return attach(workplace, input, run);
  },
});
