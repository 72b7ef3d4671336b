// A list of apologies as it comes by mail or stands in a paper: who, who comes instead, and for how much of the meeting.
import { importText } from './importText.ts';

/** A place in the meeting as written: a clock time "HH:MM", or an item's number. */
export type ReadMark = { readonly clock: string } | { readonly number: string };

export interface ReadApology {
  readonly name: string;
  readonly substitute: string | null;
  /** Null for the whole meeting. */
  readonly part: { readonly arrives: ReadMark | null; readonly leaves: ReadMark | null } | { readonly items: readonly string[] } | null;
}

const clock = '(?:kl\\.?|klokken|at)\\s*(\\d{1,2}(?:[.:]\\d{2})?)';
const point = '(?:punkt|pkt\\.?|item)\\s*(\\d+[\\p{L}\\d.]*)';
const points = `(?:punkt(?:erne|er)?|pkt\\.?|items?)\\s*(\\d+[\\p{L}\\d.]*(?:(?:\\s*,\\s*|\\s+(?:og|and)\\s+)(?:(?:punkt|pkt\\.?|item)\\s*)?\\d+[\\p{L}\\d.]*)*)`;
const inside = `(?:\\s+(?:i|under|in)\\s+${point.replace('(\\d', '(?:\\d')})?`;
const phrase = (source: string): RegExp => new RegExp(`,?\\s*(?<![\\p{L}])${source}(?![\\p{L}\\d])`, 'iu');

type Part = NonNullable<ReadApology['part']>;

/** What says how much of the meeting, the longest wording first. In a list of those excused, "til kl. 10" is excused until then, and "fra" from then on. */
const PHRASES: readonly (readonly [RegExp, (said: string) => Part])[] = [
  [phrase(`(?:(?:an)?kommer(?:\\s+først)?|arrives|møder)\\s+${clock}${inside}`), (said) => ({ arrives: { clock: time(said) }, leaves: null })],
  [phrase(`(?:(?:an)?kommer|arrives|møder)\\s+(?:til|ved|fra|for)\\s+${point}`), (said) => ({ arrives: { number: number(said) }, leaves: null })],
  [phrase(`(?:går|forlader\\s+mødet|leaves)\\s+${clock}${inside}`), (said) => ({ arrives: null, leaves: { clock: time(said) } })],
  [phrase(`(?:går\\s+efter|leaves\\s+after|til\\s+og\\s+med)\\s+${point}`), (said) => ({ arrives: null, leaves: { number: number(said) } })],
  [phrase(`(?:til|indtil|until)\\s+${clock}${inside}`), (said) => ({ arrives: { clock: time(said) }, leaves: null })],
  [phrase(`(?:fra|efter|from)\\s+${clock}${inside}`), (said) => ({ arrives: null, leaves: { clock: time(said) } })],
  [
    phrase(`(?:til|for)\\s+${points}`),
    (said) => ({ items: said.split(/\s*,\s*|\s+(?:og|and)\s+/).map((each) => number(each.replace(/^(?:punkt|pkt\.?|item)\s*/i, ''))) }),
  ],
];

const time = (said: string): string => {
  const [hours = '', minutes = '00'] = said.split(/[.:]/);
  return `${hours.padStart(2, '0')}:${minutes}`;
};
const number = (said: string): string => said.replace(/[.)]+$/, '');

/** Takes what is told of the part out of an entry. */
function withoutPart(entry: string): { readonly rest: string; readonly part: ReadApology['part'] } {
  let rest = entry;
  let part: ReadApology['part'] = null;
  for (const [pattern, read] of PHRASES) {
    const hit = pattern.exec(rest);
    if (!hit) continue;
    const told = read(hit[1] ?? '');
    rest = rest.replace(hit[0], ' ');
    if (part === null || 'items' in part || 'items' in told) part ??= told;
    else part = { arrives: part.arrives ?? told.arrives, leaves: part.leaves ?? told.leaves };
  }
  return {
    rest: rest
      .replace(/\(\s*[,;]?\s*/g, '(')
      .replace(/\s*[,;]\s*\)/g, ')')
      .replace(/\(\s*\)/g, '')
      .replace(/\)\s*\(/g, ', ')
      .replace(/\s+/g, ' ')
      .trim(),
    part,
  };
}

/** For how much of the meeting somebody is excused, by what a paper says beside the name; null for the whole of it. */
export const partSaid = (remark: string): ReadApology['part'] => withoutPart(remark).part;

/** The parts of a list: by lines, and by commas, semicolons and "og" outside brackets. */
function entriesOf(text: string): string[] {
  return text
    .split(/\n/)
    .flatMap((line) =>
      line.replace(/^\s*(?:[-–•*]|\d+[.)])\s*/, '').split(/(?<=^[^()]*(?:\([^()]*\)[^()]*)*)(?:\s*[,;]\s*|\s+(?:og|and|&)\s+)(?=\p{Lu})/u),
    )
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

const LEAD =
  /^\s*(?:bemærkninger\s*:\s*)?(?:(?:fraværende\s+)?(?:med\s+)?(?:afbud|apologies|fraværende|absent)(?:\s+(?:fra|from))?\s*:|(?:der\s+er\s+)?afbud\s+fra)\s*/i;

/**
 * Reads a list of apologies, pasted or printed. What is told beside who, instead of whom and for how much, reasons above all, is left out. Never throws;
 * who cannot be read is not there, so a person looks at what was read.
 */
export function readApologies(text: string): ReadApology[] {
  const plain = text.replace(/\u00a0/g, ' ').replace(/(?:i\s+stedet|instead)\s*:/giu, 'stedfortræder:');
  const read = new Map<string, ReadApology>();
  // A line that long is no list of people.
  for (const line of plain.split(/\n/).filter(({ length }) => length <= 2000)) {
    for (const entry of entriesOf(line.replace(/^\s*(?:[-–•*]|\d+[.)])\s+/, '').replace(LEAD, ''))) {
      const { rest, part } = withoutPart(entry);
      const named = rest.replace(/\s*[-–:,]?\s*\(?(?<![\p{L}])(?:med\s+)?afbud\)?(?=\.?$|\s*[,;(])\.?/iu, '').replace(/\)\s*\(/g, ', ');
      const found = importText(`Afbud: ${named}`).apologies;
      const last = [...read.values()].at(-1);
      // "…, stedfortræder Torkil Bækhøj" belongs to the one before it.
      if (last && /^(?:\d\.\s*)?(?:stedfortræder|suppleant|substitute)/iu.test(rest)) {
        const name = importText(`Afbud: ${last.name} (${rest})`).apologies[0]?.substitute ?? null;
        read.set(last.name, { ...last, substitute: last.substitute ?? name });
        continue;
      }
      for (const { name, substitute } of found) if (!read.has(name)) read.set(name, { name, substitute, part });
    }
  }
  if (read.size > 0) return [...read.values()];
  // Told in whole sentences, as papers do.
  return importText(plain).apologies.map(({ name, substitute }) => ({ name, substitute, part: null }));
}
