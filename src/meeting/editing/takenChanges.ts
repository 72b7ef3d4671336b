import type { Agenda } from '../agenda.ts';
import { acceptedByDefault, diffAgendas, type AgendaChange } from '../agendaDiff.ts';

/**
 * Which changes to the stored agenda are made: those a person ticked, and by default those that this work itself made. What others
 * have changed since the work was begun stays as they left it.
 *
 * @param changes from the stored agenda to the work's
 * @param base the stored agenda as the work was begun; null where that is not known
 */
export function takenChanges(
  changes: readonly AgendaChange[],
  choices: Readonly<Record<string, boolean>>,
  base: Agenda | null,
  work: Agenda,
): ReadonlySet<string> {
  const own = base === null ? null : new Set(diffAgendas(base, work).map(({ id }) => id));
  const byDefault = (change: AgendaChange) => acceptedByDefault(change) && (own === null || own.has(change.id));
  return new Set(changes.filter((change) => choices[change.id] ?? byDefault(change)).map(({ id }) => id));
}
