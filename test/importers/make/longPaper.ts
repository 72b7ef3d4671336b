// A paper of many pages: the minutes of a committee whose points go on and on, numbered through, page after page.
import { readFileSync } from 'node:fs';

const minutes = new URL('../papers/raw/f06-boerne-ungeudvalget-referat.txt', import.meta.url);

/** Pages and points of what is repeated. */
const pagesOfPoints = 4;
const firstPoint = 57;
const points = 8;

/** About so many printed pages of 40 lines. */
export function longPaper(pages: number): string {
  const text = readFileSync(minutes, 'utf8');
  const from = text.indexOf(`${firstPoint}. Godkendelse`);
  const to = text.indexOf('Underskriftsside');
  let page = 1;
  let out = text.slice(0, text.indexOf('Indholdsfortegnelse'));
  for (let n = 0; n * pagesOfPoints < pages; n++) {
    out += text
      .slice(from, to)
      .replace(/^(?:5[7-9]|6[0-4])(?=\. )/gm, (number) => String(Number(number) - firstPoint + 1 + n * points))
      .replace(/Side \d+ af \d+/g, () => `Side ${++page} af ${pages}`);
  }
  return out + text.slice(to);
}
