import { Unreadable } from './unreadable.ts';

/** Lines a paper may have: 4,000 pages. Each takes about 2 KB of memory while it is read (`npm run bench -- import`). */
const mostLines = 200_000;

/** Throws Unreadable tooLarge. */
export function checkLines(lines: number, name: string): void {
  if (lines > mostLines) throw new Unreadable('tooLarge', { name, lines, limit: mostLines });
}

/** How often a sign stands in a text. */
export function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
  return count;
}
