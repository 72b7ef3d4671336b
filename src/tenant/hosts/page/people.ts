import { isRecord, textAt } from '../wire/record.ts';

/** A person of the fixture, as `GET /_dev/users` lists them. */
export interface Person {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly jobTitle: string;
}

/** The tenant's own pages could not be served: what was asked, and the status. */
export class TenantUnreachable extends Error {
  override readonly name = 'TenantUnreachable';
}

/** Everybody in the tenant, the secretary first. @throws TenantUnreachable */
export async function fetchPeople(): Promise<Person[]> {
  const response = await fetch('/_dev/users');
  if (!response.ok) throw new TenantUnreachable(`GET /_dev/users: ${response.status}`);
  const body: unknown = await response.json();
  const list = Array.isArray(body) ? body : isRecord(body) && Array.isArray(body['value']) ? body['value'] : null;
  if (!list) throw new TenantUnreachable('GET /_dev/users: no list');
  return list.filter(isRecord).map((entry) => ({
    id: textAt(entry, 'id'),
    userPrincipalName: textAt(entry, 'userPrincipalName'),
    displayName: textAt(entry, 'displayName'),
    jobTitle: textAt(entry, 'jobTitle'),
  }));
}

/** The person an address names by UPN or id; the first one (the secretary) when it names nobody known. */
export function choosePerson(people: readonly Person[], user: string | null): Person {
  const wanted = user?.toLowerCase();
  const chosen = people.find((person) => person.id === user || person.userPrincipalName.toLowerCase() === wanted) ?? people[0];
  if (!chosen) throw new TenantUnreachable('The tenant has no people.');
  return chosen;
}

/** Up to two initials: "Ulla Skarvad" → "US". */
export function initials(name: string): string {
  const words = name.match(/\p{L}+/gu) ?? [];
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}

/** One of eight calm hues for a person's circle, the same one each time. */
export function hueOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7) % 8;
}
