import { asItemId, type ItemId } from '../../meeting/ids.ts';
import type { Apology, ApologyScope } from '../../meeting/meeting.ts';

/** The sheet as it stands: what the person chose and typed. */
export interface ApologyForm {
  readonly scope: ApologyScope['kind'];
  readonly itemIds: readonly ItemId[];
  readonly substitute: string;
  readonly message: string;
}

/** The whole meeting is the default; an apology to be changed stands as it was sent (its message went to the organiser and is not kept). */
export function formFor(before: Apology | null): ApologyForm {
  return {
    scope: before?.scope.kind ?? 'meeting',
    itemIds: before?.scope.kind === 'items' ? before.scope.itemIds : [],
    substitute: before?.substitute ?? '',
    message: '',
  };
}

/** What is sent, or null where a part of the meeting was chosen but no item. */
export function scopeOf(form: ApologyForm): ApologyScope | null {
  if (form.scope === 'meeting') return { kind: 'meeting' };
  return form.itemIds.length === 0 ? null : { kind: 'items', itemIds: form.itemIds };
}

/** A kept draft read back; null where it is not one of ours. */
export function readApologyForm(text: string): ApologyForm | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { scope, itemIds, substitute, message } = value as Record<string, unknown>;
    if (scope !== 'meeting' && scope !== 'items') return null;
    if (!Array.isArray(itemIds) || !itemIds.every((id) => typeof id === 'string')) return null;
    if (typeof substitute !== 'string' || typeof message !== 'string') return null;
    return { scope, itemIds: itemIds.map(asItemId), substitute, message };
  } catch {
    return null;
  }
}
