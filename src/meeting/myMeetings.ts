import { isoDay } from './danishTime.ts';
import type { CalendarEvent } from './meeting.ts';

/** A day of the list with its meetings. */
export interface Day {
  /** ISO day in Denmark. */
  readonly day: string;
  readonly meetings: readonly CalendarEvent[];
}

/** Meetings under the day they begin, in the order they come. */
export function byDay(meetings: readonly CalendarEvent[]): Day[] {
  const days: { day: string; meetings: CalendarEvent[] }[] = [];
  for (const meeting of meetings) {
    const day = isoDay(meeting.start);
    const last = days.at(-1);
    if (last?.day === day) last.meetings.push(meeting);
    else days.push({ day, meetings: [meeting] });
  }
  return days;
}

const earliestFirst = (meetings: readonly CalendarEvent[]) => meetings.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start));

/** Today's and later meetings, earliest first. Today's stay until the day is over, so that the now-line has something to stand between. */
export function coming(meetings: readonly CalendarEvent[], now: Date): CalendarEvent[] {
  return earliestFirst(meetings).filter((meeting) => (meeting.days?.last ?? isoDay(meeting.end)) >= isoDay(now));
}

/** Meetings that are over, latest first. */
export function past(meetings: readonly CalendarEvent[], now: Date): CalendarEvent[] {
  return earliestFirst(meetings)
    .filter((meeting) => new Date(meeting.end) <= now)
    .reverse();
}

/** Where the now-line stands among today's meetings: before the first that has not begun. */
export function nowLine(meetings: readonly CalendarEvent[], now: Date): number {
  const next = meetings.findIndex((meeting) => new Date(meeting.start) > now);
  return next < 0 ? meetings.length : next;
}

/** Does the meeting's name, place or organiser hold every word typed? */
export function matches(meeting: CalendarEvent, text: string): boolean {
  const words = text.trim().toLocaleLowerCase('da').split(/\s+/);
  const hay = [meeting.subject, meeting.location, meeting.organizer?.name].filter(Boolean).join(' ').toLocaleLowerCase('da');
  return words.every((word) => hay.includes(word));
}
