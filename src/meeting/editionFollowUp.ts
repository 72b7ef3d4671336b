import { printedDue, printedFollowUps, type FollowUp } from './followUp.ts';
import type { Audience, Edition, Person } from './meeting.ts';
import { samePerson } from './persons.ts';

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

/** Those who still have something to do of what an edition prints for everybody, each once, in the order of the agenda. */
export function ownersPrinted({ lines }: Edition<'outside'>, all: readonly FollowUp[]): readonly Person[] {
  const owners = lines.flatMap(({ itemId, openness, followUps = [] }) =>
    openness === 'closed'
      ? []
      : followUps.flatMap(({ what, due }) =>
          all.flatMap((one) =>
            one.itemId === itemId &&
            one.openness === 'open' &&
            one.state === 'open' &&
            one.what.trim() === what &&
            printedDue(one) === due &&
            one.owner !== null
              ? [one.owner]
              : [],
          ),
        ),
  );
  return owners.filter((person, place) => owners.findIndex((other) => samePerson(other, person)) === place);
}
