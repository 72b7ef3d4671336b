import type { Apology, Person } from './meeting.ts';

/** Is this the same person? By id where both have one, else by address: an invitation knows addresses only. */
export function samePerson(one: Pick<Person, 'id' | 'email'>, other: Pick<Person, 'id' | 'email'>): boolean {
  if (one.id !== null && other.id !== null) return one.id === other.id;
  return one.email !== null && other.email !== null && one.email.toLowerCase() === other.email.toLowerCase();
}

/** Apologies that stand: not withdrawn, and the latest of each person, should somebody's have been entered twice. */
export function standing(apologies: readonly Apology[]): Apology[] {
  const left = apologies.filter((apology) => apology.withdrawnAt === null);
  return left.filter((apology, place) => !left.slice(place + 1).some((later) => samePerson(later.person, apology.person)));
}

/** This person's apology that stands, or null. */
export function standingOf(apologies: readonly Apology[], person: Pick<Person, 'id' | 'email'>): Apology | null {
  return standing(apologies).find((apology) => samePerson(apology.person, person)) ?? null;
}
