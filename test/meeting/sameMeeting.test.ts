import { describe, expect, test } from 'vitest';
import { asMeetingKey, asSiteId } from '../../src/meeting/ids.ts';
import type { CalendarEvent } from '../../src/meeting/meeting.ts';
import { kinship, ownEvent, sameUid, type Filed } from '../../src/meeting/sameMeeting.ts';

const key = (letter: string) => asMeetingKey(letter.repeat(32));
const exchange = (day: string) => `040000008200E00074C5B7101A82E008${day}00112233445566778899AABBCCDDEEFF`;
const filed: Filed = {
  key: key('a'),
  iCalUId: 'uid',
  originalStart: '2026-12-07T08:00:00Z',
  start: '2026-12-07T08:00:00Z',
  end: '2026-12-07T09:00:00Z',
  organizer: 'ulla@fjordby.example',
};
const event = (fields: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: 'id',
  key: key('b'),
  iCalUId: 'uid',
  originalStart: '2026-12-07T08:00:00Z',
  subject: 'Møde',
  start: '2026-12-07T08:00:00.000Z',
  end: '2026-12-07T09:00:00.000Z',
  location: null,
  joinUrl: null,
  iAmOrganizer: false,
  myAnswer: 'none',
  organizer: null,
  invitees: [],
  cancelled: false,
  agendaInInvitation: false,
  pointer: null,
  ...fields,
});
const later = { start: '2026-12-28T08:00:00Z', end: '2026-12-28T09:00:00Z' };
const pointer = { siteId: asSiteId('s'), closedSiteId: null, key: filed.key };

describe('the meeting that rows were filed for', () => {
  test.each<[string, ReturnType<typeof kinship>, Partial<CalendarEvent>, boolean?]>([
    ['the same key, whatever else', 'same', { key: filed.key, iCalUId: 'other', ...later }],
    ['the same slot, moved three weeks', 'same', later],
    ['a guest’s single copy', 'same', { originalStart: null }],
    ['a guest’s single copy that was moved', 'same', { originalStart: null, ...later }],
    ['a guest’s single copy with two links', 'otherOccurrence', { originalStart: null, ...later }, false],
    ['the series moved by an hour', 'same', { originalStart: '2026-12-07T09:00:00Z', start: '2026-12-07T09:00:00Z', end: '2026-12-07T10:00:00Z' }],
    ['another meeting of the series', 'otherOccurrence', { originalStart: later.start, ...later }],
    ['another appointment at the same time', 'sameTime', { iCalUId: 'other', originalStart: null }],
    [
      'a copy of the same organiser at the same time',
      'same',
      { iCalUId: 'other', organizer: { id: null, name: 'Ulla', email: 'Ulla@fjordby.example' } },
    ],
    ['a copied meeting', 'other', { iCalUId: 'other', originalStart: null, ...later }],
  ])('is told from %s', (_, expected, fields, only) => {
    expect(kinship(event(fields), filed, only)).toBe(expected);
  });
  test('is not every meeting of the series that a single event was made into', () => {
    const single = { ...filed, originalStart: null };
    expect(kinship(event({ originalStart: later.start, ...later }), single)).toBe('otherOccurrence');
    expect(kinship(event(), single)).toBe('same');
  });
});

describe('my own event', () => {
  test('is the one of its slot before one that merely links to it', () => {
    const own = event({ id: 'own', ...later });
    const linking = event({ id: 'linking', originalStart: later.start, ...later, others: [{ pointer, inInvitation: true }] });
    expect(ownEvent([linking, own], filed)?.id).toBe('own');
    expect(ownEvent([linking], filed)).toBeNull();
  });
  test('is found among guests’ copies by the pointer it carries, and never by another meeting’s id', () => {
    const guest = event({ id: 'guest', originalStart: null, ...later, others: [{ pointer, inInvitation: true }] });
    expect(ownEvent([event({ id: 'no', originalStart: null, ...later }), guest], filed)?.id).toBe('guest');
    expect(ownEvent([{ ...guest, iCalUId: 'other' }], filed)).toBeNull();
  });
});

test('an id with a day in it names its series', () => {
  expect(sameUid(exchange('07EA0C07'), exchange('07EA0C0E'))).toBe(true);
  expect(sameUid(exchange('07EA0C07'), exchange('07EA0C07').replace(/FF$/, 'FE'))).toBe(false);
  expect(sameUid('', '')).toBe(false);
});
