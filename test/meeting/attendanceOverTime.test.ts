import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceOverTime, type HeldMeeting } from '../../src/meeting/attendanceOverTime.ts';
import { asMeetingKey } from '../../src/meeting/ids.ts';
import type { Person } from '../../src/meeting/meeting.ts';
import type { PresenceNote } from '../../src/meeting/presence.ts';
import { PRESENCE_NOTES } from '../../src/meeting/words.ts';

const people = ['Ane', 'Bo', 'Ida', 'Per'].map((name): Person => ({ id: name, name, email: null }));
const members = people.slice(0, 3);
const now = new Date('2026-12-31T12:00:00Z');

const anyMeetings: fc.Arbitrary<HeldMeeting[]> = fc
  .array(
    fc.record({
      notes: fc.array(fc.record({ who: fc.nat(3), kind: fc.constantFrom(...PRESENCE_NOTES), guest: fc.boolean() }), { maxLength: 8 }),
      away: fc.subarray([0, 1, 2, 3]),
      month: fc.integer({ min: 1, max: 14 }),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ notes, away, month }, meeting): HeldMeeting => ({
      key: asMeetingKey(String(meeting)),
      title: '',
      start: new Date(Date.UTC(2026, month - 1, 3)).toISOString(),
      notes: notes.map(({ who, kind, guest }, place): PresenceNote => ({
        id: `${meeting}-${place}`,
        person: people[who]!,
        kind,
        itemId: null,
        time: null,
        insteadOf: null,
        guest,
        onTheDay: false,
        undoes: [],
        notedAt: new Date(Date.UTC(2026, month - 1, 3, 8, place)).toISOString(),
        notedBy: 'Ulla',
      })),
      apologies: away.map((who) => ({
        id: `a${meeting}-${who}`,
        person: people[who]!,
        scope: { kind: 'meeting' as const },
        substitute: null,
        receivedAt: '2026-01-01T08:00:00Z',
        enteredBy: 'x',
        withdrawnAt: null,
      })),
    })),
  );

describe('attendance over time', () => {
  it('adds up for every member, counts begun meetings only, and nobody excused as absent', () => {
    fc.assert(
      fc.property(anyMeetings, (meetings) => {
        const held = meetings.filter(({ start }) => new Date(start) <= now);
        const rows = attendanceOverTime(members, meetings, now);
        expect(rows.slice(0, 3).map(({ person }) => person.name)).toEqual(['Ane', 'Bo', 'Ida']);
        for (const row of rows) {
          expect(row.present + row.excused + row.absent + row.notNoted).toBe(held.length);
          const excusable = held.filter(({ apologies }) => apologies.some(({ person }) => person.name === row.person.name)).length;
          expect(row.absent).toBeLessThanOrEqual(held.length - excusable);
        }
      }),
    );
  });
});
