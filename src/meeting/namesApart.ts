import type { Person } from './meeting.ts';

type Named = Pick<Person, 'name' | 'email'>;

/**
 * What each of some people is called where they stand beside each other: the name, with the address where another has the same, a number where there
 * is no address to tell them apart by. Whoever has no name is called by the address.
 */
export function namesApart<Someone extends Named>(people: readonly Someone[]): (person: Someone) => string {
  const called = new Map<string, Someone[]>();
  for (const person of people) called.set(keyOf(person), [...(called.get(keyOf(person)) ?? []), person]);
  return (person) => {
    const name = person.name.trim() === '' ? (person.email ?? '?') : person.name;
    const same = called.get(keyOf(person)) ?? [];
    if (same.length < 2 || name === person.email) return name;
    const address = person.email?.toLowerCase() ?? null;
    const alone = address !== null && same.filter((other) => other.email?.toLowerCase() === address).length === 1;
    return `${name} (${alone ? (person.email ?? '') : same.indexOf(person) + 1})`;
  };
}

const keyOf = ({ name }: Named): string => name.replace(/\s+/g, ' ').trim().toLocaleLowerCase('da');
