import { expect, test } from 'vitest';
import { plainProfile, type BodyMember, type BodyProfile } from '../../src/meeting/profile.ts';
import { isOnTheDay, staffOf } from '../../src/meeting/staff.ts';
import type { BodyRole } from '../../src/meeting/words.ts';

const member = (
  name: string,
  roles: readonly BodyRole[],
  id: string | null = name,
  email: string | null = `${name}@fjordby.example`,
): BodyMember => ({
  person: { id, name, email },
  roles,
  votes: true,
  party: null,
  substitute: null,
});
const body = (...members: BodyMember[]): BodyProfile => ({ ...plainProfile, members });
const told = (profile: BodyProfile, ...know: (string | null)[]) => {
  const { chair, secretary } = staffOf(
    profile,
    know.map((name) => (name === null ? null : { id: name, name, email: null })),
  );
  return [chair?.name ?? null, secretary?.name ?? null];
};
const usual = body(member('ane', ['member']), member('poul', ['chair', 'member']), member('rikke', ['secretary']));

test('chair and secretary are told, but not whoever does it or is told by the calendar, and nobody twice', () => {
  expect(told(usual, 'ane', 'ulla')).toEqual(['poul', 'rikke']);
  expect(told(usual, 'poul')).toEqual([null, 'rikke']);
  expect(told(usual, 'ane', 'rikke')).toEqual(['poul', null]);
  expect(told(body(member('poul', ['chair', 'secretary'])), null)).toEqual(['poul', null]);
  expect(told(body(member('poul', ['chair', 'secretary'])), 'poul')).toEqual([null, null]);
  expect(told(plainProfile, 'ane')).toEqual([null, null]);
});

test('a secretary among several who knows already is enough, and a name alone cannot be written to', () => {
  expect(told(body(member('rikke', ['secretary']), member('ulla', ['secretary'])), 'ulla')).toEqual([null, null]);
  expect(told(body(member('poul', ['chair'], null, null)))).toEqual([null, null]);
  expect(told(body(member('poul', ['chair'], null)))).toEqual(['poul', null]);
});

test('the day of the meeting is a Danish day, and ends with the meeting', () => {
  const meeting = { start: '2026-05-04T22:30:00Z', end: '2026-05-05T09:00:00Z' };
  expect(isOnTheDay(meeting, new Date('2026-05-04T21:59:00Z'))).toBe(false);
  expect(isOnTheDay(meeting, new Date('2026-05-04T22:00:00Z'))).toBe(true);
  expect(isOnTheDay(meeting, new Date('2026-05-05T09:00:00Z'))).toBe(true);
  expect(isOnTheDay(meeting, new Date('2026-05-05T09:00:01Z'))).toBe(false);
});
