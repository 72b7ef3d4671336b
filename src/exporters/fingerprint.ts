import { plainest, readBody } from './bodyLines.ts';

/**
 * What we wrote into an invitation is known again by its words, because nothing else of it survives: mail programs take ids, classes and
 * attributes away, and put elements of their own around it. So the link below the agenda carries a sign for each line above it.
 * A line without a sign there was written by somebody else, or changed.
 */

/** The parameter of the link, behind the pointer; readers of pointers leave it out. */
export const SIGNS = 'l';
const LENGTH = 4;
/** Outlook cuts addresses at some 2,000 signs. An agenda of more lines than these goes without. */
const MOST = 400;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Four letters for a line: one in fifteen million others has the same. Letters and digits pass every gateway as they are. */
export function signOf(line: string): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (const letter of plainest(line)) {
    const code = letter.codePointAt(0) ?? 0;
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code ^ (one >>> 15), 0x85ebca6b);
  }
  let rest = ((one ^ (other >>> 13)) >>> 0) % DIGITS.length ** LENGTH;
  let sign = '';
  for (let at = 0; at < LENGTH; at += 1) {
    sign += DIGITS[rest % DIGITS.length];
    rest = Math.floor(rest / DIGITS.length);
  }
  return sign;
}

/** The link with the signs of all lines of a block, the block's own link left out. */
export function withSigns(link: string, block: string): string {
  const lines = readBody(block).lines.filter(({ text, anchors }) => text !== '' && anchors.length === 0);
  const signs = [...new Set(lines.map(({ text }) => signOf(text)))];
  return signs.length === 0 || signs.length > MOST || !link.includes('?') ? link : `${link}&${SIGNS}=${signs.join('')}`;
}

/** The signs a link carries, in the order they were written: the title's first. Empty for a link from before there were any. */
export function signsIn(query: URLSearchParams): string[] {
  return (query.get(SIGNS) ?? '').match(/[0-9A-Za-z]{4}/g) ?? [];
}
