import { isoDay } from './danishTime.ts';
import type { Occasion, Person } from './meeting.ts';
import { addressKey, samePerson } from './persons.ts';
import type { BodyProfile } from './profile.ts';
import type { BodyRole } from './words.ts';

/** Those who are told of what changes at the last moment; null where nobody is named, or who is need not be told. */
export interface Staff {
  readonly chair: Person | null;
  readonly secretary: Person | null;
}

/**
 * The chair and the secretary whom the body names, each at most one person and nobody twice.
 * @param know those who know already: whoever does it, and whoever the calendar's answer tells
 */
export function staffOf({ members }: BodyProfile, know: readonly (Person | null)[]): Staff {
  const known = know.filter((person) => person !== null);
  const first = (role: BodyRole, besides: readonly Person[]): Person | null =>
    members.find(
      ({ roles, person }) =>
        roles.includes(role) && (person.id !== null || addressKey(person.email) !== null) && !besides.some((other) => samePerson(other, person)),
    )?.person ?? null;
  const chair = members.some(({ roles, person }) => roles.includes('chair') && known.some((other) => samePerson(other, person)))
    ? null
    : first('chair', known);
  const hasSecretary = members.some(({ roles, person }) => roles.includes('secretary') && known.some((other) => samePerson(other, person)));
  return { chair, secretary: hasSecretary ? null : first('secretary', chair === null ? known : [...known, chair]) };
}

/** Is it a day of the meeting, and the meeting not over yet? */
export function isOnTheDay({ start, end, days }: Pick<Occasion, 'start' | 'end' | 'days'>, now: Date): boolean {
  const today = isoDay(now);
  return today >= (days?.first ?? isoDay(start)) && !(new Date(end) < now);
}
