import { samePerson, standingOf } from '../meeting/apologies.ts';
import { Failure, isFailure, type FailureName } from '../meeting/errors.ts';
import type { Apology, ApologyScope, MeetingPointer, Occasion, Person } from '../meeting/meeting.ts';
import { apologyId } from '../storage/apologyRow.ts';
import type { Workplace } from './workplace.ts';

/** What an apology needs; plain data, so that it can wait in the outbox. */
export interface ApologyInput {
  readonly pointer: MeetingPointer;
  readonly apology: Apology;
  /** The occurrence to decline on the person's own calendar; null leaves the calendar alone. */
  readonly decline: { readonly eventId: string; readonly comment: string } | null;
  /** Entered on somebody's behalf: what they have sent meanwhile, with its scope and substitute, is left as it is. */
  readonly onBehalf: boolean;
}

/** What taking an apology back needs; plain data, as above. */
export interface WithdrawalInput {
  readonly pointer: MeetingPointer;
  readonly apology: Apology;
  /** ISO instant. */
  readonly at: string;
  /** The meeting to accept again on the person's own calendar; null leaves the calendar alone. */
  readonly occasion: Occasion | null;
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

/**
 * Stores the apology, then declines: declining takes the event, and with it the way back, out of the person's calendar. An apology
 * that stands for the same person is changed, whoever entered it: the secretary files by address, the person by Entra id.
 */
export async function sendApology({ store }: Workplace, input: ApologyInput): Promise<Apology> {
  const stands = standingOf(await store.apologies(input.pointer), input.apology.person);
  if (stands && input.onBehalf) return stands;
  const apology = stands ? { ...input.apology, id: stands.id } : input.apology;
  await store.putApology(input.pointer, apology);
  if (input.decline) await store.declineEvent(input.decline.eventId, input.decline.comment);
  return apology;
}

/** Marks what stands of this person's apology as withdrawn, then accepts the meeting again where the event is still on the calendar. */
export async function withdrawApology({ store }: Workplace, { pointer, apology, at, occasion }: WithdrawalInput): Promise<void> {
  for (const each of await store.apologies(pointer)) {
    if (each.withdrawnAt !== null || !(each.id === apology.id || samePerson(each.person, apology.person))) continue;
    await store.putApology(pointer, { ...each, withdrawnAt: at });
  }
  if (occasion === null) return;
  try {
    const event = await store.eventOfMeeting({ ...occasion, key: pointer.key });
    if (event) await store.acceptEvent(event.id);
  } catch (error) {
    // No mailbox, or none we may use: the apology is taken back, and the calendar stays as it is.
    if (!noCalendar.some((name) => isFailure(error, name))) throw error;
  }
}

const noCalendar: readonly FailureName[] = ['NotFound', 'NotAllowed', 'ConsentMissing', 'Refused'];

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
