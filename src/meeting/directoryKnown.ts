import type { Apology, CalendarEvent, Invitee, Person } from './meeting.ts';
import { addressKey, type Directory, type Someone } from './persons.ts';

/** What the people of a meeting are known by: those who sent an apology, and those invited. */
export interface PeopleKnown {
  readonly apologies: readonly Apology[];
  readonly invitees: CalendarEvent['invitees'];
}

/** The addresses that only a directory can tell the owner of, each once. */
export function addressesWithoutId(people: readonly Someone[]): string[] {
  return [...new Set(people.flatMap(({ id, email }) => (id === null ? (addressKey(email) ?? []) : [])))];
}

function withId<One extends Person>(one: One, directory: Directory): One {
  const address = addressKey(one.email);
  const id = one.id ?? (address !== null && Object.hasOwn(directory.ids, address) ? directory.ids[address] : undefined) ?? null;
  return id === one.id ? one : { ...one, id };
}

/** The apologies with their people named by object id, where the directory knows them. */
export function apologiesKnown(apologies: readonly Apology[], directory: Directory): Apology[] {
  return apologies.map((apology) => ({ ...apology, person: withId(apology.person, directory) }));
}

/** Those invited, named by object id where the directory knows them. */
export function inviteesKnown(invitees: readonly Invitee[], directory: Directory): Invitee[] {
  return invitees.map((invitee): Invitee => {
    // A group answers nothing: an answer is a person's.
    const isGroup = invitee.answer === 'none' && directory.groups.includes(addressKey(invitee.email) ?? '');
    return isGroup ? { ...invitee, isGroup } : withId(invitee, directory);
  });
}
