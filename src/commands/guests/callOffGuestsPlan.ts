import * as v from 'valibot';
import { wordsOf } from '../../exporters/document/words.ts';
import { BOARD_LANGUAGES, type BoardLanguage } from '../../meeting/boardLanguage.ts';
import { Failure, isFailure } from '../../meeting/errors.ts';
import type { MeetingPointer, Occasion } from '../../meeting/meeting.ts';
import { pointer } from '../../meeting/schemas.ts';
import { inBoardLanguage } from '../boardLanguage.ts';
import { plan } from '../plan.ts';
import type { Workplace } from '../workplace.ts';
import { guestsAhead } from './guestsLeft.ts';

interface CallOffInput {
  readonly pointer: MeetingPointer;
  /** The copy of whoever called the meeting, where it still stands there, marked as called off; null where it has left the calendar. */
  readonly eventId: string | null;
  /** Whose calendar guests were invited from: an address of one that is shared with me, null for my own. */
  readonly mailbox: string | null;
  readonly language?: BoardLanguage | undefined;
}

export const callOffGuestsPlan = plan({
  input: v.object({
    pointer,
    eventId: v.nullable(v.string()),
    mailbox: v.nullable(v.string()),
    language: v.optional(v.picklist(BOARD_LANGUAGES)),
  }) satisfies v.GenericSchema<unknown, CallOffInput>,
  steps: { guests: {} },
  perform: (workplace, input: CallOffInput, { steps }) => steps.take('guests', () => callOff(workplace, input)),
});

/**
 * Calls off what guests of a meeting were sent, which is called off itself. The calendar is asked once more right before: an order may have waited, and the
 * meeting stand there again.
 * @throws Failure Conflict where the meeting stands in the calendar
 */
async function callOff(workplace: Workplace, { pointer: of, eventId, mailbox, language: known }: CallOffInput): Promise<void> {
  const { store, now } = workplace;
  const { occasion, board } = await store.openMeeting(of);
  const left = await guestsAhead(store, { key: of.key, occasion, mailbox }, now());
  if (left.length === 0) return;
  const { language } = await inBoardLanguage(workplace, board.siteId, known);
  if (!(await isCalledOff(workplace, of, occasion, eventId)))
    throw new Failure('Conflict', 'The meeting stands in the calendar, and its guests are invited still');
  const guests = await store.guests();
  for (const { id } of left) await guests.callOff(id, wordsOf(language).guest.meetingCancelled);
}

/** By the calendar, which is the truth about it: what a row says may be older. */
async function isCalledOff({ store }: Workplace, { key }: MeetingPointer, occasion: Occasion, eventId: string | null): Promise<boolean> {
  if (eventId === null) return ((await store.eventOfMeeting({ ...occasion, key }))?.cancelled ?? true) === true;
  try {
    return (await store.eventById(eventId)).cancelled;
  } catch (error) {
    if (isFailure(error, 'NotFound')) return true;
    throw error;
  }
}
