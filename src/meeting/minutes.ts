import { isVote } from './votes.ts';
import { isClosed, type Agenda, type AgendaItem } from './agenda.ts';
import { furtherOf, saysSomething } from './decisions.ts';
import type { ItemId } from './ids.ts';
import type { FurtherDecision, MinutesLine, Treatment } from './meeting.ts';
import type { Audience } from './words.ts';

/** Does this treatment say what became of the item? */
export function isSettled(treatment: Treatment | undefined): boolean {
  return treatment !== undefined && (treatment.notTreated || saysSomething(treatment) || furtherOf(treatment).some(saysSomething));
}

/**
 * The items that still lack an outcome (product invariant 10). A sub-item is covered by its parent's outcome, a parent by
 * those of all its sub-items; breaks need none.
 */
export function missingOutcomes(agenda: Agenda, treatments: readonly Treatment[]): ItemId[] {
  const by = new Map(treatments.map((treatment) => [treatment.itemId, treatment]));
  const items = agenda.items.filter((item) => item.kind === 'item');
  const childrenOf = (id: ItemId) => items.filter((item) => item.parentId === id);
  const settledFromBelow = (item: AgendaItem): boolean => {
    if (isSettled(by.get(item.id))) return true;
    const children = childrenOf(item.id);
    return children.length > 0 && children.every(settledFromBelow);
  };
  const missing: ItemId[] = [];
  const look = (item: AgendaItem): void => {
    if (settledFromBelow(item)) return;
    const children = childrenOf(item.id);
    const begun = children.some(settledFromBelow);
    if (begun) children.forEach(look);
    else missing.push(item.id);
  };
  items.filter((item) => item.parentId === null || !items.some((other) => other.id === item.parentId)).forEach(look);
  return missing;
}

/**
 * The minutes as one audience reads them, a line for each item in printed order, breaks left out. `outside` never holds more of a closed item
 * than its number, its neutral title and the decision text meant for the public.
 */
export function minutesLines(agenda: Agenda, treatments: readonly Treatment[], audience: Audience): MinutesLine[] {
  const by = new Map(treatments.map((treatment) => [treatment.itemId, treatment]));
  return agenda.items
    .filter((item) => item.kind === 'item')
    .map((item) => {
      const treatment = by.get(item.id);
      const closed = isClosed(agenda.items, item) || treatment?.openness === 'closed';
      if (closed && audience === 'outside') {
        return {
          itemId: item.id,
          number: item.number,
          title: item.neutralTitle ?? '',
          openness: 'closed',
          decision: treatment?.publicDecision ?? '',
          outcome: null,
          notTreated: treatment?.notTreated ?? false,
          ...withFurther(furtherOf(treatment).map(({ publicDecision }) => ({ outcome: null, decision: publicDecision }))),
        };
      }
      return {
        itemId: item.id,
        number: item.number,
        title: item.title,
        openness: closed ? 'closed' : 'open',
        decision: treatment?.decision ?? '',
        outcome: treatment?.outcome ?? null,
        notTreated: treatment?.notTreated ?? false,
        ...withFurther(furtherOf(treatment).map(({ outcome, decision }) => ({ outcome, decision }))),
        ...((treatment?.dissent ?? '').trim() !== '' && { dissent: treatment?.dissent }),
        ...(isVote(treatment?.votes) && { votes: treatment.votes }),
      };
    });
}

function withFurther(decisions: readonly FurtherDecision[]): Pick<MinutesLine, 'further'> {
  const further = decisions.filter(saysSomething);
  return further.length === 0 ? {} : { further };
}
