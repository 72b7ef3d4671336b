import type { Intake } from '../../commands/commands.ts';
import type { Agenda } from '../../meeting/agenda.ts';
import { knownItems, withIds } from '../../meeting/editing/keepIds.ts';
import * as editing from '../../meeting/editing/overExisting.ts';
import { asItemId, type ItemId } from '../../meeting/ids.ts';

/** A paper read in over an agenda that exists: what is known keeps its id, and with it what hangs on it here; what no paper prints stays. */
export function overExisting(intake: Intake, existing: Agenda): Intake {
  const known = keepIds(intake, existing);
  return { ...known, agenda: editing.overExisting(known.agenda, existing) };
}

/** The intake with the ids of the items that exist already, in its agenda and in everything that names an item. */
export function keepIds(intake: Intake, existing: Agenda): Intake {
  const known = knownItems(intake.agenda.items, existing.items);
  const now = (id: ItemId): ItemId => known.get(id) ?? id;
  return {
    ...intake,
    agenda: withIds(intake.agenda, known),
    treatments: intake.treatments.map((treatment) => ({ ...treatment, itemId: now(treatment.itemId) })),
    ...(intake.routes && { routes: intake.routes.map((route) => ({ ...route, itemId: now(route.itemId) })) }),
    sourceOf: Object.fromEntries(Object.entries(intake.sourceOf).map(([id, span]) => [now(asItemId(id)), span])),
    fieldSources: Object.fromEntries(Object.entries(intake.fieldSources).map(([id, spans]) => [now(asItemId(id)), spans])),
  };
}
