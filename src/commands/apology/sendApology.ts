import { afterAll } from '../../meeting/apologies.ts';
import { Failure } from '../../meeting/errors.ts';
import type { Apology, ApologyScope, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { refuseOtherBoard } from '../find/otherBoard.ts';
import { order } from '../order.ts';
import type { StepTold } from '../steps.ts';
import { apologyOf } from './apologyOf.ts';
import type { ApologyStep } from './sendApologyPlan.ts';

export const sendApologyOrder = order({
  name: 'sendApology',
  version: 2,
  stepNames: ['stored', 'declined'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './sendApologyPlan.ts')).sendApologyPlan,
});

/**
 * Stores the apology, then declines the occurrence on my calendar (only for the whole meeting). A calendar that refuses for good leaves
 * the apology standing; `onStep` hears that 'declined' failed, and why. Throws Conflict where the person has taken it back meanwhile.
 */
export const sendApology =
  ({ workplace, send, me }: Desk) =>
  async (
    words: { file: MeetingFile; event: CalendarEvent | null; scope: ApologyScope; substitute: string | null; message: string },
    onStep: (step: StepTold<ApologyStep>) => void = () => undefined,
  ): Promise<Apology> => {
    const { file, scope, substitute, message } = words;
    // Nobody is excused in another's name: of what stands in a shared calendar, my own copy is looked for.
    const event = words.event?.mailbox === undefined ? words.event : null;
    refuseOtherBoard(file.pointer, event);
    const person = me();
    const at = afterAll(file.apologies, person, workplace.now().toISOString());
    const givenFor = event?.start ?? file.occasion.start;
    const apology = await apologyOf(file.pointer, { person, scope, substitute, enteredBy: person.name, at, givenFor });
    const comment = scope.kind === 'meeting' ? declineComment(workplace.language, apology.substitute, message) : null;
    const decline = comment !== null && event !== null && !event.iAmOrganizer ? { eventId: event.id, comment } : null;
    // What takes time is done by the order: until it is kept, a closed pane would lose it, and a later act could go before it.
    const search = event === null ? { occasion: file.occasion, comment } : null;
    const stored = await send(sendApologyOrder, { pointer: file.pointer, apology, decline, search, onBehalf: false }, { onStep });
    if (stored.withdrawnAt !== null) throw new Failure('Conflict', 'The apology has been taken back since, on another device');
    return stored;
  };

/** The line that stands in the answer to the organiser; everyone with access to that mailbox reads it. */
function declineComment(language: 'da' | 'en', substitute: string | null, message: string): string {
  const words = language === 'en' ? { apology: 'Apologies', substitute: 'Substitute' } : { apology: 'Afbud', substitute: 'Stedfortræder' };
  return [`${words.apology}.`, substitute ? `${words.substitute}: ${substitute}.` : '', message.trim()].filter((part) => part !== '').join(' ');
}
