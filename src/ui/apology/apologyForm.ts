import * as v from 'valibot';
import { parseClock, printClock } from '../../meeting/clock.ts';
import { asItemId, type ItemId } from '../../meeting/ids.ts';
import type { Apology, ApologyScope, ScopeMark } from '../../meeting/meeting.ts';
import { APOLOGY_SCOPES } from '../../meeting/words.ts';

/** A mark as it is being chosen: none, an item, or a time as typed. */
export type MarkForm = { readonly by: 'none' } | { readonly by: 'item'; readonly item: ItemId } | { readonly by: 'clock'; readonly text: string };

/** The sheet as it stands: what the person chose and typed. */
export interface ApologyForm {
  readonly scope: ApologyScope['kind'];
  readonly itemIds: readonly ItemId[];
  readonly arrives: MarkForm;
  readonly leaves: MarkForm;
  readonly substitute: string;
  readonly message: string;
}

const NONE: MarkForm = { by: 'none' };

const markForm = (mark: ScopeMark | null): MarkForm => {
  if (mark === null) return NONE;
  return 'item' in mark ? { by: 'item', item: mark.item } : { by: 'clock', text: printClock(mark.clock) };
};

/** The whole meeting is the default; an apology to be changed stands as it was sent (its message went to the organiser and is not kept). */
export function formFor(before: Apology | null): ApologyForm {
  const scope = before?.scope ?? { kind: 'meeting' };
  return {
    scope: scope.kind,
    itemIds: scope.kind === 'items' ? scope.itemIds : [],
    arrives: markForm(scope.kind === 'part' ? scope.arrives : null),
    leaves: markForm(scope.kind === 'part' ? scope.leaves : null),
    substitute: before?.substitute ?? '',
    message: '',
  };
}

/** "10", "10.30", "kl. 10:30" → a mark; undefined where it is no time. */
function markOf(form: MarkForm): ScopeMark | null | undefined {
  if (form.by === 'none') return null;
  if (form.by === 'item') return { item: form.item };
  const text = form.text.trim().replace(/^(?:kl\.?|klokken|at)\s*/i, '');
  const clock = parseClock(/^\d{1,2}$/.test(text) ? `${text}.00` : text);
  return clock === null ? undefined : { clock };
}

/** Is a time chosen that is none as typed? */
export const isNoTime = (form: MarkForm): boolean => markOf(form) === undefined;

/** What is sent, or null where a part of the meeting was chosen but not which. */
export function scopeOf(form: ApologyForm): ApologyScope | null {
  if (form.scope === 'meeting') return { kind: 'meeting' };
  if (form.scope === 'items') return form.itemIds.length === 0 ? null : { kind: 'items', itemIds: form.itemIds };
  const [arrives, leaves] = [markOf(form.arrives), markOf(form.leaves)];
  if (arrives === undefined || leaves === undefined || (arrives === null && leaves === null)) return null;
  return { kind: 'part', arrives, leaves };
}

const itemId = v.pipe(v.string(), v.transform(asItemId));
// What came later is left out of what was kept before.
const mark = v.optional(
  v.variant('by', [
    v.object({ by: v.literal('none') }),
    v.object({ by: v.literal('item'), item: itemId }),
    v.object({ by: v.literal('clock'), text: v.string() }),
  ]),
  NONE,
);
const kept = v.object({
  scope: v.picklist(APOLOGY_SCOPES),
  itemIds: v.array(itemId),
  arrives: mark,
  leaves: mark,
  substitute: v.string(),
  message: v.string(),
}) satisfies v.GenericSchema<unknown, ApologyForm>;

/** A kept draft read back; null where it is not one of ours. */
export function readApologyForm(text: string): ApologyForm | null {
  try {
    const read = v.safeParse(kept, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
