import * as v from 'valibot';
import type { ItemForm } from '../../meeting/editing/itemForm.ts';

const itemForm = v.object({ title: v.string(), presenters: v.string(), start: v.string(), minutes: v.string() });

/** A kept draft read back; null where it is not one of ours (an older shape, a broken store). */
export function readForm(text: string): ItemForm | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = v.safeParse(itemForm, value);
  return parsed.success ? parsed.output : null;
}
