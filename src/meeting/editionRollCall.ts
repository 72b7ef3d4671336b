import { standing } from './apologies.ts';
import { namedItem, type EditionSource } from './edition.ts';
import type { Attended, Audience, Edition, EditionLine, Excused, Person } from './meeting.ts';
import { attendeesOf, groupOf, wasRollCalled, type Attendee, type PresenceNote } from './presence.ts';
import { movesInOrder, presenceAt } from './presenceAt.ts';
import { itemsToTreat } from './run.ts';

const nameOf = ({ name, email }: Person): string => (name.trim() === '' ? (email ?? '') : name);

/**
 * An edition with what the roll call noted: who was there, who was not, and who took no part in an item. Whoever was not noted stands nowhere; whoever sent an
 * apology and came stands among those present alone. Without a roll call the edition stays as it is.
 * @param notes as this audience may read them; of a closed item nobody outside is told who was recused
 */
export function withRollCall<Who extends Audience>(edition: Edition<Who>, source: EditionSource, notes: readonly PresenceNote[]): Edition<Who> {
  const attendees = attendeesOf([], notes, source.apologies);
  const lines = edition.lines.map((line) => withRecused(line, edition.audience, attendees));
  if (!wasRollCalled(notes)) return { ...edition, lines };
  const of = (group: ReturnType<typeof groupOf>) => attendees.filter((attendee) => groupOf(attendee) === group);
  return {
    ...edition,
    excused: excusedNow(edition, source, attendees),
    attendance: {
      present: of('present').map((attendee) => attended(attendee, source, edition.lines)),
      absent: of('absent').map(({ person }) => nameOf(person)),
    },
    lines,
  };
}

/** Those who sent an apology and did not come, in the order of the apologies, then those of whom one was noted at the meeting. */
function excusedNow(edition: Edition, { apologies }: EditionSource, attendees: readonly Attendee[]): Excused[] {
  const away = attendees.filter((attendee) => groupOf(attendee) === 'excused');
  const sent = standing(apologies).flatMap(({ id }, place): Excused[] => {
    const person = away.find(({ apology }) => apology?.id === id);
    const printed = edition.excused[place];
    return person === undefined || printed === undefined ? [] : [{ ...printed, ...late(person) }];
  });
  const noted = away.filter(({ apology }) => apology === null);
  return [
    ...sent,
    ...noted.map((attendee): Excused => ({ name: nameOf(attendee.person), scope: { kind: 'meeting' }, substitute: null, ...late(attendee) })),
  ];
}

const late = ({ onTheDay }: Attendee): Pick<Excused, 'onTheDay'> => (onTheDay ? { onTheDay: true } : {});

function attended(attendee: Attendee, source: EditionSource, lines: readonly EditionLine[]): Attended {
  const { person, insteadOf, state, guest, moves, apology } = attendee;
  const announced =
    apology === null || apology.scope.kind === 'meeting' ? [] : apology.scope.kind === 'items' ? apology.scope.itemIds : idsOf(source);
  const missed = announced.filter((id) => presenceAt(source.agenda, attendee, id) === 'excused');
  const inOrder = movesInOrder(source.agenda, moves);
  return {
    name: nameOf(person),
    insteadOf: insteadOf === null ? null : nameOf(insteadOf),
    online: state === 'online',
    guest,
    excusedFor: missed.map((id) => namedItem(source, lines, id)),
    moves: inOrder
      // Two who note the same arrival mean one.
      .filter(({ kind }, place) => inOrder[place - 1]?.kind !== kind)
      .flatMap(({ kind, time, itemId }) =>
        (kind === 'arrived' || kind === 'left') && (time !== null || itemId !== null)
          ? [{ kind, time, item: itemId === null ? null : namedItem(source, lines, itemId) }]
          : [],
      ),
  };
}

const idsOf = ({ agenda }: EditionSource) => itemsToTreat(agenda).map(({ id }) => id);

function withRecused(line: EditionLine, audience: Audience, attendees: readonly Attendee[]): EditionLine {
  if (audience === 'outside' && line.openness === 'closed') return line;
  const recused = attendees.filter(
    (attendee) => attendee.recusals.some(({ itemId }) => itemId === line.itemId) && groupOf(attendee) !== 'excused' && groupOf(attendee) !== 'absent',
  );
  return recused.length === 0 ? line : { ...line, recused: recused.map(({ person }) => nameOf(person)) };
}
