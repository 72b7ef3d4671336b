import type { FieldSources, Intake, SourceField } from '../../commands/commands.ts';
import type { Agenda } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { AgendaEdit } from '../../meeting/editing/edit.ts';
import { joinedInto, joinTreatments } from '../../meeting/editing/join.ts';
import { joinSources, spanOfBoth, without } from './sources.ts';

/**
 * What an intake holds beside its agenda (decisions, and where in the paper an item came from) after an edit of the agenda: it
 * follows its item, goes with it, and is shared by the two halves of one that was cut.
 *
 * @param agenda what the edit made of the intake's own
 */
export function carryOver(intake: Intake, agenda: Agenda, edit: AgendaEdit): Intake {
  const now = { ...intake, agenda };
  switch (edit.kind) {
    case 'change':
      return { ...now, fieldSources: written(intake.fieldSources, edit.itemId, edit.fields) };
    case 'remove':
      return {
        ...now,
        treatments: intake.treatments.filter((treatment) => treatment.itemId !== edit.itemId),
        ...(intake.routes && { routes: intake.routes.filter((route) => route.itemId !== edit.itemId) }),
        sourceOf: without(intake.sourceOf, edit.itemId),
        fieldSources: without(intake.fieldSources, edit.itemId),
      };
    case 'join': {
      const into = joinedInto(intake.agenda.items, edit.itemId);
      return into ? joined(now, into.id, edit.itemId) : now;
    }
    case 'split': {
      const span = intake.sourceOf[edit.itemId];
      const title = intake.fieldSources[edit.itemId]?.title;
      return {
        ...now,
        sourceOf: span ? { ...intake.sourceOf, [edit.newId]: span } : intake.sourceOf,
        fieldSources: title ? { ...intake.fieldSources, [edit.newId]: { title } } : intake.fieldSources,
      };
    }
    default:
      return now;
  }
}

/** A field that a person has written is no longer in doubt. */
function written(fieldSources: Intake['fieldSources'], itemId: ItemId, fields: object): Intake['fieldSources'] {
  const sources = fieldSources[itemId];
  if (!sources) return fieldSources;
  const isDoubtful = Object.entries(sources).some(([field, spans]) => field in fields && spans.some(({ sure }) => sure !== 1));
  if (!isDoubtful) return fieldSources;
  const sure: FieldSources = Object.fromEntries(
    Object.entries(sources).map(([field, spans]) => [field, (field as SourceField) in fields ? spans.map((span) => ({ ...span, sure: 1 })) : spans]),
  );
  return { ...fieldSources, [itemId]: sure };
}

function joined(intake: Intake, into: ItemId, from: ItemId): Intake {
  const span = spanOfBoth(intake.sourceOf[into], intake.sourceOf[from]);
  const sourceOf = without(intake.sourceOf, from);
  const sources = joinSources(intake.fieldSources[into], intake.fieldSources[from]);
  return {
    ...intake,
    treatments: joinTreatments(intake.treatments, into, from),
    ...(intake.routes && { routes: joinedRoutes(intake.routes, into, from) }),
    sourceOf: span ? { ...sourceOf, [into]: span } : sourceOf,
    fieldSources: { ...without(intake.fieldSources, from), [into]: sources },
  };
}

/** Of two that become one the first's way counts, and the second's where the first has none. */
function joinedRoutes(routes: NonNullable<Intake['routes']>, into: ItemId, from: ItemId): NonNullable<Intake['routes']> {
  const has = routes.some(({ itemId }) => itemId === into);
  return routes.flatMap((route) => (route.itemId !== from ? [route] : has ? [] : [{ ...route, itemId: into }]));
}
