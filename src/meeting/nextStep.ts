import type { CalendarEvent, MeetingFile } from './meeting.ts';
import { missingOutcomes } from './minutes.ts';
import { mayPublish, mayRecord, type Facts } from './permissions.ts';

/** What the screen's one primary button leads to; null while reading is all there is to do. */
export type NextStep = 'record' | 'publish' | 'minutes' | null;

/**
 * Everybody reads published minutes. Before that the secretary writes decisions from the meeting's beginning, and
 * publishes when every item has an outcome.
 */
export function nextStep(
  file: Pick<MeetingFile, 'agenda' | 'treatments' | 'status'>,
  event: Pick<CalendarEvent, 'iAmOrganizer' | 'start'> | null,
  now: Date,
  who: Partial<Pick<Facts, 'me' | 'profile'>> = {},
): NextStep {
  if (file.status.minutes === 'published') return 'minutes';
  if (event === null || now < new Date(event.start)) return null;
  if (missingOutcomes(file.agenda, file.treatments).length > 0) return mayRecord({ ...who, event }) ? 'record' : null;
  return mayPublish({ ...who, event }) ? 'publish' : null;
}
