import { hyphenateSync } from 'hyphen/da/index.js';

const SIGN = '\u00ad';
/** Shorter words fit on any line. */
const LONG = 9;

/** A Danish text cut where its long words may part at a hyphen, by the patterns of TeX; together the parts are the text. Addresses are left whole. */
export function partsOf(text: string): readonly string[] {
  if (!/\p{L}{9}/u.test(text)) return [text];
  return text
    .split(/(\S*(?:[@\u00ad]|:\/\/|www\.)\S*)/u)
    .flatMap((words, place) => (place % 2 === 1 ? [words] : hyphenateSync(words, { hyphenChar: SIGN, minWordLength: LONG }).split(SIGN)));
}
