import type { CalendarEvent } from '../graphClient/events.ts';
import type { AppointmentDraft } from './appointmentDraft.ts';

/** The appointment an add-in's pane sits beside. */
export type OpenItem = { readonly mode: 'read'; readonly event: CalendarEvent } | { readonly mode: 'compose'; readonly draft: AppointmentDraft };

/** Graph id of the item, null while it is unsaved. */
export function itemId(item: OpenItem): string | null {
  return item.mode === 'read' ? item.event.id : item.draft.id;
}
