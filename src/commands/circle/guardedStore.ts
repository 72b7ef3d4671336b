import type { KnownCircle } from '../../device/knownCircles.ts';
import type { Publishers } from '../../meeting/authorship.ts';
import { sameSite } from '../../meeting/sameSite.ts';
import { isFailure } from '../../meeting/errors.ts';
import { asSiteId, type SiteId } from '../../meeting/ids.ts';
import type { MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { fetched } from '../../storage/fetched.ts';
import { withLater } from '../../storage/withLater.ts';
import type { CircleAccess, OpenedMeeting, SeenRow } from '../../storage/openMeeting.ts';
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
  const { store } = guard;
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

  /** The own row of each meeting, as it was read last. */
  const rows = new Map<string, SeenRow | null>();

  async function openMeeting(given: MeetingPointer): Promise<MeetingFile> {
    const { file, publishers: those, row } = await opened(guard, places, given);
    publishers.set(file.pointer.key, those);
    rows.set(file.pointer.key, row);
    boards.set(file.pointer.siteId.toLowerCase(), file.pointer.siteId);
    if (file.pointer.closedSiteId !== null) boards.set(file.pointer.closedSiteId.toLowerCase(), file.pointer.siteId);
    return file;
  }

  /** What is guarded of the rest of the store, over what is not. */
  const later = async (): Promise<Store> => {
    const { laterGuarded } = await fetched(import(/* webpackChunkName: "store", webpackPrefetch: true */ './laterGuarded.ts'));
    return Object.assign(Object.create(store) as Store, laterGuarded(guard, { places, boards, publishers, rows }));
  };
  const { eventById, eventOfChat, myEvents, invitationBody, readMeeting } = store;
  const completed: Store['completed'] = async (pointer) => (await places()).complete(pointer);
  const guarded = withLater({ eventById, eventOfChat, myEvents, invitationBody, readMeeting, openMeeting, completed }, later);
  return { store: guarded, places };
}

/** Opens a meeting with what this device knows of the circle, and holds the place against the circle's own site where that is not enough. */
async function opened(
  guard: Guard,
  places: () => Promise<ClosedPlaces>,
  given: MeetingPointer,
): Promise<Pick<OpenedMeeting, 'file' | 'publishers' | 'row'>> {
  const { store, circles, me, now, hasSeenRecord } = guard;
  const [known, hasRecord] = await Promise.all([circles.of(given.siteId), hasSeenRecord(given)]);
  const place = known?.closedSiteId ?? null;
  const again = (closedSiteId: SiteId) => opened(guard, places, { ...given, closedSiteId });
  if (place !== null && given.closedSiteId !== null && !sameSite(place, given.closedSiteId)) {
    // Either the link is wrong, or the circle has moved: its own site knows.
    const own = await (await places()).verify({ boardSiteId: given.siteId, hint: given.closedSiteId });
    if (!sameSite(own, given.closedSiteId)) return again(own);
  }
  const pointer = { ...given, closedSiteId: given.closedSiteId ?? (place === null ? null : asSiteId(place)) };
  const access = accessOf(known, now().getTime());
  const before = { access, me: me(), recordUnlikelyAt: hasRecord ? null : now().getTime() };
  const outside = { closedSiteId: null, confirmed: false, outsideAt: now().getTime() };
  const { file, claim, publishers, row } = await completedBy(places, pointer, (complete) => store.readMeeting(complete, before)).catch(
    async (error: unknown) => {
      if (isFailure(error, 'NotFound') && error.detail.circle === 'outside') await circles.keep(given.siteId, outside);
      throw error;
    },
  );
  const { closedSiteId } = file.pointer;
  if (closedSiteId === null) return { file, publishers, row };
  const outsideHint = !sameSite(closedSiteId, file.board.closedSiteId) && file.board.closedSiteId !== null;
  if (file.closedAccess === 'no') {
    if (access === 'outside') return { file: kept(file, outsideHint ? file.board.closedSiteId : closedSiteId), publishers, row };
    // A link to a place that is not for me says nothing of the circle's own: I may be in that one.
    const own = outsideHint ? await (await places()).refuseInside({ boardSiteId: given.siteId, hint: closedSiteId, board: file.board }) : null;
    if (own !== null) return again(own);
    await circles.keep(given.siteId, outside);
    return { file: kept(file, outsideHint ? file.board.closedSiteId : closedSiteId), publishers, row };
  }
  if (sameSite(place, closedSiteId) && access === 'inside') return { file: kept(file, closedSiteId), publishers, row };
  // The place says itself that it is this board's, by somebody who could not have been another: whether others say so too is looked at before it is written.
  if (claim && sameSite(claim.boardSiteId, given.siteId) && (claim.byPreparer || claim.confirmedByMe) && !outsideHint) {
    await circles.keep(given.siteId, { closedSiteId, confirmed: claim.confirmedByMe, outsideAt: null });
  } else {
    const own = await (await places()).verify({ boardSiteId: given.siteId, hint: closedSiteId, board: file.board });
    if (!sameSite(own, closedSiteId)) return again(own);
  }
  return { file: kept(file, closedSiteId), publishers, row };
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
