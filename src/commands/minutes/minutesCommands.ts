import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';
import { readTranscript } from './readTranscript.ts';
import { recordTreatment } from './recordTreatment.ts';

/** What became of the items. */
export type MinutesCommands = ReturnType<typeof minutesCommands>;

/** The first agenda does without these. */
const whileItRuns = () => fetched(import(/* webpackChunkName: "writing", webpackPrefetch: true */ './whileItRuns.ts'));

export function minutesCommands(desk: Desk) {
  return {
    recordTreatment: recordTreatment(desk),
    goOn: async (file: MeetingFile, from: ItemId | null, to: ItemId | null) => (await whileItRuns()).goOn(desk)(file, from, to),
    readTranscript,
    treatmentsNow: async (file: Pick<MeetingFile, 'pointer'>) => (await whileItRuns()).treatmentsNow(desk)(file),
  };
}
