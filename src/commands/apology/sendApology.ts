import * as v from 'valibot';
import { isFailure, type FailureName } from '../../meeting/errors.ts';
import { standingOf } from '../../meeting/apologies.ts';
import type { Apology, ApologyScope, CalendarEvent, MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';
import type { Desk } from '../desk.ts';
import { ownEvent } from '../find/findMyEvent.ts';
import { refuseOtherBoard } from '../find/otherBoard.ts';
import { order, type Run } from '../order.ts';
import { apology, pointer } from '../../meeting/schemas.ts';
import type { StepTold } from '../steps.ts';
import type { Workplace } from '../workplace.ts';
import { apologyOf } from './apologyOf.ts';

/** What an apology needs; plain data, so that it can wait in the outbox. */
export interface ApologyInput {
  readonly pointer: MeetingPointer;
  readonly apology: Apology;
  /** The occurrence to decline on the person's own calendar; null leaves the calendar alone. */
  readonly decline: { readonly eventId: string; readonly comment: string } | null;
  /** Entered on somebody's behalf: what they have sent meanwhile, with its scope and substitute, is left as it is. */
  readonly onBehalf: boolean;
}

/** `stored` is the record, `declined` the occurrence on the person's own calendar. */
export type ApologyStep = 'stored' | 'declined';

const input: v.GenericSchema<unknown, ApologyInput> = v.object({
  pointer,
  apology,
  decline: v.nullable(v.object({ eventId: v.string(), comment: v.string() })),
  onBehalf: v.boolean(),
});

export const sendApologyOrder = order({
  name: 'sendApology',
  version: 1,
  input,
  steps: {
    // Stored again later, it would stand again although it was withdrawn meanwhile.
    stored: { once: true },
    // A calendar that does not take the answer changes nothing in what is recorded.
    declined: { once: true, refusable: ['NotAllowed', 'ConsentMissing', 'Refused'] },
  },
  perform: storeAndDecline,
});

/**
 * Stores the apology, then declines: declining takes the event, and with it the way back, out of the person's calendar. An apology
 * that stands for the same person is changed, whoever entered it: the secretary files by address, the person by Entra id.
 */
async function storeAndDecline({ store }: Workplace, input: ApologyInput, { steps }: Run<ApologyStep, never>): Promise<Apology> {
  let stored = input.apology;
  let storedNow = false;
  await steps.take('stored', async () => {
    storedNow = true;
    await refuseElsewhere(store, input);
    const stands = standingOf(await store.apologies(input.pointer), input.apology.person);
    if (stands && input.onBehalf) stored = stands;
    else {
      stored = stands ? { ...input.apology, id: stands.id } : input.apology;
      await store.putApology(input.pointer, stored);
    }
  });
  const { decline } = input;
  // Stored by an earlier attempt, it may have been withdrawn since, on another device: then the person means to come.
  const stands = storedNow || decline === null || standingOf(await store.apologies(input.pointer), input.apology.person) !== null;
  if (decline && stands) await steps.take('declined', () => store.declineEvent(decline.eventId, decline.comment));
  else steps.skip('declined');
  return stored;
}

const notAtHand: readonly FailureName[] = ['NotFound', 'NotAllowed', 'ConsentMissing', 'WholeSeries', 'Refused'];

/** The event that is about to be declined says itself where its meeting's rows are. Throws Failure OtherBoard. */
async function refuseElsewhere(store: Store, { pointer, decline }: ApologyInput): Promise<void> {
  if (decline === null) return;
  try {
    refuseOtherBoard(pointer, await store.eventById(decline.eventId));
  } catch (error) {
    // Gone from the calendar, or not to be read: then nothing is declined either.
    if (!notAtHand.some((name) => isFailure(error, name))) throw error;
  }
}

/**
 * Stores the apology, then declines the occurrence on my calendar (only for the whole meeting). A calendar that refuses for good leaves
 * the apology standing; `onStep` hears that 'declined' failed, and why.
 */
export const sendApology =
  ({ workplace, send, me }: Desk) =>
  async (
    words: { file: MeetingFile; event: CalendarEvent | null; scope: ApologyScope; substitute: string | null; message: string },
    onStep: (step: StepTold<ApologyStep>) => void = () => undefined,
  ): Promise<Apology> => {
    const { file, scope, substitute, message } = words;
    const event = words.event ?? (await eventAtHand(workplace.store, file));
    refuseOtherBoard(file.pointer, event);
    const person = me();
    const apology = apologyOf(file.pointer, { person, scope, substitute, enteredBy: person.name, at: workplace.now().toISOString() });
    const declines = scope.kind === 'meeting' && event !== null && !event.iAmOrganizer;
    const decline = declines ? { eventId: event.id, comment: declineComment(workplace.language, apology.substitute, message) } : null;
    return send(sendApologyOrder, { pointer: file.pointer, apology, decline, onBehalf: false }, { onStep });
  };

/** By a link the event may not have been found yet. What the calendar cannot tell just now keeps nobody from sending an apology. */
async function eventAtHand(store: Store, file: MeetingFile): Promise<CalendarEvent | null> {
  try {
    return await ownEvent(store, file);
  } catch (error) {
    if (isFailure(error, 'OtherBoard')) throw error;
    return null;
  }
}

/** The line that stands in the answer to the organiser; everyone with access to that mailbox reads it. */
function declineComment(language: 'da' | 'en', substitute: string | null, message: string): string {
  const words = language === 'en' ? { apology: 'Apologies', substitute: 'Substitute' } : { apology: 'Afbud', substitute: 'Stedfortræder' };
  return [`${words.apology}.`, substitute ? `${words.substitute}: ${substitute}.` : '', message.trim()].filter((part) => part !== '').join(' ');
}
