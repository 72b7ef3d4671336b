import type { Apology } from './meeting.ts';
import { whoIsWho, type Someone } from './persons.ts';

export { samePerson } from './persons.ts';

/** Tells whether an apology is this person's, among all the people who sent one. */
function isOf(apologies: readonly Apology[], person: Someone): (apology: Apology) => boolean {
  const who = whoIsWho([...apologies.map((apology) => apology.person), person]);
  const wanted = who(person);
  return (apology) => wanted !== null && who(apology.person) === wanted;
}

/**
 * Apologies that stand: not withdrawn, and the latest of each person, should somebody's have been entered twice.
 * @param who who is who, where more people are known than those who sent one
 */
export function standing(apologies: readonly Apology[], who = whoIsWho(apologies.map(({ person }) => person))): Apology[] {
  const left = apologies.filter((apology) => apology.withdrawnAt === null);
  const last = new Map(left.map(({ person }, place) => [who(person), place]));
  return left.filter(({ person }, place) => who(person) === null || last.get(who(person)) === place);
}

/** This person's apology that stands, or null. */
export function standingOf(apologies: readonly Apology[], person: Someone): Apology | null {
  return standing(apologies).find(isOf(apologies, person)) ?? null;
}

const second = (iso: string): number => Math.floor(Date.parse(iso) / 1000);
/** Is the instant told to the millisecond? Rows of before keep whole seconds. */
const isExact = (iso: string): boolean => /\.\d{3}/.test(iso);

/** The order of two acts: below zero where the first was done before the other, zero where they cannot be told apart. */
const compared = (one: string, other: string): number =>
  isExact(one) && isExact(other) ? Date.parse(one) - Date.parse(other) : second(one) - second(other);

/**
 * What somebody has done about their apology since this one was sent, or null: taken it back, or sent another. A newer act of a person beats an
 * older one that has only now got through, on whatever device either was done. What another entered for them is no act of theirs.
 */
export function newerAct(apologies: readonly Apology[], sent: Apology): Apology | null {
  const own = apologies.filter(isOf(apologies, sent.person));
  const takenBack = own.filter(({ withdrawnAt }) => withdrawnAt !== null && compared(withdrawnAt, sent.receivedAt) >= 0);
  const sentAgain = own.filter((apology) => apology.withdrawnAt === null && compared(apology.receivedAt, sent.receivedAt) > 0);
  return sentAgain.find(({ enteredBy, person }) => enteredBy === person.name) ?? takenBack.at(-1) ?? null;
}

/** Does taking it back at this instant mean this apology? One that was sent later does not. */
export const meansThis = (apology: Apology, withdrawnAt: string): boolean => compared(apology.receivedAt, withdrawnAt) <= 0;

/** Was it taken back before this instant? Who takes it back once more has decided so last, whatever else of theirs is still on its way. */
export const takenBackBefore = ({ withdrawnAt }: Apology, at: string): boolean => withdrawnAt !== null && compared(withdrawnAt, at) < 0;

/** The instant of an act that is done now, and after all that is known of this person: clocks of two devices may differ. */
export function afterAll(apologies: readonly Apology[], person: Someone, now: string): string {
  const known = apologies
    .filter(isOf(apologies, person))
    .flatMap(({ receivedAt, withdrawnAt }) => [
      begins(receivedAt),
      ...(withdrawnAt === null ? [] : [begins(withdrawnAt) + (isExact(withdrawnAt) ? 1 : 1000)]),
    ]);
  const latest = Math.max(...known.filter((each) => !Number.isNaN(each)), 0);
  return latest > Date.parse(now) ? new Date(latest).toISOString() : now;
}

/** Milliseconds since 1970, of the second where no more is known. */
const begins = (iso: string): number => (isExact(iso) ? Date.parse(iso) : second(iso) * 1000);
