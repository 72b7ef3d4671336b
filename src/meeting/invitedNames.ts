import type { CalendarEvent } from './meeting.ts';

/** Those who may present an item: everybody who is invited under a name, and whoever called the meeting. A group is no person. */
export function invitedNames(event: Pick<CalendarEvent, 'invitees' | 'organizer'> | null): readonly string[] {
  if (event === null) return [];
  const people = event.invitees.filter(({ isGroup }) => !isGroup).map(({ name }) => name.trim());
  return [...new Set([...people, event.organizer?.name.trim() ?? ''])].filter((name) => name !== '');
}
