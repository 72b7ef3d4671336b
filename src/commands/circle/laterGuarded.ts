import type { KnownCircle } from '../../device/knownCircles.ts';
import { meetingOfLog } from '../../meeting/logsBeside.ts';
import { asOthersSay, mayHavePublished, type Publishers } from '../../meeting/authorship.ts';
import { sameSite } from '../../meeting/sameSite.ts';
import { Failure, isFailure } from '../../meeting/errors.ts';
import { asSiteId, type SiteId } from '../../meeting/ids.ts';
import type { Board, MeetingPointer } from '../../meeting/meeting.ts';
import type { SeenRow } from '../../storage/openMeeting.ts';
import type { Store } from '../../storage/store.ts';
import type { ClosedPlaces } from './closedPlaces.ts';
import type { Guard } from './guard.ts';

/** What is guarded, but for opening a meeting and completing a pointer (guardedStore.ts). */
export type LaterGuarded = Pick<
  Store,
  | 'findBoard'
  | 'prepareBoard'
  | 'writeItems'
  | 'changeItems'
  | 'putTreatment'
  | 'closeTreatments'
  | 'putTimes'
  | 'presence'
  | 'addPresence'
  | 'fillPresence'
  | 'closePresence'
  | 'channelFiles'
  | 'keepPaper'
  | 'replaceMinutesLines'
  | 'apologies'
  | 'changeApologies'
  | 'publications'
  | 'readLogLine'
  | 'postChannelMessage'
  | 'backlog'
  | 'followUps'
  | 'putMeeting'
  | 'startInvitation'
  | 'live'
  | 'substituteActs'
  | 'absenceReasons'
  | 'keepAbsenceReason'
  | 'dropAbsenceReasons'
  | 'approvalLines'
  | 'addApproval'
  | 'closeRemarks'
  | 'closeMinutes'
  | 'withdrawMinutes'
>;

/** What the meetings opened in this visit have told, and who knows the closed places. */
interface Known {
  readonly places: () => Promise<ClosedPlaces>;
  /** The board that each site belongs to, by the site's id in small letters. */
  readonly boards: ReadonlyMap<string, SiteId>;
  /** Those whose lines of the publication log count, of each meeting. */
  readonly publishers: ReadonlyMap<string, Publishers>;
  /** The own row of each, as it was read last. */
  readonly rows: Map<string, SeenRow | null>;
}

/** What of the guarded store is not needed before an agenda is on screen. */
export function laterGuarded(guard: Guard, { places, boards, publishers, rows }: Known): LaterGuarded {
  const { store, circles } = guard;
  /** Where nothing closed goes in or out, the closed room is left alone by whoever has not been in it. */
  async function besides(pointer: MeetingPointer): Promise<MeetingPointer> {
    const known = await circles.of(pointer.siteId);
    const inside = known !== null && known.outsideAt === null && sameSite(known.closedSiteId, pointer.closedSiteId);
    return inside ? pointer : { ...pointer, closedSiteId: null };
  }
  const toWrite = async (pointer: MeetingPointer) => (await places()).toWrite(pointer);

  return {
    async findBoard(teamId) {
      const found = await store.findBoard(teamId);
      if (found.kind !== 'ready') return found;
      const { board } = found;
      const known = (await circles.of(board.siteId))?.closedSiteId ?? null;
      // Either somebody has changed the row, or the circle has moved: its own site knows.
      if (known !== null && board.closedSiteId !== null && !sameSite(known, board.closedSiteId)) {
        await (await places()).verify({ boardSiteId: board.siteId, hint: board.closedSiteId, board }).catch(unlessRefused);
      }
      return { ...found, board: asKnown(board, await circles.of(board.siteId)) };
    },
    async prepareBoard(team, onStep, choice) {
      const board = await store.prepareBoard(team, onStep, { me: guard.me(), ...choice });
      (await places()).forget(board.siteId);
      await circles.keep(board.siteId, { closedSiteId: board.closedSiteId, confirmed: false, outsideAt: null });
      return board;
    },
    async writeItems(pointer, items, onRow, decidedOn) {
      const touches = (await places()).touches(decidedOn?.before ?? [], items);
      return store.writeItems(await (touches ? toWrite(pointer) : besides(pointer)), items, onRow, decidedOn);
    },
    async changeItems(pointer, before, after, opens) {
      const touches = (await places()).touches(before, after);
      return store.changeItems(await (touches ? toWrite(pointer) : besides(pointer)), before, after, opens);
    },
    putTreatment: async (pointer, before, after) => store.putTreatment(await toWrite(pointer), before, after),
    closeTreatments: async (pointer) => store.closeTreatments(await toWrite(pointer)),
    putTimes: async (pointer, passing, blankOf) => store.putTimes(await toWrite(pointer), passing, blankOf),
    presence: async (pointer) => store.presence(await besides(pointer)),
    addPresence: async (pointer, notes, closed) => store.addPresence(closed ? await toWrite(pointer) : pointer, notes, closed),
    fillPresence: async (pointer, note, closed) => store.fillPresence(closed ? await toWrite(pointer) : pointer, note, closed),
    closePresence: async (pointer, closed) => store.closePresence(await toWrite(pointer), closed),
    async channelFiles(board) {
      await refuseOtherChannel(store, board);
      return store.channelFiles(board);
    },
    keepPaper: async (pointer, inside, paper, sending) => store.keepPaper(inside ? await toWrite(pointer) : pointer, inside, paper, sending),
    async replaceMinutesLines(siteId, key, version, rows, lastLook) {
      const boardSiteId = boards.get(siteId.toLowerCase());
      if (boardSiteId === undefined)
        throw new Failure('ClosedPlaceRefused', 'No board of this visit has such a site', { detail: { reason: 'pointer' } });
      if (!sameSite(boardSiteId, siteId)) await toWrite({ siteId: boardSiteId, closedSiteId: siteId, key });
      return store.replaceMinutesLines(siteId, key, version, rows, lastLook, publishers.get(key));
    },
    ...ofMinutes(guard, { besides, toWrite, publishers }),
    apologies: (pointer) => store.apologies(pointer, publishers.get(pointer.key)),
    changeApologies: (pointer, decide) => store.changeApologies(pointer, decide, publishers.get(pointer.key)),
    ...ofLog(guard, publishers),
    async putMeeting(pointer, row, seen, isFirst) {
      rows.delete(pointer.key);
      const made = await store.putMeeting(pointer, row, seen, isFirst);
      if (made !== null) rows.set(pointer.key, made);
      return made;
    },
    startInvitation: (pointer, eventId, start) => store.startInvitation(pointer, eventId, start, rows.get(pointer.key)),
    backlog: async () => (await places()).guardedBacklog(),
    live: async () => {
      const live = await store.live();
      return {
        ...live,
        watchAgenda(pointer, now) {
          const watch = besides(pointer).then((own) => live.watchAgenda(own, now));
          watch.catch(() => undefined);
          return { look: async (withWriters) => (await watch).look(withWriters) };
        },
      };
    },
    followUps: async () => (await places()).guardedFollowUps(),
  };
}

