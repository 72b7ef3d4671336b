import type { AgendaItem } from '../../meeting/agenda.ts';
import { isLeft, placeName, type ClosedRoom } from '../../meeting/circle.ts';
import { sameSite } from '../../meeting/sameSite.ts';
import { Failure, isFailure } from '../../meeting/errors.ts';
import type { SiteId } from '../../meeting/ids.ts';
import type { Board, MeetingPointer } from '../../meeting/meeting.ts';
import { placeUnconfirmed } from '../../meeting/placeUnconfirmed.ts';
import { splitByOpenness } from '../../meeting/openness.ts';
import type { Store } from '../../storage/store.ts';
import type { BacklogStore } from '../../storage/backlogStore.ts';
import type { FollowUpStore } from '../../storage/followUpStore.ts';
import { guardedFollowUps } from '../followUp/guardedFollowUps.ts';
import { guardedBacklog } from '../backlog/guardedBacklog.ts';
import { circleLooks, placeRefused } from './circleLooks.ts';
import type { Guard } from './guard.ts';

/** What names a closed place, to be held against what the circle's own site says. */
interface Named {
  readonly boardSiteId: SiteId;
  readonly hint: SiteId | null;
  /** The board's row where it has been read. */
  readonly board?: Board;
}

/** Where a person is asked about: shown before the first closed write. */
export interface ShownPlace {
  readonly siteId: SiteId;
  readonly kind: ClosedRoom['kind'];
  /** The channel's name, or the site's. */
  readonly name: string;
  /** The address of a site that was named; null of a channel. */
  readonly webUrl: string | null;
  /** Null where the names cannot be read. */
  readonly members: readonly string[] | null;
  /** Will the place be bound to the board by confirming it? */
  readonly binds: boolean;
  /** Has this person confirmed it before, here or on another device? */
  readonly confirmed: boolean;
}

export interface ClosedPlaces {
  /**
   * Holds a hint against what the circle's own site says, and remembers what is borne out. Answers the place: another than the hint, where that was left
   * for it. Throws ClosedPlaceRefused, and ClosedPlaceUnconfirmed for a site that was named and that this person has not been shown.
   */
  verify(named: Named): Promise<SiteId>;
  /** The pointer with the place that closed content is written to. Throws ClosedPlaceRefused, ClosedPlaceUnconfirmed, NotAllowed. */
  toWrite(pointer: MeetingPointer): Promise<MeetingPointer>;
  /** The pointer as it may travel: with the place that is borne out for me, else as the board's row completes it; never with nothing over what is known. */
  complete(pointer: MeetingPointer): Promise<MeetingPointer>;
  /**
   * Refuses a hint that leads nowhere for me, where the circle's own place is mine. Answers that one where the circle has moved to a site that was named, or
   * from the place hinted at; null for whoever is outside. Throws ClosedPlaceRefused, ClosedPlaceUnconfirmed.
   */
  refuseInside(named: Named): Promise<SiteId | null>;
  /** Does anything closed come, go or change between the two? */
  touches(before: readonly AgendaItem[], after: readonly AgendaItem[]): boolean;
  /** The place to show, as it is now. Throws ClosedPlaceRefused, NotAllowed, ClosedRoomMissing. */
  shown(boardSiteId: SiteId): Promise<ShownPlace>;
  /** The person has seen the place and says it is the right one. */
  confirm(boardSiteId: SiteId, placeSiteId: SiteId): Promise<void>;
  /** The person has just made it the board's place. */
  moved(boardSiteId: SiteId, placeSiteId: SiteId): Promise<void>;
  forget(boardSiteId: SiteId): void;
  /** The backlog, of which closed proposals go in and out of the place that is borne out, and no other. */
  guardedBacklog(): Promise<BacklogStore>;
  /** The same of what is to be done after meetings. */
  guardedFollowUps(): Promise<FollowUpStore>;
}

