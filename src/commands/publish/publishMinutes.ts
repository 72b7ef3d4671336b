import * as v from 'valibot';
import type { Board, MeetingFile, MeetingPointer, MinutesLine, Publication, PublicationTarget } from '../../meeting/meeting.ts';
import { missingOutcomes } from '../../meeting/minutes.ts';
import type { Desk } from '../desk.ts';
import { fetched } from '../../storage/fetched.ts';
import { order, type Run } from '../order.ts';
import { board, minutesLine, pointer } from '../schemas.ts';

/** Everything a publication sends, decided before the first byte leaves: sending it again sends the same. */
export interface PublicationOrder {
  readonly pointer: MeetingPointer;
  readonly board: Board;
  readonly version: number;
  /** ISO instant. */
  readonly at: string;
  /** What anybody who can read the board's site may read; never more of a closed item than its neutral words. */
  readonly outside: readonly MinutesLine[];
  /** The closed lines in full, for the closed circle's site. */
  readonly closed: readonly MinutesLine[];
  readonly digest: { readonly subject: string; readonly html: string };
}

const input: v.GenericSchema<unknown, PublicationOrder> = v.object({
  pointer,
  board,
  version: v.number(),
  at: v.string(),
  outside: v.array(minutesLine),
  closed: v.array(minutesLine),
  digest: v.object({ subject: v.string(), html: v.string() }),
});

export const publishMinutesOrder = order({
  name: 'publishMinutes',
  version: 1,
  input,
  // Each target keeps a log of its own on the site (sendPublication.ts), which tells the next attempt what is done.
  steps: { closedLists: {}, lists: {}, channel: {} },
  perform: async (workplace, input: PublicationOrder, run: Run<PublicationTarget, Publication>): Promise<readonly Publication[]> => {
    const { refuseOutdated, sendPublication } = await publication();
    refuseOutdated(workplace, input, await workplace.store.openMeeting(input.pointer));
    return sendPublication(workplace.store, input, run);
  },
});

/** Each target is tried, logged and reported; throws only if nothing could be logged. Publishing again sends what is missing, nothing twice. */
export const publishMinutes =
  ({ workplace, send }: Desk) =>
  async (file: MeetingFile, onTarget: (publication: Publication) => void): Promise<readonly Publication[]> => {
    const missing = missingOutcomes(file.agenda, file.treatments);
    if (missing.length > 0) throw new TypeError(`Minutes are published when every item has an outcome; ${missing.length} lack one`);
    const wanted = (await publication()).publicationOrder(workplace, file);
    return send(publishMinutesOrder, wanted, { onProgress: onTarget });
  };

const publication = () => fetched(import(/* webpackChunkName: "exporters" */ './publication.ts'));
