import { printClock, type ClockTime } from '../../meeting/clock.ts';
import { wordsOf, type Language } from '../document/words.ts';

/** Where somebody comes or goes: at a clock time, or at an item that the caller has named as its readers may see it. */
export type NamedMark = { readonly clock: ClockTime } | { readonly named: string };

/** "kommer kl. 10.00, går efter punkt 4": what of the meeting somebody is there for. */
export function partNote(arrives: NamedMark | null, leaves: NamedMark | null, language: Language): string {
  const words = wordsOf(language);
  const clock = (time: ClockTime) => (language === 'da' ? printClock(time) : time);
  return [
    arrives && ('clock' in arrives ? words.arrivesAt(clock(arrives.clock)) : words.arrivesTo(arrives.named)),
    leaves && ('clock' in leaves ? words.leavesAt(clock(leaves.clock)) : words.leavesAfter(leaves.named)),
  ]
    .filter((part) => part !== null)
    .join(', ');
}
