import type { MeetingFile } from '../../meeting/meeting.ts';
import { closedItems, notedAfter, tellsOfClosed, type PresenceNote } from '../../meeting/presence.ts';
import type { Desk } from '../desk.ts';
import { notePresenceOrder } from './notePresenceOrder.ts';

/** What somebody at the roll call says of a person; what is left out is nothing. */
export type PresenceWish = Pick<PresenceNote, 'person' | 'kind'> & Partial<Omit<PresenceNote, 'id' | 'notedAt' | 'notedBy'>>;

/** A note as it will be kept, later than all that is known of the person: shown at once, before it is stored. Throws Failure SignInNeeded. */
export const presenceNote =
  ({ workplace, me }: Desk) =>
  (known: readonly PresenceNote[], wish: PresenceWish): PresenceNote => {
    const { id, name, email } = wish.person;
    return {
      itemId: null,
      time: null,
      insteadOf: null,
      guest: false,
      onTheDay: false,
      undoes: [],
      ...wish,
      // Not what else a list knows of them: whoever comes from the invitation has an answer, which is no part of a person.
      person: { id, name, email },
      id: workplace.newId(),
      notedAt: notedAfter(known, wish.person, workplace.now().toISOString()),
      notedBy: me().name,
    };
  };

/** Keeps notes of one kind of place together: those that tell who is recused from a closed item go to the closed circle. Nothing that stands is changed. */
export const keepPresence =
  ({ send }: Desk) =>
  async ({ pointer, agenda: { items } }: Pick<MeetingFile, 'pointer' | 'agenda'>, notes: readonly PresenceNote[]): Promise<void> => {
    const closed = closedItems(items);
    const [inner, open] = [notes.filter((note) => tellsOfClosed(note, closed)), notes.filter((note) => !tellsOfClosed(note, closed))];
    if (open.length > 0) await send(notePresenceOrder, { pointer, notes: open, closed: false });
    if (inner.length > 0) await send(notePresenceOrder, { pointer, notes: inner, closed: true });
  };
