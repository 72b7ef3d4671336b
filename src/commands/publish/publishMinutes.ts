import * as v from 'valibot';
import type { Board, Edition, EditionLine, MeetingFile, MeetingPointer, MinutesLine, Publication, PublicationTarget } from '../../meeting/meeting.ts';
import { missingOutcomes } from '../../meeting/minutes.ts';
import type { Desk } from '../desk.ts';
import { fetched } from '../../storage/fetched.ts';
import { order, type Run } from '../order.ts';
import { board, editionLine, minutesLine, outsideEdition, pointer } from '../schemas.ts';

/** Everything a publication sends, decided before the first byte leaves: sending it again sends the same. */
export interface PublicationOrder {
  readonly pointer: MeetingPointer;
  readonly board: Board;
  readonly version: number;
  /** ISO instant. */
  readonly at: string;
  /** What anybody who can read the board's site may read; never more of a closed item than its neutral words. */
  readonly outside: Edition<'outside'>;
  /** The closed lines in full, for the closed circle's site. */
  readonly closed: readonly EditionLine[];
  readonly digest: { readonly subject: string; readonly html: string };
}

/** What version 1 kept: the lines alone. What stands around them is decided when it is sent. */
export interface LinesOrder extends Omit<PublicationOrder, 'outside' | 'closed'> {
  readonly outside: readonly MinutesLine[];
  readonly closed: readonly MinutesLine[];
}

const digest = v.object({ subject: v.string(), html: v.string() });
const common = { pointer, board, version: v.number(), at: v.string() };
const input: v.GenericSchema<unknown, PublicationOrder | LinesOrder> = v.union([
  v.object({ ...common, outside: outsideEdition, closed: v.array(editionLine), digest }),
  v.object({ ...common, outside: v.array(minutesLine), closed: v.array(minutesLine), digest }),
]);

export const publishMinutesOrder = order({
  name: 'publishMinutes',
  version: 2,
  // Lines alone stay lines alone: nobody can tell now what stood around them when they were shown.
  climbs: [(older) => older],
  input,
  // Each target keeps a log of its own on the site (sendPublication.ts), which tells the next attempt what is done.
  steps: { closedLists: {}, lists: {}, channel: {} },
  perform: async (workplace, input: PublicationOrder | LinesOrder, run: Run<PublicationTarget, Publication>): Promise<readonly Publication[]> => {
    const { asItStands, sendPublication } = await publication();
    return sendPublication(workplace.store, asItStands(workplace, input, await workplace.store.openMeeting(input.pointer)), run);
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
