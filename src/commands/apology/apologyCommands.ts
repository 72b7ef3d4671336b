import type { Desk } from '../desk.ts';
import { comeToMeeting } from './comeToMeeting.ts';
import { sendApology } from './sendApology.ts';
import { withdrawApology } from './withdrawApology.ts';

/** My own apology. */
export type ApologyCommands = ReturnType<typeof apologyCommands>;

export function apologyCommands(desk: Desk) {
  return { sendApology: sendApology(desk), withdrawApology: withdrawApology(desk), comeToMeeting: comeToMeeting(desk) };
}
