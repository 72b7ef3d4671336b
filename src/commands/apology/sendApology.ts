import { afterAll, samePerson } from '../../meeting/apologies.ts';
import { Failure } from '../../meeting/errors.ts';
import { Held } from '../../device/held.ts';
import type { ApologyScope, CalendarEvent, MeetingFile, Person } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { refuseOtherBoard } from '../find/otherBoard.ts';
import { order } from '../order.ts';
import type { StaffToTell } from '../staff/tellStaff.ts';
import type { StepTold } from '../steps.ts';
import { apologyOf } from './apologyOf.ts';
import type { ApologyInput, ApologyStep, SentApology } from './sendApologyPlan.ts';

export const sendApologyOrder = order({
  name: 'sendApology',
  version: 4,
  stepNames: ['stored', 'declined', 'told', 'chairTold', 'secretaryTold'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './sendApologyPlan.ts')).sendApologyPlan,
});

/**
 * Stores the apology, then answers the occurrence on my calendar: declines it, or says perhaps for a part of the meeting. The organiser reads the message in
 * that answer; nothing else keeps it. A calendar that refuses for good leaves the apology standing; `onStep` hears that 'declined' failed, and why, and
 * that 'told' is skipped where nobody was told. Throws Conflict where the person has taken it back meanwhile.
 * @param words `hold`: so long, in milliseconds, the calendar is not answered yet, so that the apology can be taken back as if it had not been. The result is
 *   there when it is stored; the outbox does the rest, also where the pane is closed.
 */
export const sendApology =
  ({ workplace, send, me }: Desk) =>
  async (
    words: {
      readonly file: MeetingFile;
      readonly event: CalendarEvent | null;
      readonly scope: ApologyScope;
      readonly substitute: string | null;
      readonly message: string;
      readonly hold?: number;
      /** Who is told of it in Teams besides, and what; nobody where it is left out. */
      readonly staff?: StaffToTell | null;
      /** Is the person known to be called to stand in for somebody? */
      readonly isCalled?: boolean;
    },
    onStep: (step: StepTold<ApologyStep>) => void = () => undefined,
  ): Promise<SentApology> => {
    const { file, scope, substitute, message, hold = 0, staff = null, isCalled = false } = words;
    // Nobody is excused in another's name: of what stands in a shared calendar, my own copy is looked for.
    const event = words.event?.mailbox === undefined ? words.event : null;
    refuseOtherBoard(file.pointer, event);
    const person = me();
    const now = workplace.now();
    const at = afterAll(file.apologies, person, now.toISOString());
    const givenFor = event?.start ?? file.occasion.start;
    const apology = await apologyOf(file.pointer, { person, scope, substitute, enteredBy: person.name, at, givenFor });
    // Its words come apart from the first agenda. Where they cannot be fetched, the message goes without them rather than the apology not at all.
    const comment = await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './answerComment.ts').then(
      ({ answerComment }) => answerComment(workplace.language, file, apology, message),
      () => message.trim(),
    );
    // Whoever called the meeting has no answer to give.
    const decline = event !== null && !event.iAmOrganizer ? { eventId: event.id, comment } : null;
    const holdUntil = hold > 0 ? new Date(now.getTime() + hold).toISOString() : null;
    // What takes time is done by the order: until it is kept, a closed pane would lose it, and a later act could go before it.
    const search = event === null ? { occasion: file.occasion, comment } : null;
    const input = {
      pointer: file.pointer,
      apology,
      decline,
      search,
      tentative: scope.kind !== 'meeting',
      holdUntil,
      onBehalf: false,
      staff,
      mayBeCalled: isCalled || isAmongLast(event, person),
    };
    const stored = await sendUntilHeld(send, input, onStep);
    if (stored.withdrawnAt !== null) throw new Failure('Conflict', 'The apology has been taken back since, on another device');
    return stored;
  };

/** Sends the order. Where what follows is to wait, it goes on without us once the record is stored, which is the result then. */
export async function sendUntilHeld(send: Desk['send'], input: ApologyInput, onStep: (step: StepTold<ApologyStep>) => void): Promise<SentApology> {
  let kept: SentApology | null = null;
  const onProgress = (apology: SentApology): void => void (kept = apology);
  return send(sendApologyOrder, input, { onStep, onProgress }).catch((error: unknown) => {
    if (error instanceof Held && kept !== null) return kept;
    throw error;
  });
}

const LAST = 10;

/**
 * Whoever is called to stand in is put last on the invitation. Where many are invited only the last ask whether they are, so that sixty who apologise at once stay
 * within what SharePoint gives the app; one who was invited long before is known by the screen.
 */
function isAmongLast(event: CalendarEvent | null, me: Person): boolean {
  const place = event?.invitees.findIndex((invitee) => samePerson(invitee, me)) ?? -1;
  return event === null || place < 0 || place >= event.invitees.length - LAST;
}
