import { whoIsWho } from './persons.ts';
import type { BodyMember } from './profile.ts';
import { BODY_ROLES, type BodyRole } from './words.ts';

/** One entry for each person, in the place of the first: roles go together, and what the first one says of anything else counts. */
export function eachOnce(members: readonly BodyMember[]): readonly BodyMember[] {
  const who = whoIsWho(members.map(({ person }) => person));
  const found = new Map<string, BodyMember>();
  for (const [place, member] of members.entries()) {
    const name = who(member.person) ?? `unknown:${place}`;
    const first = found.get(name);
    found.set(
      name,
      first === undefined ? member : { ...first, roles: BODY_ROLES.filter((role) => [...first.roles, ...member.roles].includes(role)) },
    );
  }
  return [...found.values()];
}

/** As a list of the body is printed: the chair, the deputy, the members, then who does not belong to them; each by name. */
export function inOrderOfOffice(members: readonly BodyMember[]): readonly BodyMember[] {
  const rank = ({ roles }: BodyMember) => RANKS.findIndex((role) => role === null || roles.includes(role));
  return [...members].sort((a, b) => rank(a) - rank(b) || a.person.name.localeCompare(b.person.name, 'da'));
}
const RANKS: readonly (BodyRole | null)[] = ['chair', 'deputy', 'member', 'secretary', 'observer', null];
