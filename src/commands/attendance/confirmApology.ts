import type { ApologyScope, MeetingFile, Person } from '../../meeting/meeting.ts';
import type { ReceivedWay } from '../../meeting/words.ts';
import { apologyOf } from '../apology/apologyOf.ts';
import { sendUntilHeld } from '../apology/sendApology.ts';
import type { ApologyStep, SentApology } from '../apology/sendApologyPlan.ts';
import type { Desk } from '../desk.ts';
import type { StaffToTell } from '../staff/tellStaff.ts';
import type { StepTold } from '../steps.ts';

/** What somebody else has said, as the secretary writes it down. */
export interface ToldApology {
  /** How it came; left out, it was seen in the calendar. */
  readonly way?: ReceivedWay;
  /** The whole meeting where it is left out. */
  readonly scope?: ApologyScope;
  readonly substitute?: string | null;
  /** ISO instant at which it was received; now where it is left out. One that is yet to come is now. */
  readonly receivedAt?: string;
  /** Whom the secretary has told of it in Teams, and what; nobody where it is left out. */
  readonly staff?: StaffToTell | null;
  /** So long, in milliseconds, nobody is told yet, so that it can be taken back as if it had not been. */
  readonly hold?: number;
}

/**
 * Secretary: writes down an apology on that person's behalf: an Outlook "declined" that is one, what came by phone or mail, what a paper says. One
 * they sent meanwhile is left as it is and returned, and then nobody is told by the secretary.
 * @param onStep hears where the chair or the secretary could not be told. With `hold` that comes later: the order stands in the outbox, and tells it itself.
 */
export const confirmApology =
  ({ workplace, send, me }: Desk) =>
  async (
    file: MeetingFile,
    person: Person,
    told: ToldApology = {},
    onStep: (step: StepTold<ApologyStep>) => void = () => undefined,
  ): Promise<SentApology> => {
    const { way = 'calendar', scope = { kind: 'meeting' }, substitute = null, staff = null, hold = 0 } = told;
    const now = workplace.now().toISOString();
    const received = Date.parse(told.receivedAt ?? now);
    const at = Number.isNaN(received) || received > Date.parse(now) ? now : new Date(received).toISOString();
    const { id, name, email } = person;
    const words = { person: { id, name, email }, scope, substitute, enteredBy: me().name, at, givenFor: file.occasion.start, way };
    const input = {
      pointer: file.pointer,
      apology: await apologyOf(file.pointer, words),
      decline: null,
      search: null,
      tentative: false,
      holdUntil: staff !== null && hold > 0 ? new Date(Date.parse(now) + hold).toISOString() : null,
      onBehalf: true,
      staff,
      mayBeCalled: true,
    };
    return sendUntilHeld(send, input, onStep);
  };
