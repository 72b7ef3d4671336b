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

/** Rows keep whole seconds, so instants are compared as such. */
const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

/**
 * What somebody has done about their apology since this one was sent, or null: taken it back, or sent another. A newer act of a person beats an
 * older one that has only now got through, on whatever device either was done. What another entered for them is no act of theirs.
 */
export function newerAct(apologies: readonly Apology[], sent: Apology): Apology | null {
  const own = apologies.filter((apology) => samePerson(apology.person, sent.person));
  const takenBack = own.filter(({ withdrawnAt }) => withdrawnAt !== null && seconds(withdrawnAt) >= seconds(sent.receivedAt));
  const sentAgain = own.filter((apology) => apology.withdrawnAt === null && seconds(apology.receivedAt) > seconds(sent.receivedAt));
  return sentAgain.find(({ enteredBy, person }) => enteredBy === person.name) ?? takenBack.at(-1) ?? null;
}

/** Does taking it back at this instant mean this apology? One that was sent later does not. */
export const meansThis = (apology: Apology, withdrawnAt: string): boolean => seconds(apology.receivedAt) <= seconds(withdrawnAt);

/** The instant of an act that is done now, and after all that is known of this person: clocks of two devices may differ. */
export function afterAll(apologies: readonly Apology[], person: Pick<Person, 'id' | 'email'>, now: string): string {
  const known = apologies
    .filter((apology) => samePerson(apology.person, person))
    .flatMap(({ receivedAt, withdrawnAt }) => [seconds(receivedAt), ...(withdrawnAt === null ? [] : [seconds(withdrawnAt) + 1])]);
  const latest = Math.max(...known.filter((each) => !Number.isNaN(each)), 0);
  return latest > seconds(now) ? new Date(latest * 1000).toISOString() : now;
}
