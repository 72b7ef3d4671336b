import type { ListName } from './lists.ts';
import type { Fields } from './row.ts';
import { isEmpty, ladderOf, shapeOf, storedShape } from './shapes.ts';

/** Columns of earlier shapes, which go when all rows have been brought up. */
export const retiredColumns = (list: ListName): readonly string[] => ladderOf(list).flatMap((rung) => rung.map(({ from }) => from));

/**
 * The columns that bring a row up while the old ones are still there, which are emptied with it; nothing to write where it has been.
 * Words in an old column of a row that was brought up already come from an app of the earlier shape that wrote since: those count, and only those.
 *
 * @param present the columns that the list has
 * @returns `lost`: old columns whose words cannot be converted; then the row is left as it is, for a person to mend
 */
export function broughtUp(
  list: ListName,
  fields: Readonly<Record<string, unknown>>,
  present: ReadonlySet<string>,
): { readonly write: Fields; readonly lost: readonly string[] } {
  const write: Record<string, Fields[string]> = {};
  const lost: string[] = [];
  const shape = storedShape(fields);
  ladderOf(list).forEach((rung, index) => {
    for (const { from, to, convert } of rung) {
      if (!present.has(from) || (shape > index + 1 && isEmpty(fields[from]))) continue;
      const value = convert(fields[from]);
      if (value === undefined) lost.push(from);
      if (value !== undefined && (fields[to] ?? null) !== value) write[to] = value;
      if (!isEmpty(fields[from])) write[from] = null;
    }
  });
  if (shape < shapeOf(list)) write['Shape'] = shapeOf(list);
  return { write: lost.length > 0 ? {} : write, lost };
}
