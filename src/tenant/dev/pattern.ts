/** Longer ones nobody types, and longer paths no request of ours has. */
const LONGEST_PATTERN = 200;
const LONGEST_PATH = 2_000;
/** The time of a pattern grows with the path to the power of its open-ended repetitions. */
const MOST_REPETITIONS = 3;

/** Which requests a fault meets. */
export type Pattern = (path: string) => boolean;

/**
 * A regular expression that cannot hold up the tenant: no group repeats, nothing is referred back to, and little repeats without an end.
 * @throws SyntaxError for one that is none, or that could
 */
export function patternOf(source: string): Pattern {
  const refused = (why: string): SyntaxError => new SyntaxError(`The pattern ${why}: it could hold up the tenant.`);
  if (source.length > LONGEST_PATTERN) throw refused(`is longer than ${LONGEST_PATTERN} characters`);
  const expression = new RegExp(source, 'i');
  if (/\\(?:[1-9]|k<)/.test(source.replace(/\\\\/g, ''))) throw refused('refers back to a group');
  // Without what stands for itself: classes and escaped signs.
  const bare = source.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\)[*+{]/.test(bare)) throw refused('repeats a group');
  if ((bare.match(/[*+]|\{\d+,\d*\}/g) ?? []).length > MOST_REPETITIONS) throw refused(`repeats more than ${MOST_REPETITIONS} times without an end`);
  return (path) => expression.test(path.slice(0, LONGEST_PATH));
}
