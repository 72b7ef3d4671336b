import type { FieldSources, Intake, SourceField, SourceSpan } from '../../commands/commands.ts';
import type { ItemId } from '../../meeting/ids.ts';

type LineSpan = Intake['sourceOf'][ItemId];

/** The lines from the first of either to the last of either, as sure as the less sure one. */
export function spanOfBoth(first: LineSpan | undefined, second: LineSpan | undefined): LineSpan | undefined {
  if (!first || !second) return first ?? second;
  return {
    fromLine: Math.min(first.fromLine, second.fromLine),
    toLine: Math.max(first.toLine, second.toLine),
    sure: Math.min(first.sure, second.sure),
  };
}

/** The words two joined items came from. */
export function joinSources(first: FieldSources | undefined, second: FieldSources | undefined): FieldSources {
  const joined: { -readonly [Field in SourceField]?: readonly SourceSpan[] } = { ...first };
  for (const field of Object.keys(second ?? {}) as SourceField[]) joined[field] = [...(first?.[field] ?? []), ...(second?.[field] ?? [])];
  return joined;
}

export function without<T>(record: Readonly<Record<ItemId, T>>, itemId: ItemId): Readonly<Record<ItemId, T>> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => id !== itemId));
}
