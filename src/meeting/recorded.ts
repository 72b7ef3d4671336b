import { furtherOf, saysSomething } from './decisions.ts';
import type { ItemId } from './ids.ts';
import type { MeetingFile, Treatment } from './meeting.ts';
import { itemsNamed } from './scopeMarks.ts';

/** Is anything written about what happened to the item? */
export function isRecorded(treatment: Treatment): boolean {
  return (
    saysSomething(treatment) ||
    treatment.notTreated ||
    treatment.publicDecision.trim() !== '' ||
    [treatment.notes, treatment.dissent].some((text = '') => text.trim() !== '') ||
    furtherOf(treatment).length > 0
  );
}

/**
 * The items that a new paper must not take away by itself: those with a decision, those somebody sent an apology for, and
 * those whose content this person may not see.
 */
export function heldItems(file: Pick<MeetingFile, 'agenda' | 'treatments' | 'apologies' | 'closedAccess'>): ReadonlySet<ItemId> {
  const decided = file.treatments.filter(isRecorded).map((treatment) => treatment.itemId);
  const apologised = file.apologies.flatMap(({ scope, withdrawnAt }) => (withdrawnAt === null ? itemsNamed(scope) : []));
  const unseen = file.closedAccess === 'no' ? file.agenda.items.filter((item) => item.openness === 'closed').map((item) => item.id) : [];
  return new Set([...decided, ...apologised, ...unseen]);
}

/** The decisions of a paper that are not recorded yet, for the items that are there: what is recorded is never written over. */
export function unrecorded(
  treatments: readonly Treatment[],
  recorded: readonly Treatment[],
  items: readonly { readonly id: ItemId }[],
): readonly Treatment[] {
  const there = new Set(items.map((item) => item.id));
  const written = new Set(recorded.filter(isRecorded).map((treatment) => treatment.itemId));
  return treatments.filter((treatment) => there.has(treatment.itemId) && !written.has(treatment.itemId));
}
