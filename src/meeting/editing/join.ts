import type { AgendaItem } from '../agenda.ts';
import type { ItemId } from '../ids.ts';
import type { Treatment } from '../meeting.ts';

function words(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part.trim() !== '').join(' ');
}

/**
 * Two printed lines as one item, with every word of both. A second number becomes a word of the title ("Budget" + "2026 Rammer"),
 * a sum of two durations becomes the duration, and closed wins over open.
 */
export function joinItems(first: AgendaItem, second: AgendaItem): AgendaItem {
  return {
    ...first,
    kind: first.kind === 'break' && second.kind === 'break' ? 'break' : 'item',
    number: first.number ?? second.number,
    title: words(first.title, first.number === null ? null : second.number, second.title),
    neutralTitle: words(first.neutralTitle, second.neutralTitle) || null,
    openness: first.openness === 'closed' || second.openness === 'closed' ? 'closed' : 'open',
    type: first.type ?? second.type,
    standing: first.standing || second.standing,
    start: first.start ?? second.start,
    end: second.end ?? first.end,
    minutes: first.minutes === null || second.minutes === null ? (first.minutes ?? second.minutes) : first.minutes + second.minutes,
    presenters: [...first.presenters, ...second.presenters.filter((name) => !first.presenters.includes(name))],
    sections: [...first.sections, ...second.sections],
    attachments: [...first.attachments, ...second.attachments],
  };
}

/**
 * Joins an item to the one printed before it, which keeps its id and place; sub-items of both stand under the one. The same list
 * comes back where there is none before it.
 */
export function joinToPrevious(items: readonly AgendaItem[], itemId: ItemId): readonly AgendaItem[] {
  const before = joinedInto(items, itemId);
  const item = items.find((other) => other.id === itemId);
  if (!item || !before) return items;
  return items
    .filter((other) => other !== item)
    .map((other) => (other === before ? joinItems(before, item) : other.parentId === itemId ? { ...other, parentId: before.id } : other));
}

/** The item that this one would be joined to: the one printed before it, or null. */
export function joinedInto(items: readonly AgendaItem[], itemId: ItemId): AgendaItem | null {
  return items[items.findIndex((other) => other.id === itemId) - 1] ?? null;
}

/** The decisions of two items that became one, in printed order. */
export function joinTreatments(treatments: readonly Treatment[], into: ItemId, from: ItemId): readonly Treatment[] {
  const second = treatments.find((treatment) => treatment.itemId === from);
  if (!second) return treatments;
  const first = treatments.find((treatment) => treatment.itemId === into);
  const others = treatments.filter((treatment) => treatment.itemId !== from);
  if (!first) return [...others, { ...second, itemId: into }];
  const joined: Treatment = {
    itemId: into,
    openness: first.openness === 'closed' || second.openness === 'closed' ? 'closed' : 'open',
    outcome: first.outcome ?? second.outcome,
    decision: [first.decision, second.decision].filter((text) => text.trim() !== '').join('\n\n'),
    publicDecision: [first.publicDecision, second.publicDecision].filter((text) => text.trim() !== '').join('\n\n'),
    notTreated: first.notTreated && second.notTreated,
  };
  return others.map((treatment) => (treatment.itemId === into ? joined : treatment));
}
