import { addressesWithoutId } from '../../meeting/directoryKnown.ts';
import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import type { FollowUp, FollowUpWords } from '../../meeting/followUp.ts';
import type { Board, MeetingFile, MeetingPointer, Person } from '../../meeting/meeting.ts';
import { addressKey, NOBODY_KNOWN } from '../../meeting/persons.ts';
import type { FollowUpState } from '../../meeting/words.ts';
import type { FollowUpsRead } from '../../storage/followUpStore.ts';
import type { Desk } from '../desk.ts';
import { linkTo } from '../link.ts';
import { putInToDoOrder, saveFollowUpOrder } from './followUpOrders.ts';
import { keepInStep } from './keepInStep.ts';
import { ofMeeting } from './ofMeeting.ts';

type Place = Pick<Board, 'siteId' | 'closedSiteId'>;
type Asked = Pick<MeetingFile, 'pointer' | 'agenda' | 'closedAccess'>;

/** What is to be done after meetings. */
export type FollowUpCommands = ReturnType<typeof followUpCommands>;

export function followUpCommands(desk: Desk) {
  const { workplace, send, me } = desk;
  const { store } = workplace;
  return {
    /** What follows from a meeting's items, as this person may read it. */
    ofMeeting: ofMeeting(desk),

    /** What a body still has to do. */
    ofBoard: async (place: Place): Promise<FollowUpsRead> => (await store.followUps()).read(placeOf(place), 'open'),

    /** What a body has put on me, done and not done; nothing where the sign-in tells no object id. */
    mine: async (place: Place): Promise<FollowUpsRead> => {
      const { id } = me();
      if (id === null) return { followUps: [], isPrepared: true, closedAccess: 'noClosedRoom', unread: [] };
      return (await store.followUps()).read(placeOf(place), { ownerId: id });
    },

    /** Writes down something that follows from an item. @throws Failure ClosedRoomMissing, SiteNotPrepared */
    addFollowUp: async (file: Asked & Pick<MeetingFile, 'occasion'>, item: AgendaItem, words: FollowUpWords): Promise<void> => {
      const now = workplace.now().toISOString();
      const after: FollowUp = {
        ...words,
        owner: await known(desk, words.owner),
        id: workplace.newId(),
        key: file.pointer.key,
        itemId: item.id,
        openness: isClosed(file.agenda.items, item) ? 'closed' : 'open',
        state: 'open',
        stateBy: me().name,
        stateAt: now,
        writtenBy: me().name,
        writtenAt: now,
        itemTitle: [item.number, item.title].filter((part) => part !== null && part !== '').join(' '),
        meetingTitle: file.occasion.title ?? file.agenda.title ?? '',
        toDoDone: null,
        toDoDue: null,
        decidedDue: null,
      };
      await send(saveFollowUpOrder, { pointer: file.pointer, before: null, after });
    },

    /** Changes what is written. `before` is the row as it was read. @throws Failure Conflict */
    changeFollowUp: async (place: Place, before: FollowUp, words: Partial<FollowUpWords>): Promise<void> => {
      const owner = words.owner === undefined ? before.owner : await known(desk, words.owner);
      // What lies in the one's To Do is not taken along to the other's.
      const same = sameOwner(owner, before.owner);
      const { toDoDone, toDoDue } = same ? before : { toDoDone: null, toDoDue: null };
      // A day that somebody writes here is the meeting's.
      const decidedDue = words.due === undefined || words.due === before.due ? before.decidedDue : null;
      await send(saveFollowUpOrder, {
        pointer: pointerOf(place, before),
        before,
        after: { ...before, ...words, owner, toDoDone, toDoDue, decidedDue },
      });
    },

    /** Says how far it is. @throws Failure Conflict where another has just said otherwise */
    settle: (place: Place, before: FollowUp, state: FollowUpState): Promise<void> =>
      send(saveFollowUpOrder, {
        pointer: pointerOf(place, before),
        before,
        after: { ...before, state, stateBy: me().name, stateAt: workplace.now().toISOString() },
      }),

    /** Puts it in my own To Do, once, with a link back to the minutes. `linkWords` is what the link is called. @throws Failure ConsentMissing */
    putInToDo: (place: Place, one: FollowUp, linkWords: string): Promise<void> => {
      const pointer = pointerOf(place, one);
      const link = `${linkTo(workplace.appOrigin, pointer, 'referat')}&${new URLSearchParams({ i: one.itemId })}`;
      return send(putInToDoOrder, { pointer, one, link, linkWords });
    },

    keepInStep: keepInStep(desk),
  };
}

/** A person by object id, where an address is all that is known and the directory knows whose it is: what is mine is found by that. */
async function known({ workplace: { store } }: Desk, owner: Person | null): Promise<Person | null> {
  if (owner === null) return null;
  const addresses = addressesWithoutId([owner]);
  const directory = addresses.length === 0 ? NOBODY_KNOWN : await store.directoryOf(addresses).catch(() => NOBODY_KNOWN);
  const address = addressKey(owner.email);
  return { id: owner.id ?? (address === null ? null : (directory.ids[address] ?? null)), name: owner.name, email: owner.email };
}

const sameOwner = (one: Person | null, other: Person | null): boolean => JSON.stringify(one) === JSON.stringify(other);
const placeOf = ({ siteId, closedSiteId }: Place) => ({ siteId, closedSiteId });
const pointerOf = ({ siteId, closedSiteId }: Place, { key }: FollowUp): MeetingPointer => ({ siteId, closedSiteId, key });
