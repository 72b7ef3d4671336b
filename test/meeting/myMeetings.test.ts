import { describe, expect, it } from 'vitest';
import { asMeetingKey } from '../../src/meeting/ids.ts';
import type { CalendarEvent } from '../../src/meeting/meeting.ts';
import { byDay, coming, matches, nowLine, past } from '../../src/meeting/myMeetings.ts';

const meeting = (subject: string, start: string, end: string): CalendarEvent => ({
  id: subject,
  key: asMeetingKey('0'.repeat(32)),
  iCalUId: subject,
  originalStart: null,
  subject,
  start,
  end,
  location: 'Rådhuset',
  joinUrl: null,
  iAmOrganizer: false,
  myAnswer: 'none',
  organizer: { id: null, name: 'Ulla Skarvad', email: null },
  invitees: [],
  cancelled: false,
  agendaInInvitation: false,
  pointer: null,
});
const morning = meeting('Direktionen', '2025-04-22T06:00:00Z', '2025-04-22T08:00:00Z');
const noon = meeting('Hovedudvalget (HMU)', '2025-04-22T10:00:00Z', '2025-04-22T12:00:00Z');
const late = meeting('Børne- og Ungdomsudvalget', '2025-04-22T22:30:00Z', '2025-04-23T00:30:00Z');
const now = new Date('2025-04-22T09:00:00Z');

describe('my meetings', () => {
  it('keep today until it is over, with the line for now where it belongs', () => {
    const today = coming([late, noon, morning], now);
    expect(today).toEqual([morning, noon, late]);
    expect(nowLine([morning, noon], now)).toBe(1);
    expect(nowLine([morning], now)).toBe(1);
    expect(nowLine([noon], now)).toBe(0);
  });

  it('stand under the day they begin in Denmark, whatever the day is in UTC', () => {
    expect(byDay([morning, noon, late]).map(({ day, meetings }) => [day, meetings.length])).toEqual([
      ['2025-04-22', 2],
      ['2025-04-23', 1],
    ]);
  });

  it('that are over stand latest first', () => {
    expect(past([morning, noon, late], new Date('2025-04-22T13:00:00Z'))).toEqual([noon, morning]);
  });

  it('are found by words of the name, the place or the organiser, in any order and case', () => {
    expect(matches(late, 'ungdomsudvalget BØRNE')).toBe(true);
    expect(matches(late, 'rådhuset ulla')).toBe(true);
    expect(matches(late, 'direktionen')).toBe(false);
    expect(matches(late, ' ')).toBe(true);
  });
});
