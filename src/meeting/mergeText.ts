import { diff3Merge } from 'node-diff3';

/**
 * Two versions of one thing, held against what both began with. Where they cannot be one, both are told: each holds what
 * the two agree on, and its own side of what they do not.
 */
export type Merge<Value> =
  { readonly kind: 'merged'; readonly value: Value } | { readonly kind: 'clash'; readonly mine: Value; readonly theirs: Value };

/**
 * Merges two people's versions of a text line by line (diff3). Lines that only one of them changed are taken as they are; where
 * both changed the same lines, or wrote at the same place, it is a clash, and no word of either is left out of the two texts.
 */
export function mergeText(base: string, mine: string, theirs: string): Merge<string> {
  if (mine === theirs || theirs === base) return { kind: 'merged', value: mine };
  if (mine === base) return { kind: 'merged', value: theirs };
  const regions = diff3Merge(mine.split('\n'), base.split('\n'), theirs.split('\n'), { excludeFalseConflicts: true });
  const clash = regions.some((region) => region.conflict !== undefined);
  const side = (of: 'a' | 'b') => regions.flatMap((region) => region.ok ?? region.conflict?.[of] ?? []).join('\n');
  return clash ? { kind: 'clash', mine: side('a'), theirs: side('b') } : { kind: 'merged', value: side('a') };
}

/** One field that is a whole: a choice, a yes or no. It clashes where both changed it to different values. */
export function mergeValue<Value>(base: Value, mine: Value, theirs: Value): Merge<Value> {
  if (mine === theirs || theirs === base) return { kind: 'merged', value: mine };
  if (mine === base) return { kind: 'merged', value: theirs };
  return { kind: 'clash', mine, theirs };
}
