import type { KnownCircle } from '../../device/knownCircles.ts';
import { asOthersSay, mayHavePublished, type Publishers } from '../../meeting/authorship.ts';
import { sameSite } from '../../meeting/sameSite.ts';
import { Failure, isFailure } from '../../meeting/errors.ts';
import { asSiteId, type SiteId } from '../../meeting/ids.ts';
import type { Board, MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { fetched } from '../../storage/fetched.ts';
import type { CircleAccess, OpenedMeeting } from '../../storage/openMeeting.ts';
import type { Store } from '../../storage/store.ts';
import type { ClosedPlaces } from './closedPlaces.ts';
import type { Guard } from './guard.ts';

/** So long an outsider is not refused again: somebody who is let into the circle sees it within the hour. */
const OUTSIDE_FOR = 3_600_000;

export interface GuardedStore {
  readonly store: Store;
  /** What is looked up and asked about closed places: fetched apart, for it is needed once on a device, and to write. */
  readonly places: () => Promise<ClosedPlaces>;
}

/**
 * The store as verbs and orders use it. Ids in a link, an invitation, the host's address or the board's open row say where closed content is to be found,
 * and anybody in the team can write them: here they are held against what the closed circle's own site says, before anything closed is taken for true or
 * written. What is absent is completed; what differs is refused. Opening asks nothing more than before, but for the first time on a device.
 */
export function guardedStore(guard: Guard): GuardedStore {
  const { store, circles } = guard;
  let made: Promise<ClosedPlaces> | null = null;
  const places = () => {
    made ??= fetched(import(/* webpackChunkName: "circle" */ './closedPlaces.ts')).then(({ closedPlaces }) => closedPlaces(guard));
    made.catch(() => (made = null));
    return made;
  };
  /** The board that each site of this visit belongs to: its own, and the circle's as it was borne out. */
  const boards = new Map<string, SiteId>();

  /** Those whose lines of the publication log count, of each meeting opened in this visit. */
  const publishers = new Map<string, Publishers>();

  async function openMeeting(given: MeetingPointer): Promise<MeetingFile> {
    const { file, publishers: those } = await opened(guard, places, given);
    publishers.set(file.pointer.key, those);
    boards.set(file.pointer.siteId.toLowerCase(), file.pointer.siteId);
    if (file.pointer.closedSiteId !== null) boards.set(file.pointer.closedSiteId.toLowerCase(), file.pointer.siteId);
    return file;
  }

  /** Where nothing closed goes in or out, the closed room is left alone by whoever has not been in it. */
  async function besides(pointer: MeetingPointer): Promise<MeetingPointer> {
    const known = await circles.of(pointer.siteId);
    const inside = known !== null && known.outsideAt === null && sameSite(known.closedSiteId, pointer.closedSiteId);
    return inside ? pointer : { ...pointer, closedSiteId: null };
  }
  const toWrite = async (pointer: MeetingPointer) => (await places()).toWrite(pointer);

  const guarded: Store = {
    ...store,
    openMeeting,
    async findBoard(teamId) {
      const found = await store.findBoard(teamId);
      return found.kind === 'ready' ? { ...found, board: asKnown(found.board, await circles.of(found.board.siteId)) } : found;
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
    closePresence: async (pointer, closed) => store.closePresence(await toWrite(pointer), closed),
    keepPaper: async (pointer, inside, paper, sending) => store.keepPaper(inside ? await toWrite(pointer) : pointer, inside, paper, sending),
    async replaceMinutesLines(siteId, key, version, rows) {
      const boardSiteId = boards.get(siteId.toLowerCase());
      if (boardSiteId === undefined)
        throw new Failure('ClosedPlaceRefused', 'No board of this visit has such a site', { detail: { reason: 'pointer' } });
      if (!sameSite(boardSiteId, siteId)) await toWrite({ siteId: boardSiteId, closedSiteId: siteId, key });
      return store.replaceMinutesLines(siteId, key, version, rows);
    },
    ...ofMinutes(guard, { besides, toWrite, publishers }),
    apologies: (pointer) => store.apologies(pointer, publishers.get(pointer.key)),
    changeApologies: (pointer, decide) => store.changeApologies(pointer, decide, publishers.get(pointer.key)),
    publications: (pointer) => store.publications(pointer, publishers.get(pointer.key)),
    async readLogLine(pointer, version, target) {
      const found = await store.readLogLine(pointer, version, target);
      const those = publishers.get(pointer.key);
      if (found === null || those === undefined || mayHavePublished(those, found.by)) return found;
      return { ...found, line: asOthersSay(found.line) };
    },
    async postChannelMessage(board, content, lastLook, answers) {
      try {
        const own = await store.boardChannel(board);
        if (own.id !== board.channelId) throw channelRefused(board, own.name);
      } catch (error) {
        return { kind: 'failed', error };
      }
      return store.postChannelMessage(board, content, lastLook, answers);
    },
    backlog: async () => (await places()).guardedBacklog(),
    completed: async (pointer) => (await places()).complete(pointer),
  };
  return { store: guarded, places };
}

interface Ways {
  readonly besides: (pointer: MeetingPointer) => Promise<MeetingPointer>;
  readonly toWrite: (pointer: MeetingPointer) => Promise<MeetingPointer>;
  readonly publishers: ReadonlyMap<string, Publishers>;
}

type OfMinutes = 'approvalLines' | 'addApproval' | 'closeRemarks' | 'closeMinutes' | 'withdrawMinutes';

/** What is done about written minutes: what is said of a draft stands where that does. */
function ofMinutes({ store }: Guard, { besides, toWrite, publishers }: Ways): Pick<Store, OfMinutes> {
  return {
    approvalLines: async (pointer) => ({ ...(await store.approvalLines(await besides(pointer))), workers: publishers.get(pointer.key) ?? null }),
    withdrawMinutes: async (pointer) => store.withdrawMinutes(await besides(pointer)),
    closeMinutes: async (pointer, since) => store.closeMinutes(await toWrite(pointer), since),
    closeRemarks: async (pointer) => store.closeRemarks(await toWrite(pointer)),
    addApproval: async (pointer, line, inner) => store.addApproval(inner ? await toWrite(pointer) : pointer, line, inner),
  };
}

/** Opens a meeting with what this device knows of the circle, and holds the place against the circle's own site where that is not enough. */
async function opened(
  { store, circles, me, now, hasSeenRecord }: Guard,
  places: () => Promise<ClosedPlaces>,
  given: MeetingPointer,
): Promise<Pick<OpenedMeeting, 'file' | 'publishers'>> {
  const [known, hasRecord] = await Promise.all([circles.of(given.siteId), hasSeenRecord(given)]);
  const place = known?.closedSiteId ?? null;
  if (place !== null && given.closedSiteId !== null && !sameSite(place, given.closedSiteId)) {
    // Either the link is wrong, or the circle has moved: its own site knows.
    await (await places()).verify({ boardSiteId: given.siteId, hint: given.closedSiteId });
  }
  const pointer = { ...given, closedSiteId: given.closedSiteId ?? (place === null ? null : asSiteId(place)) };
  const access = accessOf(known, now().getTime());
  const before = { access, me: me(), recordUnlikelyAt: hasRecord ? null : now().getTime() };
  const outside = { closedSiteId: null, confirmed: false, outsideAt: now().getTime() };
  const { file, claim, publishers } = await completedBy(places, pointer, (complete) => store.readMeeting(complete, before)).catch(
    async (error: unknown) => {
      if (isFailure(error, 'NotFound') && error.detail.circle === 'outside') await circles.keep(given.siteId, outside);
      throw error;
    },
  );
  const { closedSiteId } = file.pointer;
  if (closedSiteId === null) return { file, publishers };
  const outsideHint = !sameSite(closedSiteId, file.board.closedSiteId) && file.board.closedSiteId !== null;
  if (file.closedAccess === 'no') {
    if (access === 'outside') return { file: kept(file, outsideHint ? file.board.closedSiteId : closedSiteId), publishers };
    // A link to a place that is not for me says nothing of the circle's own: I may be in that one.
    if (outsideHint) await (await places()).refuseInside({ boardSiteId: given.siteId, hint: closedSiteId, board: file.board });
    await circles.keep(given.siteId, outside);
    return { file: kept(file, outsideHint ? file.board.closedSiteId : closedSiteId), publishers };
  }
  if (sameSite(place, closedSiteId) && access === 'inside') return { file: kept(file, closedSiteId), publishers };
  // The place says itself that it is this board's, by somebody who could not have been another: whether others say so too is looked at before it is written.
  if (claim && sameSite(claim.boardSiteId, given.siteId) && (claim.byPreparer || claim.confirmedByMe) && !outsideHint) {
    await circles.keep(given.siteId, { closedSiteId, confirmed: claim.confirmedByMe, outsideAt: null });
  } else await (await places()).verify({ boardSiteId: given.siteId, hint: closedSiteId, board: file.board });
  return { file: kept(file, closedSiteId), publishers };
}

/**
 * A board that had a circle from the start keeps no drafts where everybody reads. Where neither pointer nor row names the circle (any more), the missing
 * list says that there is one, and its own site tells which.
 */
async function completedBy(
  places: () => Promise<ClosedPlaces>,
  pointer: MeetingPointer,
  open: (pointer: MeetingPointer) => Promise<OpenedMeeting>,
): Promise<OpenedMeeting> {
  try {
    return await open(pointer);
  } catch (error) {
    if (pointer.closedSiteId !== null || !isFailure(error, 'SiteNotPrepared')) throw error;
    const complete = await (await places()).complete(pointer);
    if (complete.closedSiteId === null) throw error;
    return open(complete);
  }
}

const kept = (file: MeetingFile, closedSiteId: SiteId | null): MeetingFile => ({
  ...file,
  pointer: { ...file.pointer, closedSiteId },
  board: { ...file.board, closedSiteId: closedSiteId ?? file.board.closedSiteId },
});

function accessOf(known: KnownCircle | null, now: number): CircleAccess {
  if (known?.outsideAt != null) return now - known.outsideAt < OUTSIDE_FOR ? 'outside' : 'unknown';
  return known?.closedSiteId == null ? 'unknown' : 'inside';
}

/** What is known of the circle counts more than what the open row says. */
const asKnown = (board: Board, known: KnownCircle | null): Board =>
  known?.closedSiteId == null ? board : { ...board, closedSiteId: asSiteId(known.closedSiteId) };

function channelRefused(board: Board, own: string): Failure {
  return new Failure('ChannelRefused', "The board's row names another channel than the team's own", {
    detail: { reason: 'channel', named: board.channelName, own },
  });
}
