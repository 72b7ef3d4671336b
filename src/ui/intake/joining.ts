import type { Intake } from '../../commands/commands.ts';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Treatment } from '../../meeting/meeting.ts';

type Span = Intake['sourceOf'][ItemId];

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

export function spanOfBoth(first: Span | undefined, second: Span | undefined): Span | undefined {
  if (!first || !second) return first ?? second;
  return {
    fromLine: Math.min(first.fromLine, second.fromLine),
    toLine: Math.max(first.toLine, second.toLine),
    sure: Math.min(first.sure, second.sure),
  };
}
