/** Delegated permissions per kind of call, least first (graph permissions reference). */
export const readEvents = ['Calendars.Read', 'Calendars.ReadWrite', 'Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'] as const;
export const writeEvents = ['Calendars.ReadWrite', 'Calendars.ReadWrite.Shared'] as const;
/** `Calendars.ReadBasic` sees the calendar without bodies, attachments and extensions. */
export const readBasic = ['Calendars.ReadBasic', ...readEvents] as const;
