import type { Apology, CalendarEvent, Invitee, Person } from './meeting.ts';

/** What may be known of somebody. A name alone is enough to be a person by oneself. */
export type Someone = Pick<Person, 'id' | 'email'> & Partial<Pick<Person, 'name'>>;

/** What the organisation's directory says of some addresses. Plain data; addresses as `addressKey` writes them. */
export interface Directory {
  /** The object id of whoever has an address, by mail, sign-in name or another address of theirs. */
  readonly ids: Readonly<Record<string, string>>;
  /** Addresses of the organisation that are nobody's: those of groups. */
  readonly groups: readonly string[];
}

export const NOBODY_KNOWN: Directory = { ids: {}, groups: [] };

/** An address as it is compared: in small letters, X.500 addresses too. Null where it is none: empty, or a name in place of one. */
export function addressKey(email: string | null | undefined): string | null {
  const plain = (email ?? '')
    .trim()
    .toLowerCase()
    .replace(/^(?:smtp|x500|ex|mailto):/, '');
  return plain.includes('@') || plain.startsWith('/o=') ? plain : null;
}

/**
 * Who is who among some people: the same word for the same person, null for somebody of whom nothing is known. An object id is a person. An address
 * is whose the directory says, else whose of these people it is, where it is one's alone. Whoever has none is a person by the name.
 */
export function whoIsWho(people: readonly Someone[], directory: Directory = NOBODY_KNOWN): (one: Someone) => string | null {
  const claims = new Map<string, Set<string>>();
  for (const { id, email } of people) {
    const address = addressKey(email);
    if (id !== null && address !== null) claims.set(address, (claims.get(address) ?? new Set()).add(id));
  }
  return ({ id, email, name }) => {
    if (id !== null) return `id:${id.toLowerCase()}`;
    const address = addressKey(email);
    if (address === null) {
      const called = plainName(name) || plainName(email);
      return called === '' ? null : `name:${called}`;
    }
    const [claim, another] = claims.get(address) ?? [];
    const owner = (Object.hasOwn(directory.ids, address) ? directory.ids[address] : undefined) ?? (another === undefined ? claim : undefined);
    return owner === undefined ? `address:${address}` : `id:${owner.toLowerCase()}`;
  };
}

const plainName = (name: string | null | undefined): string => (name ?? '').replace(/\s+/g, ' ').trim().toLocaleLowerCase('da');

/** Is this the same person, as far as these two tell? Among several people `whoIsWho` tells more. */
export function samePerson(one: Someone, other: Someone): boolean {
  const who = whoIsWho([one, other]);
  return who(one) !== null && who(one) === who(other);
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

/** Those invited, named by object id where the directory knows them; who stands in it under two addresses stands in it once. */
export function inviteesKnown(invitees: readonly Invitee[], directory: Directory): Invitee[] {
  const known = invitees.map((invitee): Invitee => {
    // A group answers nothing: an answer is a person's.
    const isGroup = invitee.answer === 'none' && directory.groups.includes(addressKey(invitee.email) ?? '');
    return isGroup ? { ...invitee, isGroup } : withId(invitee, directory);
  });
  return eachOnce(known);
}

/**
 * Each person once, where they stand first: with the latest answer, and asked for where one of the invitations asks. People of one name and no address
 * are told apart by their place, as nothing else does.
 * @param also others of whom more may be known, such as those who sent an apology
 */
export function eachOnce(invitees: readonly Invitee[], also: readonly Someone[] = []): Invitee[] {
  const apart = namesByPlace(invitees);
  const who = whoIsWho([...apart, ...also]);
  const first = new Map<string, Invitee>();
  for (const [place, invitee] of apart.entries()) {
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

function namesByPlace(invitees: readonly Invitee[]): Invitee[] {
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
