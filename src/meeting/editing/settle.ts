import type { AgendaItem } from '../agenda.ts';

/** The fields of one item that two people may both be editing, each against what stood there when they began. */
export const EDITED = ['number', 'title', 'type', 'standing', 'presenters', 'start', 'end', 'minutes', 'sections'] as const;
export type EditedField = (typeof EDITED)[number];

/** Did the edit change anything that is stored? */
export function differs(before: AgendaItem, after: AgendaItem): boolean {
  return EDITED.some((field) => !same(before, after, field));
}

const same = (one: AgendaItem, other: AgendaItem, field: EditedField) => JSON.stringify(one[field]) === JSON.stringify(other[field]);

/** The fields that both changed, to different things. */
export function clashesBetween(base: AgendaItem, mine: AgendaItem, theirs: AgendaItem): EditedField[] {
  return EDITED.filter((field) => !same(base, mine, field) && !same(base, theirs, field) && !same(mine, theirs, field));
}

/**
 * Theirs, with what I changed: fields only I changed are mine, fields both changed are mine where I keep them.
 * Nothing that only they changed is touched (product invariant 7).
 */
export function settle(base: AgendaItem, mine: AgendaItem, theirs: AgendaItem, keep: ReadonlySet<EditedField>): AgendaItem {
  const clashes = new Set(clashesBetween(base, mine, theirs));
  return EDITED.filter((field) => (clashes.has(field) ? keep.has(field) : !same(base, mine, field))).reduce<AgendaItem>(
    (item, field) => ({ ...item, [field]: mine[field] }),
    theirs,
  );
}
