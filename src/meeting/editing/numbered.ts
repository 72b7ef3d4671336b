import type { Agenda } from '../agenda.ts';
import type { ItemId } from '../ids.ts';
import { plainNumbering, type Numbering } from '../numbering.ts';
import { applyEdit, type AgendaEdit } from './edit.ts';
import { nextNumber, numberingFollowed } from './numberingOf.ts';

/** Stands for a number until it is known. */
const TO_BE_COUNTED = '?';

/**
 * An edit that rearranges, with what it does to the numbers. A new line gets the number it has in the agenda's way of numbering. Where the agenda is
 * still being written by hand and every number is what that way gives, the others follow, as they do in Word; numbers that somebody printed, or
 * sent out, are never changed by this.
 *
 * @param follow whether the numbers may follow
 */
export function numbered(agenda: Agenda, edit: AgendaEdit, follow: boolean, own: Numbering = plainNumbering): readonly AgendaEdit[] {
  const numbering = numberingFollowed(agenda.items, own);
  const counts = edit.kind === 'add' && edit.itemKind === 'item';
  if (numbering === null || !follow) return counts ? [{ ...edit, fields: { ...edit.fields, number: numberAfter(agenda, edit.after) } }] : [edit];
  const first = counts ? { ...edit, fields: { ...edit.fields, number: TO_BE_COUNTED } } : edit;
  const recount: AgendaEdit = { kind: 'renumber', numbering, keepBare: true };
  const moved = applyEdit(agenda, first);
  return applyEdit(moved, recount) === moved ? [first] : [first, recount];
}

/** The next number after the nearest numbered line before it on the same level. */
function numberAfter({ items }: Agenda, after: ItemId | null): string | null {
  const before = items.find(({ id }) => id === after);
  if (!before) return items.some(({ number }) => number !== null) ? null : '1';
  const siblings = items.slice(0, items.indexOf(before) + 1).filter((item) => item.parentId === before.parentId);
  return nextNumber(siblings.findLast(({ number }) => number !== null)?.number ?? null);
}
