import * as v from 'valibot';
import type { MeetingFile, Publication, PublicationTarget } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { fetched } from '../../storage/fetched.ts';
import { askCalendar } from './askCalendar.ts';
import { order, type Run } from '../order.ts';
import { board, editionLine, minutesLine, outsideEdition, pointer } from '../../meeting/schemas.ts';
import type { LinesOrder, PublicationOrder } from './publishInput.ts';

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

/**
 * Each target is tried, logged and reported; throws only if nothing could be logged. Publishing again sends what is missing, nothing twice.
 * @param timeConfirmed the person has seen that my calendar has another time, and publishes under the one in the minutes
 * @throws Failure CalendarDiffers, before anything is sent, where my calendar has another time
 */
export const publishMinutes =
  (desk: Desk) =>
  async (file: MeetingFile, onTarget: (publication: Publication) => void, timeConfirmed = false): Promise<readonly Publication[]> => {
    const { workplace, send } = desk;
    const { missingOutcomes, publicationOrder } = await publication();
    const missing = missingOutcomes(file.agenda, file.treatments);
    if (missing.length > 0) throw new TypeError(`Minutes are published when every item has an outcome; ${missing.length} lack one`);
    if (!timeConfirmed) await askCalendar(desk, file);
    return send(publishMinutesOrder, publicationOrder(workplace, file), { onProgress: onTarget });
  };

const publication = () => fetched(import(/* webpackChunkName: "exporters" */ './publication.ts'));
