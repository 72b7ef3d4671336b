// Points listed first and told afterwards: which lines further down begin what a listed point is about.
import type { Line } from '../source.ts';
import { isCompact } from './chains.ts';
import type { Opener } from './openerLines.ts';
import { foldTitle } from './titleWords.ts';

/** "budget 2027" and "budget 2027 til beslutning": the told heading may say more. */
const goesOnFrom = (listed: string, told: string): boolean => told === listed || (told.startsWith(`${listed} `) && told.length < listed.length + 50);

/** No agenda lists as many points; a list beyond it is none. */
const mostListed = 300;

/** Whether two runs of points have the same titles, at least half of them. */
function sameTitles(listed: readonly Opener[], told: readonly Opener[]): boolean {
  const titles = listed.map(({ rest }) => foldTitle(rest)).filter((title) => title !== '');
  const same = told.filter(({ rest }) => titles.some((title) => goesOnFrom(title, foldTitle(rest)))).length;
  return same >= 2 && same >= Math.min(listed.length, told.length) * 0.5;
}

/** Of the chains in other styles, the one that tells what the compact list `chain` only names. */
export function toldAfter(chain: readonly Opener[], others: readonly (readonly Opener[])[], lines: readonly Line[]): readonly Opener[] | null {
  const last = chain.at(-1)?.line ?? Infinity;
  if (chain.length > mostListed || !isCompact(chain, lines)) return null;
  return others.find((other) => other !== chain && other.length <= mostListed && (other[0]?.line ?? 0) > last && sameTitles(chain, other)) ?? null;
}

/** The first compact list among the candidates: three and more of one style, counting up by one. */
export function firstList(candidates: readonly Opener[], lines: readonly Line[]): Opener[] {
  let run: Opener[] = [];
  const enough = () => run.length >= 3 && run.length <= mostListed && isCompact(run, lines);
  for (const opener of candidates) {
    const last = run.at(-1);
    if (last && opener.style === last.style && opener.value === last.value + 1 && opener.line - last.line <= 3) run.push(opener);
    else if (enough()) return run;
    else run = [opener];
  }
  return enough() ? run : [];
}

/** Of all candidates below the compact list `chain`, those that print a listed number and title again, in whatever style; in order. */
export function toldOneByOne(chain: readonly Opener[], candidates: readonly Opener[], lines: readonly Line[]): Opener[] {
  const last = chain.at(-1)?.line ?? Infinity;
  if (chain.length < 3 || chain.length > mostListed || !isCompact(chain, lines)) return [];
  const byValue = new Map(chain.map(({ value, rest }) => [value, foldTitle(rest)]));
  let reached = 0;
  return candidates
    .filter(({ line, value, rest }) => {
      const title = byValue.get(value);
      if (line <= last || value <= reached || title === undefined || title === '' || !goesOnFrom(title, foldTitle(rest))) return false;
      reached = value;
      return true;
    })
    .map((opener) => (foldTitle(opener.rest) === byValue.get(opener.value) ? { ...opener, complete: true } : opener));
}

/** The listed points printed again with number and title, in order: a contents list before some of them; empty when they are not. */
export function numberedAgain(chain: readonly Opener[], all: readonly Opener[], lines: readonly Line[]): Opener[] {
  const last = chain.at(-1);
  if (!last || chain.length < 3 || chain.length > mostListed || !isCompact(chain, lines)) return [];
  const listed = new Map(chain.map(({ value, rest }) => [value, foldTitle(rest)]));
  const found: Opener[] = [];
  for (const opener of all) {
    const title = listed.get(opener.value);
    if (opener.line <= last.line || title === undefined || title === '' || !goesOnFrom(title, foldTitle(opener.rest))) continue;
    if (opener.value > (found.at(-1)?.value ?? -1)) found.push(opener);
  }
  const first = found[0];
  return first && lines.length - first.line > 2 ? found : [];
}

/** The listed titles printed again as headings without numbers, in order; empty when they are not. */
export function titlesAgain(chain: readonly Opener[], lines: readonly Line[]): Opener[] {
  const last = chain.at(-1);
  if (!last || chain.length < 3 || chain.length > mostListed || !isCompact(chain, lines)) return [];
  const byTitle = new Map(chain.map((opener) => [foldTitle(opener.rest), opener]));
  byTitle.delete('');
  const found: Opener[] = [];
  for (let i = last.line + 1; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.row !== null || line.text.length > 200) continue;
    const title = foldTitle(line.text);
    const apart = line.blanks > 0 || line.bold || line.depth > 0;
    const listed = byTitle.get(title) ?? (apart ? [...byTitle].find(([known]) => goesOnFrom(known, title))?.[1] : undefined);
    if (!listed || found.some(({ value }) => value === listed.value)) continue;
    found.push({ line: i, style: 'depth', number: listed.number, value: listed.value, rest: line.text, time: null, score: 0 });
  }
  const told = lines.length - last.line > chain.length * 1.5;
  return told && found.length >= 3 && found.length >= chain.length * 0.6 ? found : [];
}
