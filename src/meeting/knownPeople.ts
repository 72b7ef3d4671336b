import type { Apology, CalendarEvent, Invitee, Person } from './meeting.ts';
import { addressKey, plainName, type Directory, type Someone } from './persons.ts';

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

/**
 * Each person once, where they stand first: with the latest answer, and asked for where one of the invitations asks.
 * @param who who is who among all of these people and whoever else is known: asked of fewer people it would tell less, and otherwise
 */
export function eachOnce(invitees: readonly Invitee[], who: (one: Someone) => string | null): Invitee[] {
  const first = new Map<string, Invitee>();
  for (const [place, invitee] of invitees.entries()) {
    const key = who(invitee) ?? `place:${place}`;
    const before = first.get(key);
    first.set(key, before ? { ...before, ...latestAnswer(before, invitee), optional: before.optional && invitee.optional } : invitee);
  }
  return [...first.values()];
}

function latestAnswer(one: Invitee, other: Invitee): Pick<Invitee, 'answer' | 'answeredAt'> {
  if (other.answer === 'none' || one.answer === 'organizer') return one;
  const later = one.answer === 'none' || other.answer === 'organizer' || (other.answeredAt ?? '') > (one.answeredAt ?? '');
  const { answer, answeredAt } = later ? other : one;
  return { answer, ...(answeredAt !== undefined && { answeredAt }) };
}

/** People of one name and no address are told apart by their place, as nothing else does. */
export function namesByPlace(invitees: readonly Invitee[]): Invitee[] {
  const seen = new Map<string, number>();
  return invitees.map((invitee) => {
    const key = invitee.id === null && addressKey(invitee.email) === null ? plainName(invitee.name) || plainName(invitee.email) : '';
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return key === '' || count === 1 ? invitee : { ...invitee, name: `${invitee.name.trim() || (invitee.email ?? '')} (${count})` };
  });
}

/** What the people of a meeting are known by: those who sent an apology, and those invited. */
export interface PeopleKnown {
  readonly apologies: readonly Apology[];
  readonly invitees: CalendarEvent['invitees'];
}
