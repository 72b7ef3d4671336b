import { openLocalDatabase, type LocalDatabase } from '../device/database.ts';
import { createDrafts } from '../device/drafts.ts';
import { createKnownCircles } from '../device/knownCircles.ts';
import { createLastSeen } from '../device/lastSeen.ts';
import { openSeenDatabase, type SeenDatabase } from '../device/seenDatabase.ts';
import { createOutbox } from '../device/outbox.ts';
import { fetched } from '../storage/fetched.ts';
import { agendaCommands } from './agenda/agendaCommands.ts';
import { apologyCommands } from './apology/apologyCommands.ts';
import { approvalCommands } from './approval/approvalCommands.ts';
import { attendanceCommands } from './attendance/attendanceCommands.ts';
import { boardCommands } from './board/boardCommands.ts';
import { guardedStore } from './circle/guardedStore.ts';
import type { Commands } from './commands.ts';
import { createDesk } from './desk.ts';
import { exportCommands } from './exports/exportCommands.ts';
import { findCommands } from './find/findCommands.ts';
import { intakeCommands } from './intake/intakeCommands.ts';
import { minutesCommands } from './minutes/minutesCommands.ts';
import { outboxCommands, performKept } from './outboxCommands.ts';
import { noteCommands } from './notes/noteCommands.ts';
import { paperCommands } from './papers/paperCommands.ts';
import { profileCommands } from './profile/profileCommands.ts';
import { publishCommands } from './publish/publishCommands.ts';
import { sessionCommands } from './sessionCommands.ts';
import { createSitter } from './sitter.ts';
import type { Workplace } from './workplace.ts';

/** All commands over one workplace. What writes goes through the outbox as an order (orders.ts), so that a later visit can carry it out too. */
export function createCommands(
  given: Workplace,
  database: Promise<LocalDatabase> = openLocalDatabase(),
  seenDatabase: Promise<SeenDatabase> = openSeenDatabase(),
): Commands {
  const sitter = createSitter(given.host);
  const circles = createKnownCircles(seenDatabase, sitter.known);
  const seen = createLastSeen(seenDatabase, sitter.known, () => given.now().getTime());
  const guarded = guardedStore({
    store: given.store,
    circles,
    me: () => given.host.signIn.person()?.id ?? null,
    now: given.now,
    hasSeenRecord: async (pointer) => {
      const file = (await seen.file(pointer))?.file;
      return file !== undefined && (file.minutes !== null || file.publications.length > 0 || file.treatments.length > 0);
    },
  });
  const workplace: Workplace = { ...given, store: guarded.store };
  const owner = () => sitter.known() ?? 'nobody';
  const drafts = createDrafts(database, owner);
  const outbox = createOutbox(database, owner, performKept(workplace));
  const desk = createDesk(workplace, outbox, sitter, seen);
  return {
    host: workplace.host,
    drafts,
    outbox: outboxCommands(outbox),
    session: sessionCommands(workplace, { owner, database, seen: seenDatabase, drafts, outbox, lastSeen: seen }),
    find: findCommands(desk),
    board: boardCommands(desk, guarded.places),
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
    notes: noteCommands(desk),
    backlog: async () => (await fetched(import(/* webpackChunkName: "backlog" */ './backlog/backlogCommands.ts'))).backlogCommands(desk),
  };
}
