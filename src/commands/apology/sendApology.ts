import { afterAll } from '../../meeting/apologies.ts';
import { printClock, type ClockTime } from '../../meeting/clock.ts';
import { Failure } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { Held } from '../../device/held.ts';
import { itemsOfScope } from '../../meeting/itemsOfScope.ts';
import type { Apology, ApologyScope, CalendarEvent, MeetingFile, ScopeMark } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { refuseOtherBoard } from '../find/otherBoard.ts';
import { order } from '../order.ts';
import type { StepTold } from '../steps.ts';
import { apologyOf } from './apologyOf.ts';
import type { ApologyStep } from './sendApologyPlan.ts';

export const sendApologyOrder = order({
  name: 'sendApology',
  version: 3,
  stepNames: ['stored', 'declined', 'told'],
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
    },
    onStep: (step: StepTold<ApologyStep>) => void = () => undefined,
  ): Promise<Apology> => {
    const { file, scope, substitute, message, hold = 0 } = words;
    // Nobody is excused in another's name: of what stands in a shared calendar, my own copy is looked for.
    const event = words.event?.mailbox === undefined ? words.event : null;
    refuseOtherBoard(file.pointer, event);
    const person = me();
    const now = workplace.now();
    const at = afterAll(file.apologies, person, now.toISOString());
    const givenFor = event?.start ?? file.occasion.start;
    const apology = await apologyOf(file.pointer, { person, scope, substitute, enteredBy: person.name, at, givenFor });
    const comment = answerComment(workplace.language, file, apology, message);
    // Whoever called the meeting has no answer to give.
    const decline = event !== null && !event.iAmOrganizer ? { eventId: event.id, comment } : null;
    const holdUntil = hold > 0 ? new Date(now.getTime() + hold).toISOString() : null;
    // What takes time is done by the order: until it is kept, a closed pane would lose it, and a later act could go before it.
    const search = event === null ? { occasion: file.occasion, comment } : null;
    const input = { pointer: file.pointer, apology, decline, search, tentative: scope.kind !== 'meeting', holdUntil, onBehalf: false };
    let kept: Apology | null = null;
    const onProgress = (apology: Apology): void => void (kept = apology);
    const stored = await send(sendApologyOrder, input, { onStep, onProgress }).catch((error: unknown) => {
      // Where the calendar is to wait, the order goes on without us once the record is stored.
      if (error instanceof Held && kept !== null) return kept;
      throw error;
    });
    if (stored.withdrawnAt !== null) throw new Failure('Conflict', 'The apology has been taken back since, on another device');
    return stored;
  };

/** The line that stands in the answer to the organiser; everyone with access to that mailbox reads it, so it names no titles. */
function answerComment(language: 'da' | 'en', file: MeetingFile, { scope, substitute }: Apology, message: string): string {
  const words = WORDS[language];
  const { numbers, unnumbered } = itemsOfScope(scope, file.agenda.items);
  const numberOf = (id: ItemId) => itemsOfScope({ kind: 'items', itemIds: [id] }, file.agenda.items).numbers[0];
  const clock = (time: ClockTime) => (language === 'da' ? `kl. ${printClock(time)}` : time);
  const mark = (each: ScopeMark | null, byClock: (time: string) => string, byItem: (number: string) => string): string => {
    if (each === null) return '';
    if ('clock' in each) return byClock(clock(each.clock));
    return byItem(numberOf(each.item) ?? '?');
  };
  const part =
    scope.kind === 'items'
      ? [words.items(numbers.join(', '), numbers.length, unnumbered)]
      : scope.kind === 'part'
        ? [mark(scope.arrives, words.arrivesAt, words.arrivesTo), mark(scope.leaves, words.leavesAt, words.leavesAfter)]
        : [];
  const about = part.filter((each) => each !== '').join(', ');
  return [about === '' ? `${words.apology}.` : `${words.apology}: ${about}.`, substitute ? `${words.substitute}: ${substitute}.` : '', message.trim()]
    .filter((each) => each !== '')
    .join(' ');
}

const WORDS = {
  da: {
    apology: 'Afbud',
    substitute: 'Stedfortræder',
    items: (numbers: string, count: number, more: number) =>
      more > 0 ? `${count + more} ${count + more === 1 ? 'punkt' : 'punkter'}` : `${count === 1 ? 'punkt' : 'punkterne'} ${numbers}`,
    arrivesAt: (time: string) => `kommer ${time}`,
    arrivesTo: (number: string) => `kommer til punkt ${number}`,
    leavesAt: (time: string) => `går ${time}`,
    leavesAfter: (number: string) => `går efter punkt ${number}`,
  },
  en: {
    apology: 'Apologies',
    substitute: 'Substitute',
    items: (numbers: string, count: number, more: number) =>
      more > 0 ? `${count + more} ${count + more === 1 ? 'item' : 'items'}` : `${count === 1 ? 'item' : 'items'} ${numbers}`,
    arrivesAt: (time: string) => `arrives at ${time}`,
    arrivesTo: (number: string) => `arrives for item ${number}`,
    leavesAt: (time: string) => `leaves at ${time}`,
    leavesAfter: (number: string) => `leaves after item ${number}`,
  },
} as const;
