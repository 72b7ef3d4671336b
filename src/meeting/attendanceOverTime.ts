import type { MeetingKey } from './ids.ts';
import type { Apology, Person } from './meeting.ts';
import { whoIsWho } from './persons.ts';
import { attendeesOf, groupOf, type PresenceNote } from './presence.ts';

/** A meeting as its attendance is counted. */
export interface HeldMeeting {
  readonly key: MeetingKey;
  readonly title: string;
  /** ISO instant. */
  readonly start: string;
  readonly notes: readonly PresenceNote[];
  readonly apologies: readonly Apology[];
}

/** How often somebody came. The four add up to the number of meetings. */
export interface AttendanceRow {
  readonly person: Person;
  readonly meetings: number;
  readonly present: number;
  readonly excused: number;
  /** Noted as absent without an apology. Nobody excused is among them. */
  readonly absent: number;
  /** Nobody noted anything: neither present nor absent. */
  readonly notNoted: number;
}

/**
 * The members of a body, and whoever else was noted or sent an apology as more than a guest, with how often each came to the meetings that have begun.
 * @param members in the order they are listed; the others follow by name
 */
export function attendanceOverTime(members: readonly Person[], meetings: readonly HeldMeeting[], now: Date): AttendanceRow[] {
  const held = meetings.filter(({ start }) => new Date(start) <= now);
  const people = held.flatMap(({ notes, apologies }) => [...notes, ...apologies].map(({ person }) => person));
  const who = whoIsWho([...members, ...people]);
  const keyOf = (person: Person) => who(person) ?? '';
  const listed = [...new Map(members.map((person) => [keyOf(person), person])).values()];
  const called = held.map(({ notes, apologies }) => attendeesOf([], notes, apologies).filter(({ guest }) => !guest));
  const inMembers = new Set(listed.map(keyOf));
  const others = new Map<string, Person>();
  for (const { person } of called.flat()) if (!inMembers.has(keyOf(person)) && !others.has(keyOf(person))) others.set(keyOf(person), person);
  const byName = [...others.values()].sort((one, other) => one.name.localeCompare(other.name, 'da'));
  return [...listed, ...byName].map((person) => {
    const groups = called.map((attendees) => {
      const found = attendees.find((one) => keyOf(one.person) === keyOf(person));
      return found === undefined ? 'none' : groupOf(found);
    });
    const count = (group: (typeof groups)[number]) => groups.filter((each) => each === group).length;
    return {
      person,
      meetings: held.length,
      present: count('present'),
      excused: count('excused'),
      absent: count('absent'),
      notNoted: count('none'),
    };
  });
}
