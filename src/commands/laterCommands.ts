import { boardCommands } from './board/boardCommands.ts';
import { intakeCommands } from './intake/intakeCommands.ts';
import { agendaCommands } from './agenda/agendaCommands.ts';
import { apologyCommands } from './apology/apologyCommands.ts';
import { approvalCommands } from './approval/approvalCommands.ts';
import { attendanceCommands } from './attendance/attendanceCommands.ts';
import { fetched } from '../storage/fetched.ts';
import { liveCommands } from './live/liveCommands.ts';
import { minutesCommands } from './minutes/minutesCommands.ts';
import { publishCommands } from './publish/publishCommands.ts';
import { exportCommands } from './exports/exportCommands.ts';
import { profileCommands } from './profile/profileCommands.ts';
import { paperCommands } from './papers/paperCommands.ts';
import { noteCommands } from './notes/noteCommands.ts';
import type { ClosedPlaces } from './circle/closedPlaces.ts';
import type { Desk } from './desk.ts';

export type LaterCommands = ReturnType<typeof laterCommands>;

/** The verbs that nobody calls before an agenda is on screen: one part, so that whoever has seen an agenda can order them without a connection. */
export function laterCommands(desk: Desk, places: () => Promise<ClosedPlaces>) {
  return {
    board: boardCommands(desk, places),
    intake: intakeCommands(desk),
    agenda: agendaCommands(desk),
    apology: apologyCommands(desk),
    approval: approvalCommands(desk),
    attendance: attendanceCommands(desk),
    minutes: minutesCommands(desk),
    publish: publishCommands(desk),
    exports: exportCommands(desk),
    profile: profileCommands(desk),
    papers: paperCommands(desk),
    /** Groups that are fetched apart from these, each with the first of its verbs. */
    apart: {
      backlog: async () => (await fetched(import(/* webpackChunkName: "backlog" */ './backlog/backlogCommands.ts'))).backlogCommands(desk),
      followUp: async () => (await fetched(import(/* webpackChunkName: "followUp" */ './followUp/followUpCommands.ts'))).followUpCommands(desk),
      live: () => Promise.resolve(liveCommands(desk)),
    },
    notes: noteCommands(desk),
  };
}
