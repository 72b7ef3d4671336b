import { openLocalDatabase, type LocalDatabase } from '../device/database.ts';
import { createDrafts } from '../device/drafts.ts';
import { createKnownCircles } from '../device/knownCircles.ts';
import { createLastSeen } from '../device/lastSeen.ts';
import { openSeenDatabase, type SeenDatabase } from '../device/seenDatabase.ts';
import { createOutbox } from '../device/outbox.ts';
import { fetched } from '../storage/fetched.ts';
import { guardedStore } from './circle/guardedStore.ts';
import type { Commands } from './commands.ts';
import { createDesk } from './desk.ts';
import { findCommands } from './find/findCommands.ts';
import { groupLater } from './groupLater.ts';
import { outboxCommands, performKept, turns } from './outboxCommands.ts';
import { sessionCommands } from './sessionCommands.ts';
import { createSitter } from './sitter.ts';
import type { LaterCommands } from './laterCommands.ts';
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
  const outbox = createOutbox(database, owner, performKept(workplace), turns);
  const desk = createDesk(workplace, outbox, sitter, seen);
  const later = () =>
    fetched(import(/* webpackChunkName: "verbs", webpackPrefetch: true */ './laterCommands.ts')).then(({ laterCommands }) =>
      laterCommands(desk, guarded.places),
    );
  const apart = groupLater(async () => (await later()).apart);
  const find = findCommands(desk);
  return {
    host: workplace.host,
    drafts,
    outbox: outboxCommands(outbox),
    session: sessionCommands(workplace, { owner, database, seen: seenDatabase, drafts, outbox, lastSeen: seen }),
    find: { ...find, openMeeting: withVerbs(later, find.openMeeting), lastSeen: withVerbs(later, find.lastSeen) },
    ...verbsLater(later),
    live: () => apart.live(),
    backlog: () => apart.backlog(),
    followUp: () => apart.followUp(),
  };
}

/** The verbs that nobody calls before an agenda is on screen, each fetched with the others when the first of them is called. */
function verbsLater(later: () => Promise<LaterCommands>) {
  const group = <Name extends keyof LaterCommands>(name: Name) => groupLater<LaterCommands[Name]>(async () => (await later())[name]);
  return {
    board: group('board'),
    intake: group('intake'),
    agenda: group('agenda'),
    apology: group('apology'),
    approval: group('approval'),
    attendance: group('attendance'),
    minutes: group('minutes'),
    publish: group('publish'),
    exports: group('exports'),
    profile: group('profile'),
    papers: group('papers'),
    notes: group('notes'),
  } satisfies Partial<Commands>;
}

/** A verb that puts a meeting on screen: from then on something can be ordered, also where the connection is lost, so the verbs are fetched with it. */
const withVerbs =
  <Args extends readonly unknown[], Result>(later: () => Promise<LaterCommands>, verb: (...args: Args) => Promise<Result>) =>
  async (...args: Args): Promise<Result> => {
    const result = await verb(...args);
    if (result !== null) void later().catch(() => undefined);
    return result;
  };