/** The channel that the board's row names may have been changed there by anybody. @throws Failure ChannelRefused */
async function refuseOtherChannel(store: Pick<Store, 'boardChannel'>, board: Board): Promise<void> {
  const own = await store.boardChannel(board);
  if (own.id !== board.channelId) throw channelRefused(board, own.name);
}

/** The publication log, with those whose lines count in it, and the channel that it tells of. */
function ofLog({ store }: Guard, publishers: ReadonlyMap<string, Publishers>): Pick<Store, 'publications' | 'readLogLine' | 'postChannelMessage'> {
  return {
    publications: (pointer) => store.publications(pointer, publishers.get(meetingOfLog(pointer.key))),
    async readLogLine(pointer, version, target) {
      const found = await store.readLogLine(pointer, version, target);
      const those = publishers.get(meetingOfLog(pointer.key));
      if (found === null || those === undefined || mayHavePublished(those, found.by)) return found;
      return { ...found, line: asOthersSay(found.line) };
    },
    async postChannelMessage(board, content, lastLook, answers) {
      try {
        await refuseOtherChannel(store, board);
      } catch (error) {
        return { kind: 'failed', error };
      }
      return store.postChannelMessage(board, content, lastLook, answers);
    },
  };
}

interface Ways {
  readonly besides: (pointer: MeetingPointer) => Promise<MeetingPointer>;
  readonly toWrite: (pointer: MeetingPointer) => Promise<MeetingPointer>;
  readonly publishers: ReadonlyMap<string, Publishers>;
}

type OfMinutes =
  | 'substituteActs'
  | 'absenceReasons'
  | 'keepAbsenceReason'
  | 'dropAbsenceReasons'
  | 'approvalLines'
  | 'addApproval'
  | 'closeRemarks'
  | 'closeMinutes'
  | 'withdrawMinutes';

/** What is told with who does the meeting's work; and what is done about written minutes: what is said of a draft stands where that does. */
function ofMinutes({ store }: Guard, { besides, toWrite, publishers }: Ways): Pick<Store, OfMinutes> {
  return {
    absenceReasons: async (pointer) => store.absenceReasons(await besides(pointer)),
    keepAbsenceReason: async (pointer, person, reason) => store.keepAbsenceReason(await toWrite(pointer), person, reason),
    dropAbsenceReasons: async (pointer) => store.dropAbsenceReasons(await besides(pointer)),
    substituteActs: async (pointer) => ({ ...(await store.substituteActs(pointer)), workers: publishers.get(pointer.key) ?? null }),
    approvalLines: async (pointer) => ({ ...(await store.approvalLines(await besides(pointer))), workers: publishers.get(pointer.key) ?? null }),
    withdrawMinutes: async (pointer) => store.withdrawMinutes(await besides(pointer)),
    closeMinutes: async (pointer, since) => store.closeMinutes(await toWrite(pointer), since),
    closeRemarks: async (pointer) => store.closeRemarks(await toWrite(pointer)),
    addApproval: async (pointer, line, inner) => store.addApproval(inner ? await toWrite(pointer) : pointer, line, inner),
  };
}

/** A place that is refused, or has not been shown yet, is not taken: what is known stays, and whoever writes is told. */
function unlessRefused(error: unknown): void {
  if (!isFailure(error, 'ClosedPlaceRefused') && !isFailure(error, 'ClosedPlaceUnconfirmed')) throw error;
}

/** What is known of the circle counts more than what the open row says. */
const asKnown = (board: Board, known: KnownCircle | null): Board =>
  known?.closedSiteId == null ? board : { ...board, closedSiteId: asSiteId(known.closedSiteId) };

function channelRefused(board: Board, own: string): Failure {
  return new Failure('ChannelRefused', "The board's row names another channel than the team's own", {
    detail: { reason: 'channel', named: board.channelName, own },
  });
}
