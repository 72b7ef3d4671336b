import { Failure } from '../meeting/errors.ts';
import type { Apology, ApologyScope, MeetingPointer, Person } from '../meeting/meeting.ts';
import { apologyId } from '../storage/apologyRow.ts';
import type { Workplace } from './workplace.ts';

/** What an apology needs; plain data, so that it can wait in the outbox. */
export interface ApologyInput {
  readonly pointer: MeetingPointer;
  readonly apology: Apology;
  /** The occurrence to decline on the person's own calendar; null leaves the calendar alone. */
  readonly decline: { readonly eventId: string; readonly comment: string } | null;
}

export interface ApologyWords {
  readonly person: Person;
  readonly scope: ApologyScope;
  readonly substitute: string | null;
  readonly enteredBy: string;
  /** ISO instant. */
  readonly at: string;
}

/** The record of an apology. Throws TypeError for a part of a meeting without items: it would read as the whole. */
export function apologyOf(pointer: MeetingPointer, words: ApologyWords): Apology {
  if (words.scope.kind === 'items' && words.scope.itemIds.length === 0) throw new TypeError('An apology for a part of the meeting names its items');
  return {
    id: apologyId(pointer.key, words.person),
    person: words.person,
    scope: words.scope,
    substitute: words.substitute === null || words.substitute.trim() === '' ? null : words.substitute.trim(),
    receivedAt: words.at,
    enteredBy: words.enteredBy,
    withdrawnAt: null,
  };
}

/** Stores the apology, then declines: declining takes the event, and with it the way back, out of the person's calendar. */
export async function sendApology(workplace: Workplace, input: ApologyInput): Promise<Apology> {
  await workplace.store.putApology(input.pointer, input.apology);
  if (input.decline) await workplace.store.declineEvent(input.decline.eventId, input.decline.comment);
  return input.apology;
}

/** Marks the apology as withdrawn, then accepts the meeting again where the event is still on the calendar. */
export async function withdrawApology(
  workplace: Workplace,
  input: { pointer: MeetingPointer; apology: Apology; at: string; eventId: string | null },
): Promise<void> {
  await workplace.store.putApology(input.pointer, { ...input.apology, withdrawnAt: input.at });
  if (input.eventId !== null) await workplace.store.acceptEvent(input.eventId);
}

/** The line that stands in the answer to the organiser; everyone with access to that mailbox reads it. */
export function declineComment(language: 'da' | 'en', substitute: string | null, message: string): string {
  const words = language === 'en' ? { apology: 'Apologies', substitute: 'Substitute' } : { apology: 'Afbud', substitute: 'Stedfortræder' };
  return [`${words.apology}.`, substitute ? `${words.substitute}: ${substitute}.` : '', message.trim()].filter((part) => part !== '').join(' ');
}

/** Finds the signed-in person's own invitation line, so that the apology carries the name the secretary knows. */
export function requirePerson(person: Person | null): Person {
  if (!person) throw new Failure('SignInNeeded', 'Nobody is signed in');
  return person;
}
