// Points without headings: the same sections ("Resume", "Indstilling", "Beslutning") come again and again. Each time the first of
// them comes a point begins; its title is the first sentence under it.
import type { Language } from '../language.ts';
import type { LabelKey } from '../lexicon/lexicon.ts';
import type { Line } from '../source.ts';
import type { Opener, Openers } from './openers.ts';

const first = new Set<LabelKey>(['summary', 'case', 'background', 'purpose', 'recommendation', 'caseRoute']);
const others = new Set<LabelKey>([...first, 'decision', 'minutes', 'finance', 'attachments', 'consultation', 'legal', 'history', 'process']);

const leastPoints = 2;

/** The lines with a title before each run of sections, and the openers at those titles; null when the paper is no such one. */
export function untitledPoints(lines: readonly Line[], openers: Openers, language: Language): { lines: Line[]; main: Opener[] } | null {
  const keys = lines.map((line) => {
    const label = line.row === null && line.text.length < 60 ? language.label(line.text, line.cells) : null;
    return label !== null && label.rest === '' && others.has(label.key) ? label.key : null;
  });
  const key = keys.find((other) => other !== null && other !== 'minutes');
  if (!key || !first.has(key)) return null;
  const begins = keys.flatMap((other, i) => (other === key ? [i] : []));
  if (begins.length < leastPoints) return null;
  // Each run has another section, and no line that could be a heading stands right before it.
  const parted = begins.every((from, k) => keys.slice(from + 1, begins[k + 1] ?? lines.length).some((other) => other !== null && other !== key));
  const untitled = begins.every((from, k) => k === 0 || /[.!?;]["”»)]*$/.test(lines[from - 1]?.text ?? '') || keys[from - 1] !== null);
  // A number between the last section and this one is a point's own.
  const numbered = new Set([...openers.main, ...openers.list].map(({ line }) => line));
  const headed = begins.some((from) => {
    let i = from - 1;
    while (i >= 0 && keys[i] === null && !numbered.has(i)) i--;
    return i >= 0 && keys[i] === null;
  });
  const told = begins.map((from) => lines[from + 1]).every((next) => next !== undefined && /^["“”»]?\p{Lu}.*\p{L}/u.test(next.text));
  if (!parted || !untitled || headed || !told) return null;
  const out: Line[] = [];
  const main: Opener[] = [];
  const starting = new Set(begins);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!line || !starting.has(i) || !next) {
      if (line) out.push(line);
      continue;
    }
    const end = language.sentences.firstEnd(next.text);
    const title = next.text.slice(0, end).trim();
    const rest = next.text.slice(end).trim();
    main.push({ line: out.length, style: 'depth', number: null, value: 0, rest: title, time: null, score: 0 });
    out.push({ ...next, text: title, cells: [title], blanks: Math.max(1, line.blanks), pageBreak: line.pageBreak, bullet: null });
    out.push({ ...line, blanks: 1 });
    if (rest !== '') out.push({ ...next, text: rest, cells: [rest] });
    i++;
  }
  return { lines: out, main };
}
