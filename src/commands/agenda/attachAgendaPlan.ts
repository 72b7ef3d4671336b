import * as v from 'valibot';
import { agenda, board, closedRows, event, head, item, itemId, treatment } from '../../meeting/schemas.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { BOARD_LANGUAGES } from '../../meeting/boardLanguage.ts';
import type { FailureName } from '../../meeting/errors.ts';
import { wantedRoute } from '../caseRoute/routeSchema.ts';
import { fetched } from '../../storage/fetched.ts';
import { noticeShown } from '../notice/noticeSchema.ts';
import { plan, type Run } from '../plan.ts';
import type { Step } from '../step.ts';
import { VIAS, type AttachInput, type AttachStep } from './attachInput.ts';

/** With these the agenda goes out all the same, and the person is told: where an item goes on to is chosen at the item then. */
const notStored: readonly FailureName[] = [
  ...(['SiteNotPrepared', 'SiteOutdated', 'AppOutdated', 'NotAllowed', 'ConsentMissing', 'NotFound', 'Conflict', 'Refused', 'TooLarge'] as const),
  ...(['ClosedRoomMissing', 'ClosedPlaceRefused', 'ClosedPlaceUnconfirmed'] as const),
];

const input: v.GenericSchema<unknown, AttachInput> = v.object({
  event,
  board,
  agenda,
  treatments: v.array(treatment),
  base: v.array(item),
  via: v.picklist(VIAS),
  supplement: v.optional(v.array(itemId)),
  language: v.optional(v.picklist(BOARD_LANGUAGES)),
  notice: v.optional(noticeShown),
  routes: v.optional(v.array(wantedRoute)),
  seen: v.nullable(v.object({ head, treatments: v.array(treatment), closedRows })),
});

export const attachAgendaPlan = plan({
  // Version 1 did not tell what was seen beside the items: what others changed of it stays. It knew no link alone.
  climbs: [(older) => ({ ...v.parse(v.looseObject({}), older), seen: null })],
  input,
  // Each attempt plans its rows anew: others may have written meanwhile, which is what it refuses to write over.
  steps: { meeting: {}, items: {}, routes: { refusable: notStored }, pointer: { once: true }, invitation: {}, notice: {} },
  perform: async (workplace, input: AttachInput, run: Run<AttachStep, Step>): Promise<MeetingFile> => {
    const { attach } = await fetched(import(/* webpackChunkName: "exporters" */ './attach.ts'));
    return attach(workplace, input, run);
  },
});
