import { guestItems, guestWindow } from '../../meeting/guests.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';

/** The items that guests have an invitation of their own to, as the calendar says. */
export async function itemsOfGuests(store: Store, file: MeetingFile, event: CalendarEvent): Promise<readonly ItemId[]> {
  const sent = await (await store.guests()).guestEvents(event.mailbox ?? null, file.pointer.key, ...guestWindow(file, event));
  const items = await guestItems(sent, file.agenda.items);
  return [...items.values()].flatMap((item) => (item === null ? [] : [item.id]));
}
