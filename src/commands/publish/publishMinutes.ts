import type { MeetingFile, Publication } from '../../meeting/meeting.ts';
import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';

export const publishMinutesOrder = order({
  name: 'publishMinutes',
  version: 2,
  stepNames: ['closedLists', 'lists', 'channel'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './publishMinutesPlan.ts')).publishMinutesPlan,
});

/**
 * Each target is tried, logged and reported; throws only if nothing could be logged. Publishing again sends what is missing, nothing twice.
 * @param timeConfirmed the person has seen that my calendar has another time, and publishes under the one in the minutes
 * @param mention the message in the channel tells those who have something to do
 * @throws Failure CalendarDiffers, before anything is sent, where my calendar has another time
 */
export const publishMinutes =
  (desk: Desk) =>
  async (
    given: MeetingFile,
    onTarget: (publication: Publication) => void,
    timeConfirmed = false,
    mention = false,
  ): Promise<readonly Publication[]> => {
    const { workplace, send } = desk;
    const { missingOutcomes, besideToPrint, peopleToTell, publicationOrder, withPeopleKnown } = await fetched(
      import(/* webpackChunkName: "exporters" */ './publication.ts'),
    );
    const file = { ...given, apologies: await withPeopleKnown(workplace.store, given.apologies) };
    const missing = missingOutcomes(file.agenda, file.treatments);
    if (missing.length > 0) throw new TypeError(`Minutes are published when every item has an outcome; ${missing.length} lack one`);
    if (!timeConfirmed) await (await fetched(import(/* webpackChunkName: "lookingRound" */ './askCalendar.ts'))).askCalendar(desk, file);
    const beside = await besideToPrint(workplace, file);
    const people = mention ? await peopleToTell(workplace, publicationOrder(workplace, file, beside), beside) : null;
    return send(publishMinutesOrder, publicationOrder(workplace, file, beside, people), { onProgress: onTarget });
  };
