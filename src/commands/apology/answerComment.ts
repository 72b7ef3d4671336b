import { printClock, type ClockTime } from '../../meeting/clock.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { itemsOfScope } from '../../meeting/itemsOfScope.ts';
import type { Apology, MeetingFile, ScopeMark } from '../../meeting/meeting.ts';

/** The line that stands in the answer to the organiser; everyone with access to that mailbox reads it, so it names no titles. */
export function answerComment(language: 'da' | 'en', file: MeetingFile, { scope, substitute }: Apology, message: string): string {
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
