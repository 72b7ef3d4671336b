import type { Intake } from '../../commands/commands.ts';
import type { Agenda } from '../../meeting/agenda.ts';
import { asItemId, type ItemId } from '../../meeting/ids.ts';

function plain(text: string): string {
  return text
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * When a paper is read in over an agenda that exists, lines that are the same item keep its id, so that what hangs on
 * it (decisions, apologies for the item) stays. Same item: same title and number, else the same title; each old item is used once.
 */
export function keepIds(intake: Intake, existing: Agenda): Intake {
  const free = [...existing.items];
  const takeOver = new Map<ItemId, ItemId>();
  const passes = [
    (title: string, number: string | null) => (old: Agenda['items'][number]) => plain(old.title) === title && old.number === number,
    (title: string) => (old: Agenda['items'][number]) => plain(old.title) === title,
  ];
  for (const same of passes) {
    for (const item of intake.agenda.items) {
      const title = plain(item.title);
      if (takeOver.has(item.id) || title === '') continue;
      const at = free.findIndex(same(title, item.number));
      const old = free[at];
      if (!old) continue;
      takeOver.set(item.id, old.id);
      free.splice(at, 1);
    }
  }
  const now = (id: ItemId): ItemId => takeOver.get(id) ?? id;
  return {
    ...intake,
    agenda: {
      ...intake.agenda,
      items: intake.agenda.items.map((item) => ({ ...item, id: now(item.id), parentId: item.parentId === null ? null : now(item.parentId) })),
    },
    treatments: intake.treatments.map((treatment) => ({ ...treatment, itemId: now(treatment.itemId) })),
    sourceOf: Object.fromEntries(Object.entries(intake.sourceOf).map(([id, span]) => [now(asItemId(id)), span])),
    fieldSources: Object.fromEntries(Object.entries(intake.fieldSources).map(([id, spans]) => [now(asItemId(id)), spans])),
  };
}
