import type { Desk } from '../desk.ts';
import { whenClosing } from '../agenda/whenClosing.ts';
import { previewPublication } from './previewPublication.ts';
import { publishMinutes } from './publishMinutes.ts';
import { unpublishMinutes } from './unpublishMinutes.ts';
import { settleUncertain } from './settleUncertain.ts';

/** Publishing the minutes. */
export type PublishCommands = ReturnType<typeof publishCommands>;

export function publishCommands(desk: Desk) {
  return {
    previewPublication: previewPublication(desk),
    publishMinutes: publishMinutes(desk),
    settleUncertain: settleUncertain(desk),
    unpublishMinutes: unpublishMinutes(desk),
    closeInMinutes: whenClosing(desk, ({ closeInMinutes }) => closeInMinutes),
    tellOfClosing: whenClosing(desk, ({ tellOfClosing }) => tellOfClosing),
  };
}
