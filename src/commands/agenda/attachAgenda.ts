import { isPassing, type Failure } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import { pointerFor } from '../pointerOn.ts';
import type { OnStep } from '../step.ts';
import type { AttachInput, SeenMeeting } from './attachInput.ts';

export const attachAgendaOrder = order({
  name: 'attachAgenda',
  version: 2,
  stepNames: ['meeting', 'items', 'routes', 'pointer', 'invitation', 'notice'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './attachAgendaPlan.ts')).attachAgendaPlan,
});

/**
 * Rows in the lists, the pointer on the event, the agenda in the invitation above the join block. `base` are the stored items this
 * agenda was made from, `seen` the meeting they were shown in (left out: as it was last seen on this device). `via` is what the preview told the person (sentByForm); left out, nothing is sent from beside an open form.
 * `language` is what the preview was written in. `onRefused` is told where all was done but storing where items go on to.
 * Throws Conflict, before anything is written, where others have changed the items since; InvitationNotOpen, when all but the
 * invitation is done, where the form is another event's, and TooLarge where the form does not take so much.
 */
export const attachAgenda =
  ({ workplace, send, seen }: Desk) =>
  async (
    wanted: Pick<AttachInput, 'event' | 'board' | 'agenda'> &
      Partial<Pick<AttachInput, 'treatments' | 'base' | 'via' | 'language' | 'supplement' | 'notice' | 'routes'>> & { seen?: MeetingFile | null },
    onStep: OnStep,
    onRefused: (failure: Failure) => void = () => undefined,
  ): Promise<MeetingFile> => {
    const {
      event,
      board,
      agenda,
      treatments = [],
      base = [],
      via = workplace.host.invitation ? 'form' : 'graph',
      language,
      supplement,
      notice,
      routes,
    } = wanted;
    const file = wanted.seen ?? (base.length === 0 ? null : ((await seen.file(pointerFor(event, board)))?.file ?? null));
    const order = {
      event,
      board,
      agenda,
      treatments,
      base,
      via,
      seen: file && seenOf(file),
      ...(language && { language }),
      ...(supplement && { supplement }),
      ...(notice && { notice }),
      ...(routes && routes.length > 0 && { routes }),
    };
    return send(attachAgendaOrder, order, {
      onProgress: onStep,
      onStep: ({ name, failure }) => {
        if (name === 'routes' && failure !== null && !isPassing(failure)) onRefused(failure);
      },
    });
  };

function seenOf({ agenda: { items: _items, ...head }, treatments, closedRows = {} }: MeetingFile): SeenMeeting {
  return { head, treatments, closedRows };
}
