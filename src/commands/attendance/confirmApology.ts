import type { ApologyScope, MeetingFile, Person } from '../../meeting/meeting.ts';
import type { ReceivedWay } from '../../meeting/words.ts';
import { apologyOf } from '../apology/apologyOf.ts';
import { sendApologyOrder } from '../apology/sendApology.ts';
import type { SentApology } from '../apology/sendApologyPlan.ts';
import type { Desk } from '../desk.ts';

/** What somebody else has said, as the secretary writes it down. */
export interface ToldApology {
  /** How it came; left out, it was seen in the calendar. */
  readonly way?: ReceivedWay;
  /** The whole meeting where it is left out. */
  readonly scope?: ApologyScope;
  readonly substitute?: string | null;
  /** ISO instant at which it was received; now where it is left out. One that is yet to come is now. */
  readonly receivedAt?: string;
}

/**
 * Secretary: writes down an apology on that person's behalf: an Outlook "declined" that is one, what came by phone or mail, what a paper says. One
 * they sent meanwhile is left as it is and returned.
 */
export const confirmApology =
  ({ workplace, send, me }: Desk) =>
  async (file: MeetingFile, person: Person, told: ToldApology = {}): Promise<SentApology> => {
    const { way = 'calendar', scope = { kind: 'meeting' }, substitute = null } = told;
    const now = workplace.now().toISOString();
    const received = Date.parse(told.receivedAt ?? now);
    const at = Number.isNaN(received) || received > Date.parse(now) ? now : new Date(received).toISOString();
    const { id, name, email } = person;
    const words = { person: { id, name, email }, scope, substitute, enteredBy: me().name, at, givenFor: file.occasion.start, way };
    return send(sendApologyOrder, {
      pointer: file.pointer,
      apology: await apologyOf(file.pointer, words),
      decline: null,
      search: null,
      tentative: false,
      holdUntil: null,
      onBehalf: true,
      staff: null,
      mayBeCalled: true,
    });
  };