export function closedPlaces(guard: Guard): ClosedPlaces {
  const { store, circles, me } = guard;
  const looks = circleLooks(guard);

  const complete: ClosedPlaces['complete'] = async (pointer) => {
    const known = await circles.of(pointer.siteId);
    if (known?.closedSiteId) return { ...pointer, closedSiteId: known.closedSiteId as SiteId };
    if (pointer.closedSiteId !== null && known?.outsideAt) return pointer;
    const { board, verdict } = await looks.verdictOf(pointer.siteId);
    if (verdict.kind === 'refused') throw placeRefused(verdict);
    const closedSiteId = verdict.kind === 'bound' || verdict.kind === 'unbound' ? verdict.room.siteId : board.closedSiteId;
    return { ...pointer, closedSiteId };
  };
  const toWrite: ClosedPlaces['toWrite'] = async (pointer) => {
    const { board, verdict } = await looks.agreed(pointer.siteId, pointer.closedSiteId);
    if (verdict.kind === 'none') return { ...pointer, closedSiteId: null };
    if (verdict.kind === 'outside') throw new Failure('NotAllowed', "The closed circle's site is not for this person");
    if (verdict.kind === 'refused') throw placeRefused(verdict);
    const { room } = verdict;
    const isWord = room.kind === 'channel' && room.claim?.byPreparer === true;
    const isTrusted = verdict.kind === 'bound' && (isWord || (await looks.isConfirmed(pointer.siteId, room)));
    if (!isTrusted) throw await unconfirmed(store, board, room, verdict.kind === 'unbound');
    await looks.remember(pointer.siteId, room);
    return { ...pointer, closedSiteId: room.siteId };
  };

  /** A site that was named is read only by whoever has been shown it: nothing but hints led there. */
  async function shownBefore(board: Board, room: ClosedRoom): Promise<SiteId> {
    if (room.kind === 'site' && !(await looks.isConfirmed(board.siteId, room))) throw await unconfirmed(store, board, room, false);
    await looks.remember(board.siteId, room);
    return room.siteId;
  }

  return {
    async verify({ boardSiteId, hint, board }) {
      const { board: read, verdict } = await looks.agreed(boardSiteId, hint, board);
      if (verdict.kind !== 'bound' && verdict.kind !== 'unbound') throw placeRefused({ reason: 'pointer', rooms: [] });
      return shownBefore(read, verdict.room);
    },
    toWrite,
    complete,
    async refuseInside({ boardSiteId, hint, board }) {
      const { board: read, verdict, rooms } = await looks.verdictOf(boardSiteId, board, hint);
      if (verdict.kind === 'refused') throw placeRefused(verdict);
      if (verdict.kind === 'outside' || verdict.kind === 'none' || sameSite(verdict.room.siteId, hint)) return null;
      // Links of before the circle moved lead to a place that need not be for everybody in it.
      if (verdict.kind === 'bound' && (verdict.room.kind === 'site' || isLeft(rooms, hint))) return shownBefore(read, verdict.room);
      throw placeRefused({ reason: 'pointer', rooms: [verdict.room] });
    },
    touches: (before, after) => closedParts(before) !== closedParts(after),
    async shown(boardSiteId) {
      const { board, verdict } = await looks.verdictOf(boardSiteId);
      if (verdict.kind === 'refused') throw placeRefused(verdict);
      if (verdict.kind === 'none') throw new Failure('ClosedRoomMissing', 'The board has no place for closed items');
      if (verdict.kind === 'outside') throw new Failure('NotAllowed', "The closed circle's site is not for this person");
      const { room } = verdict;
      return {
        siteId: room.siteId,
        kind: room.kind,
        name: placeName(room),
        webUrl: room.kind === 'site' ? room.webUrl : null,
        members: await store.placeMembers(board.teamId, room),
        binds: verdict.kind === 'unbound',
        confirmed: await looks.isConfirmed(boardSiteId, verdict.room),
      };
    },
    async confirm(boardSiteId, placeSiteId) {
      looks.forget(boardSiteId);
      const { board, verdict } = await looks.agreed(boardSiteId, placeSiteId);
      // What was shown is what is confirmed, and no other place that it leads on to.
      if (!('room' in verdict) || !sameSite(verdict.room.siteId, placeSiteId)) throw placeRefused({ reason: 'pointer', rooms: [] });
      const person = me();
      if (verdict.kind === 'unbound') await store.bindCircle(board, verdict.room);
      else if (person !== null) await kept(store.confirmCircle(board, verdict.room, person), verdict.room);
      looks.forget(boardSiteId);
      await circles.keep(boardSiteId, { closedSiteId: verdict.room.siteId, confirmed: true, outsideAt: null });
    },
    async moved(boardSiteId, placeSiteId) {
      looks.forget(boardSiteId);
      await circles.keep(boardSiteId, { closedSiteId: placeSiteId, confirmed: true, outsideAt: null });
    },
    forget: (boardSiteId) => void looks.forget(boardSiteId),
    guardedBacklog: async () => guardedBacklog(await store.backlog(), { complete, toWrite }),
    guardedFollowUps: async () => guardedFollowUps(await store.followUps(), { complete, toWrite }),
  };
}

async function unconfirmed(store: Store, board: Board, room: ClosedRoom, binds: boolean): Promise<Failure> {
  return placeUnconfirmed(board.siteId, room, await store.placeMembers(board.teamId, room), binds);
}

/** Who only reads in a site that was named cannot keep there that they have seen it: the device does. */
async function kept(confirming: Promise<void>, { kind }: ClosedRoom): Promise<void> {
  try {
    await confirming;
  } catch (error) {
    if (kind === 'channel' || !isFailure(error, 'NotAllowed')) throw error;
  }
}

/** What of an agenda is closed, for a comparison. Where an item stands among the others is not. */
function closedParts(items: readonly AgendaItem[]): string {
  const parts = items.flatMap((item) => splitByOpenness(items, item).closed ?? []);
  return JSON.stringify([...parts].sort((a, b) => (a.id < b.id ? -1 : 1)));
}
