import { asItemId, type ItemId } from './ids.ts';
import type { Treatment } from './meeting.ts';

// An item may have any number of decisions, each a row of its own. The first stands in the item's treatment, under the item's id; the others are
// treatments as well, under the id with their number, and hang on the first (`further`).

/** The id under which an item's second and later decisions are kept; the first has the item's own. */
export const decisionId = (itemId: ItemId, nth: number): ItemId => (nth <= 1 ? itemId : asItemId(`${itemId}~${nth}`));

/** The item and the number of a decision's id. */
export function placeOfDecision(id: ItemId): { readonly itemId: ItemId; readonly nth: number } {
  const [, itemId, nth] = /^(.+)~([2-9]|[1-9]\d{1,2})$/s.exec(id) ?? [];
  return itemId === undefined || nth === undefined ? { itemId: id, nth: 1 } : { itemId: asItemId(itemId), nth: Number(nth) };
}

/** The treatments as rows, each later decision put under its item's, in the order of their numbers. */
export function joinDecisions(rows: readonly Treatment[]): Treatment[] {
  const later = rows.filter(({ itemId }) => placeOfDecision(itemId).nth > 1);
  return later.reduce<Treatment[]>(
    foldTreatment,
    rows.filter((row) => !later.includes(row)),
  );
}

/** The treatments with this one in place of what stood under its id: of an item, or of one of its later decisions. */
export function foldTreatment(treatments: readonly Treatment[], treatment: Treatment): Treatment[] {
  const { itemId, nth } = placeOfDecision(treatment.itemId);
  const others = treatments.filter((other) => other.itemId !== itemId);
  const first = treatments.find((other) => other.itemId === itemId);
  if (nth === 1) return [...others, { ...treatment, ...besideTheWords(first) }];
  const { itemId: _, ...blank } = { ...treatment, outcome: null, decision: '', publicDecision: '', notTreated: false };
  const further = [...(first?.further ?? []).filter((other) => other.itemId !== treatment.itemId), treatment];
  further.sort((one, other) => placeOfDecision(one.itemId).nth - placeOfDecision(other.itemId).nth);
  return [...others, { ...(first ?? { itemId, ...blank }), further }];
}

/** What stands with an item beside the words that one field saves: its later decisions, and when the meeting was at it. */
function besideTheWords(first: Treatment | undefined): Pick<Treatment, 'further' | 'startedAt' | 'endedAt'> {
  const { further, startedAt, endedAt } = first ?? {};
  return { ...(further && { further }), ...(startedAt && { startedAt }), ...(endedAt && { endedAt }) };
}

/** What is written under an id, of an item or of one of its later decisions; undefined where nothing is. */
export function treatmentUnder(treatments: readonly Treatment[], id: ItemId): Treatment | undefined {
  const first = treatments.find((treatment) => treatment.itemId === placeOfDecision(id).itemId);
  return first?.itemId === id ? first : first?.further?.find((treatment) => treatment.itemId === id);
}

/** Does it say anything? A later decision that somebody has emptied again is none. */
export const saysSomething = ({ outcome, decision }: Pick<Treatment, 'outcome' | 'decision'>): boolean => outcome !== null || decision.trim() !== '';

/** An item's decisions beside the first, without empty ones. */
export const furtherOf = (treatment: Treatment | undefined): readonly Treatment[] =>
  (treatment?.further ?? []).filter((other) => saysSomething(other) || other.publicDecision.trim() !== '');
