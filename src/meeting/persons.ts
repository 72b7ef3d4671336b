import type { Person } from './meeting.ts';

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

/** A name as it is compared. */
export const plainName = (name: string | null | undefined): string => (name ?? '').replace(/\s+/g, ' ').trim().toLocaleLowerCase('da');

/** Is this the same person, as far as these two tell? Among several people `whoIsWho` tells more. */
export function samePerson(one: Someone, other: Someone): boolean {
  const who = whoIsWho([one, other]);
  return who(one) !== null && who(one) === who(other);
}
