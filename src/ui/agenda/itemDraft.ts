import * as v from 'valibot';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { parseClock } from '../../meeting/clock.ts';
import { applyForm, mistakesIn } from '../../meeting/editing/itemForm.ts';
import type { ItemFields } from '../../meeting/editing/setField.ts';
import { EDITED } from '../../meeting/editing/settle.ts';
import { ITEM_TYPES, SECTION_ROLES } from '../../meeting/words.ts';
import type { TypedTimes } from '../agendaEditor/typedTimes.ts';

/** What somebody has written on a line and not yet saved: the fields that are other than stored, and times as they are typed. */
export interface ItemDraft {
  readonly fields: ItemFields;
  readonly typed: TypedTimes;
}

const time = v.nullable(v.pipe(v.string(), v.transform(parseClock)));
const fields = v.object({
  number: v.exactOptional(v.nullable(v.string())),
  title: v.exactOptional(v.string()),
  type: v.exactOptional(v.nullable(v.picklist(ITEM_TYPES))),
  standing: v.exactOptional(v.boolean()),
  presenters: v.exactOptional(v.array(v.string())),
  start: v.exactOptional(time),
  end: v.exactOptional(time),
  minutes: v.exactOptional(v.nullable(v.number())),
  sections: v.exactOptional(
    v.array(
      v.object({
        role: v.picklist(SECTION_ROLES),
        heading: v.nullable(v.string()),
        text: v.string(),
      }),
    ),
  ),
});
const typed = v.object({ start: v.exactOptional(v.string()), end: v.exactOptional(v.string()), minutes: v.exactOptional(v.string()) });
const shape2 = v.object({ shape: v.literal(2), fields, typed });
/** The four fields of the first version, all as text. */
const shape1 = v.object({ title: v.string(), presenters: v.string(), start: v.string(), minutes: v.string() });

/** The draft as it is kept on the device. */
export function writeItemDraft(draft: ItemDraft): string {
  return JSON.stringify({ shape: 2, ...draft });
}

/** A kept draft read back, in the shape of today or the one before; an empty one where the text is none of ours. */
export function readItemDraft(text: string, base: AgendaItem): ItemDraft {
  const stored = parsed(text);
  const now = v.safeParse(shape2, stored);
  if (now.success) return { fields: now.output.fields, typed: now.output.typed };
  const before = v.safeParse(shape1, stored);
  if (!before.success) return { fields: {}, typed: {} };
  const form = before.output;
  const bad = mistakesIn(form);
  const readable = {
    ...form,
    ...(bad.start ? { start: base.start ?? '' } : {}),
    ...(bad.minutes ? { minutes: String(base.minutes ?? '') } : {}),
  };
  return {
    fields: fieldsChanged(base, applyForm(base, readable)),
    typed: { ...(bad.start ? { start: form.start } : {}), ...(bad.minutes ? { minutes: form.minutes } : {}) },
  };
}

/** The fields in which one version of an item differs from another, as the later one has them. */
export function fieldsChanged(before: AgendaItem, after: AgendaItem): ItemFields {
  return Object.fromEntries(
    EDITED.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => [field, after[field]]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
