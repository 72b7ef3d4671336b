// A point's number that stands at the end of the line before, or is glued to it: "Indholdsfortegnelse1. Fraværende",
// "… dagsordenen?). 1. Godkendelse", "10. Eventuelt1. Orientering". The numbers at the beginning of the lines tell which one is missing.
import { foldTitle } from './recognise/titleWords.ts';
import { clean, type Line } from './source.ts';

const opening = /^(?:[•*–-]\s*)?(\d{1,3})\s?([.):])\s*(?=\p{L})/u;
const inside = /(\p{L}|[.:;?!)"”»]\s{0,3})(\d{1,2})([.)])\s{0,3}(?=["“”»]?\p{Lu}\p{Ll})/gu;

interface Counted {
  value: number;
  sign: string;
}

/** A title is no longer than this (letters). */
const longestTitle = 160;

/** Begins a new line where a number inside a line is followed by the next one at the beginning of another. Linear. */
export function freeNumbers(lines: readonly Line[], source: string): Line[] {
  const values = lines.map((line): Counted | null => {
    const hit = line.row === null && line.text.length > 0 ? opening.exec(line.text) : null;
    return hit?.[1] ? { value: Number(hit[1]), sign: hit[2] ?? '' } : null;
  });
  const following: (Counted | null)[] = [];
  let next: Counted | null = null;
  for (let i = lines.length - 1; i >= 0; i--) {
    following[i] = next;
    next = values[i] ?? next;
  }
  let before: Counted | null = null;
  /** Titles printed with their numbers so far: a contents list before the points. */
  const listed = new Map<string, number>();
  return lines.flatMap((line, i) => {
    const own = values[i] ?? null;
    const last: Counted | null = own ?? before;
    if (own) before = own;
    const printed = own ? foldTitle(line.text.replace(opening, '')) : '';
    if (own && !listed.has(printed)) listed.set(printed, own.value);
    if (line.row !== null || !holdsNumber(line.text)) return [line];
    const after = following[i] ?? null;
    const wanted = after === null ? null : after.value - 1;
    // Not where it was counted already, nor where counting does not come to it.
    const missing = wanted !== null && wanted > 0 && last?.value !== wanted && (wanted === 1 || last?.value === wanted - 1);
    const raw = source.slice(line.from, line.to);
    const start = Math.max(0, raw.length - longestTitle - 40);
    const end = raw.slice(start);
    const again = (at: number) => listed.get(foldTitle(end.slice(at)));
    const hit = [...end.matchAll(inside)].findLast((found) => {
      const [whole, before, number, sign] = found;
      if (missing && Number(number) === wanted && sign === after?.sign) return true;
      return /\p{L}/u.test(before ?? '') && again(found.index + whole.length) === Number(number);
    });
    if (!hit) return [line];
    const cut = start + hit.index + (hit[1] ?? '').length;
    const tail = clean(raw.slice(cut));
    const kept = line.text.slice(0, line.text.length - tail.length).trim();
    if (tail.length > longestTitle || !line.text.endsWith(tail) || kept === '') return [line];
    before = { value: Number(hit[2]), sign: hit[3] ?? '' };
    return [
      { ...line, to: line.from + cut, text: kept, cells: [kept] },
      { ...line, from: line.from + cut, text: tail, cells: [tail], blanks: 1, bullet: null, tick: null, pageBreak: false },
    ];
  });
}

/** Whether a number with its sign stands somewhere behind a letter; asked in two steps, as one would go through a long line again for every letter. */
function holdsNumber(text: string): boolean {
  const letter = text.search(/\p{L}/u);
  return letter >= 0 && /\d[.):]/u.test(text.slice(letter));
}
