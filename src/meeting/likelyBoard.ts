import type { Board } from './meeting.ts';

/**
 * The board to begin with: the one a title names (the longest name, where one holds another), else the one chosen last
 * time, else the only one there is.
 */
export function likelyBoard(choices: readonly Pick<Board, 'teamId' | 'name'>[], titles: readonly string[], last: string): string | null {
  const named = choices.filter(({ name }) => titles.some((title) => speaksOf(title, name))).sort((a, b) => b.name.length - a.name.length)[0];
  return named?.teamId ?? choices.find(({ teamId }) => teamId === last)?.teamId ?? (choices.length === 1 ? (choices[0]?.teamId ?? null) : null);
}

/** "Direktionsmøde den 4. maj" speaks of "Direktionen": Danish puts the definite ending away in a compound. */
function speaksOf(title: string, name: string): boolean {
  const text = title.toLocaleLowerCase('da');
  const plain = name.toLocaleLowerCase('da').replace(/\s*\(.*\)\s*$/, '');
  if (text.includes(plain)) return true;
  const stem = plain.replace(/(en|et)$/, '');
  return stem !== plain && stem.length >= 6 && text.split(/[^\p{L}]+/u).some((word) => word.startsWith(stem));
}
