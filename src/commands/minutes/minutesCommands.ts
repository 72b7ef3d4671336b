import type { Desk } from '../desk.ts';
import { goOn } from './goOn.ts';
import { recordTreatment } from './recordTreatment.ts';
import { treatmentsNow } from './treatmentsNow.ts';

/** What became of the items. */
export type MinutesCommands = ReturnType<typeof minutesCommands>;

export function minutesCommands(desk: Desk) {
  return { goOn: goOn(desk), recordTreatment: recordTreatment(desk), treatmentsNow: treatmentsNow(desk) };
}
