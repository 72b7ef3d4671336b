import { printedFollowUps, type FollowUp } from './followUp.ts';
import type { Audience, Edition } from './meeting.ts';

/**
 * An edition with what follows from each item. Of a closed item nobody outside is told any of it, whatever list it was read in.
 * @param published the minutes that are out already; null before the first
 */
export function withFollowUps<Who extends Audience>(edition: Edition<Who>, all: readonly FollowUp[], published: Edition | null): Edition<Who> {
  if (all.length === 0) return edition;
  return {
    ...edition,
    lines: edition.lines.map((line) => {
      const isClosedLine = line.openness === 'closed';
      if (isClosedLine && edition.audience === 'outside') return line;
      const printed = printedFollowUps(
        // What was closed once stays with the circle, also where its item has been opened again.
        all.filter(({ openness }) => isClosedLine || openness === 'open'),
        line.itemId,
        published?.lines.find(({ itemId }) => itemId === line.itemId)?.followUps ?? [],
      );
      return printed.length === 0 ? line : { ...line, followUps: printed };
    }),
  };
}
