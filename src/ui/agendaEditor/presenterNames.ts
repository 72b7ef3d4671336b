/** At most so many are suggested at a time. */
const MOST = 6;

/** One name a line. */
export function namesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Those people who are not named yet and fit what stands on the last line; all of them where nothing does. */
export function suggestedNames(text: string, people: readonly string[]): readonly string[] {
  const lower = (name: string) => name.toLocaleLowerCase('da');
  const lines = text.split('\n');
  const typed = lower(lines.at(-1)?.trim() ?? '');
  const named = new Set(namesIn(text).map(lower));
  return people.filter((name) => !named.has(lower(name)) && fits(lower(name), typed)).slice(0, MOST);
}

/** Does some word of the name begin so? */
function fits(name: string, typed: string): boolean {
  return name.startsWith(typed) || name.split(/[\s-]+/).some((word) => word.startsWith(typed));
}
