import type { Agenda } from '../agenda.ts';
import { minutesOf, parseClock } from '../clock.ts';
import type { Finding } from '../finding.ts';
import type { ItemId } from '../ids.ts';
import type { AgendaEdit } from './edit.ts';

/** The one click that puts a finding right: some edits, or opening the line where only a person can know. */
export type Mend = { readonly kind: 'edits'; readonly edits: readonly AgendaEdit[] } | { readonly kind: 'open'; readonly itemId: ItemId } | null;

/**
 * The finding's own mend where the meeting's rules name one; else what a secretary would do: a break in a gap, the next
 * number in the row, an agenda that ends with its last item.
 */
export function mendOf(finding: Finding, agenda: Agenda, newId: () => ItemId): Mend {
  if (finding.mend) return edits({ kind: 'change', itemId: finding.mend.itemId, fields: finding.mend.fields });
  const { itemId, values } = finding;
  if (itemId === null) return null;
  switch (finding.code) {
    case 'gap':
      return breakInGap(finding, agenda, newId());
    case 'numberMissing':
      return values['missing'] ? edits({ kind: 'change', itemId, fields: { number: values['missing'] } }) : null;
    case 'numberRepeated':
      return values['number'] ? edits({ kind: 'change', itemId, fields: { number: nextNumber(values['number']) } }) : null;
    case 'pastEnd':
    case 'endBeforeLastItem': {
      const end = parseClock(values['end'] ?? '');
      return end ? edits({ kind: 'head', fields: { end } }) : null;
    }
    case 'noTitle':
    case 'orderOfTimes':
    case 'overlap':
    case 'durationMismatch':
      return { kind: 'open', itemId };
  }
}

/** "3" → "4": what a repeated number is taken to have meant. */
export function nextNumber(number: string): string {
  return String(Number(number) + 1);
}

function edits(...list: readonly AgendaEdit[]): Mend {
  return { kind: 'edits', edits: list };
}

function breakInGap(finding: Finding, agenda: Agenda, newId: ItemId): Mend {
  const start = parseClock(finding.values['previousEnd'] ?? '');
  const end = parseClock(finding.values['start'] ?? '');
  const at = agenda.items.findIndex((item) => item.id === finding.itemId);
  const before = agenda.items.slice(0, Math.max(0, at)).findLast((item) => item.parentId === null);
  if (!start || !end || !before) return null;
  return edits(
    { kind: 'add', after: before.id, newId, itemKind: 'break' },
    { kind: 'change', itemId: newId, fields: { title: 'Pause', start, end, minutes: minutesOf(end) - minutesOf(start) } },
  );
}
