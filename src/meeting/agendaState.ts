import type { CalendarEvent, MeetingFile } from './meeting.ts';
import type { AgendaState } from './words.ts';

/**
 * How far the agenda has come, as it is told: never a draft once it stands in an invitation that has been sent. The meeting's row learns of Send in
 * Outlook when the organiser opens the meeting the next time; everybody's own copy of the event tells it at once.
 * @param event my own copy; null where I have none
 */
export function agendaStateOf(
  file: Pick<MeetingFile, 'status' | 'pointer'>,
  event: Pick<CalendarEvent, 'agendaInInvitation' | 'pointer' | 'others' | 'unsent'> | null,
): AgendaState {
  const { agenda } = file.status;
  return agenda === 'draft' && event !== null && standsInSentInvitation(file, event) ? 'sent' : agenda;
}

/** Does the invitation, as the others have it, hold this meeting's agenda? What the organiser has saved and not sent is nobody's yet. */
export function standsInSentInvitation(
  { pointer }: Pick<MeetingFile, 'pointer'>,
  event: Pick<CalendarEvent, 'agendaInInvitation' | 'pointer' | 'others' | 'unsent'>,
): boolean {
  if (event.unsent === true) return false;
  if (event.agendaInInvitation && event.pointer?.key === pointer.key) return true;
  return event.others?.some((other) => other.inInvitation && other.pointer.key === pointer.key && other.pointer.siteId === pointer.siteId) ?? false;
}
