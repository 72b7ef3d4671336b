import { guestInvitation, guestInvitationHtml, type GuestSources } from '../../exporters/guestInvitation.ts';
import { agendaTold } from '../../meeting/agendaTold.ts';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { shownOccasion } from '../../meeting/calendarFacts.ts';
import {
  guestItems,
  guestWindow,
  guestStanding,
  presents,
  uninvitedPresenters,
  type GuestEvent,
  type GuestInvitation,
  type GuestStanding,
} from '../../meeting/guests.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { Language } from '../../host/host.ts';
import type { Store } from '../../storage/store.ts';

/** A guest's own invitation, or somebody who could have one. */
export interface GuestLine {
  /** Null where the item is gone. */
  readonly item: AgendaItem | null;
  readonly name: string;
  /** What stands in the calendar; null before anybody was invited. */
  readonly sent: GuestEvent | null;
  readonly standing: GuestStanding | 'none';
  /** What the invitation should say; null where the item has no time, or is gone. */
  readonly wanted: GuestInvitation | null;
}

export const sourcesOf = (file: MeetingFile, event: CalendarEvent, language: Language): GuestSources => {
  const occasion = shownOccasion(file.occasion, event);
  return { agenda: agendaTold(file.agenda, file.occasion, occasion), board: file.board, occasion, joinUrl: event.joinUrl, language };
};

/** The guests of a meeting: those invited first, then those who present an item and are not invited. */
export async function guestLines(store: Store, file: MeetingFile, event: CalendarEvent, language: Language): Promise<readonly GuestLine[]> {
  const sources = sourcesOf(file, event, language);
  const { agenda } = sources;
  const sent = await (await store.guests()).guestEvents(event.mailbox ?? null, file.pointer.key, ...guestWindow(file, event));
  const items = await guestItems(sent, agenda.items);
  const invited = sent.map((each): GuestLine => {
    const item = items.get(each) ?? null;
    const comes = item !== null && presents(item, each.name);
    const wanted = comes ? guestInvitation(sources, item) : null;
    // An item without a time leaves its guest where they were.
    const standing = comes && wanted === null ? 'current' : guestStanding(each, wanted);
    return { item, name: each.name, sent: each, standing, wanted };
  });
  const open = uninvitedPresenters(agenda, event).filter(
    ({ item, name }) => !invited.some((line) => line.item?.id === item.id && presents({ presenters: [name] }, line.name)),
  );
  return [
    ...invited,
    ...open.map(({ item, name }): GuestLine => ({ item, name, sent: null, standing: 'none', wanted: guestInvitation(sources, item) })),
  ];
}

/** What a guest is sent. */
export const withWords = (sources: GuestSources, invitation: GuestInvitation) => ({ ...invitation, html: guestInvitationHtml(sources, invitation) });
