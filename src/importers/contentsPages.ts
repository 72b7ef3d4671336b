// Page numbers in a column of their own behind the points of a contents list: the points are kept, the pages are noise.
import type { Language } from './language.ts';
import type { NoiseText } from './paper.ts';
import type { Line } from './source.ts';

const page = /^\d{1,4}$/;
/** Lines without a page number among the points: a heading over the column, groups, the rest of a long title. */
const mostBetween = 4;

/** Takes the page numbers off the points under "Indholdsfortegnelse" and declares them noise. */
export function withoutPageNumbers(lines: readonly Line[], language: Language, noise: NoiseText[]): Line[] {
  const start = lines.findIndex(({ text }) => language.is.contents(text));
  if (start < 0) return [...lines];
  const paged = new Set<number>();
  let last = 0;
  let between = 0;
  for (let i = start + 1; i < lines.length && between <= mostBetween; i++) {
    const line = lines[i];
    const number = line && line.row === null && line.cells.length > 1 ? line.cells.at(-1) : undefined;
    if (number !== undefined && page.test(number) && Number(number) >= last && /\p{L}{2}/u.test(line?.text ?? '')) {
      paged.add(i);
      last = Number(number);
      between = 0;
    } else between++;
  }
  if (paged.size < 2) return [...lines];
  return lines.map((line, i) => {
    const number = line.cells.at(-1) ?? '';
    if (!paged.has(i)) return line;
    noise.push({ line: line.number, text: number, reason: 'contents' });
    return { ...line, text: line.text.slice(0, -number.length).trimEnd(), cells: line.cells.slice(0, -1) };
  });
}
