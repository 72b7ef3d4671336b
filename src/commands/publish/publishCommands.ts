import type { Desk } from '../desk.ts';
import { closeInMinutes } from './closeInMinutes.ts';
import { previewPublication } from './previewPublication.ts';
import { publishMinutes } from './publishMinutes.ts';
import { settleUncertain } from './settleUncertain.ts';
import { tellOfClosing } from './tellOfClosing.ts';

/** Publishing the minutes. */
export type PublishCommands = ReturnType<typeof publishCommands>;

export function publishCommands(desk: Desk) {
  return {
    previewPublication: previewPublication(desk),
    publishMinutes: publishMinutes(desk),
    settleUncertain: settleUncertain(desk),
    closeInMinutes: closeInMinutes(desk),
    tellOfClosing: tellOfClosing(desk),
  };
}
