// Points that the chosen numbers lack and that are printed in another form: "7." alone over its title between "6. …" and "8. …".
import type { Line } from '../source.ts';
import { numeralValue } from '../grammar/numeral.ts';
import { perLanguage, type Language } from '../language.ts';
import { whole } from '../grammar/pattern.ts';
import type { Opener } from './openers.ts';

/** More numbers than these are not missing between two points but were never there. */
const widestGap = 2;

const shape = /^(\d{1,3})\s?(?:[.):/]|[-–—](?=\s))?\s*(?:$|(?=["“”»]?\p{Lu}))(.*)$/u;

/** The points with those that were missing between two of them. */
export function withMissing(main: readonly Opener[], lines: readonly Line[], language: Language): Opener[] {
  return main.flatMap((opener, k) => {
    const next = main[k + 1];
    if (!next || opener.number === null || next.value - opener.value < 2 || next.value - opener.value > widestGap + 1) return [opener];
    const numbers = lines.slice(opener.line + 1, next.line).flatMap((line, i) => {
      const hit = line.row === null && line.text.length < 300 ? shape.exec(line.text) : null;
      return hit?.[1] ? [{ line: opener.line + 1 + i, value: numeralValue(hit[1]) ?? 0, number: hit[1], rest: hit[2] ?? '' }] : [];
    });
    const found: Opener[] = [];
    for (let value = opener.value + 1; value < next.value; value++) {
      const those = numbers.filter((number) => number.value === value);
      const one = those[0];
      // A list of its own counts from 1; a date is no number.
      if (!one || those.length > 1 || numbers.some((number) => number.value === 1)) return [opener];
      const line = lines[one.line];
      const below = lines[one.line + 1];
      if (!line || language.clock.opening(line.text) !== null || language.calendar.find(line.text.slice(0, 30))[0]?.from === 0) return [opener];
      if (one.rest === '' && (!below || !/^["“”»]?\p{Lu}/u.test(below.text) || language.label(below.text, below.cells) !== null)) return [opener];
      found.push({ ...one, style: one.rest === '' ? 'bare' : 'space', time: language.clock.opening(one.rest), score: 0 });
    }
    return [opener, ...found.sort((a, b) => a.line - b.line)];
  });
}

const lastWord = perLanguage(({ item }) => whole(`(?:${item.lastWithoutNumber})[.:]*`));

/** "Eventuelt" on a line of its own with a gap above, after numbered points none of which is that: the last point, without a number. */
export function withLast(main: readonly Opener[], lines: readonly Line[], spacing: number, language: Language): readonly Opener[] {
  const last = main.at(-1);
  const isLast = lastWord(language);
  // Under a number alone it is that point's title.
  if (!last || main.length < 3 || !/\p{L}{2}/u.test(last.rest) || main.some(({ rest }) => isLast.test(rest.trim()))) return main;
  const margin = lines[last.line]?.indent ?? 0;
  const found: number[] = [];
  for (let i = last.line + 1; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.text.length > 20 || line.bullet !== null || line.row !== null || line.indent > margin) continue;
    // "SAG NR. 4" above it is its number.
    if (/^\D{0,12}\d{1,3}\s?[.:)]?$/.test(lines[i - 1]?.text ?? '')) continue;
    if ((line.blanks > spacing || line.bold || line.depth > 0) && isLast.test(line.text)) found.push(i);
  }
  const [at] = found;
  if (at === undefined || found.length > 1) return main;
  return [
    ...main,
    { line: at, style: 'dot', number: null, value: last.value + 1, rest: lines[at]?.text ?? '', time: null, score: 0, complete: true },
  ];
}
