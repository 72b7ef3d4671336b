import type { Invitee } from './meeting.ts';
import { addressKey, plainName, type Someone } from './persons.ts';

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
