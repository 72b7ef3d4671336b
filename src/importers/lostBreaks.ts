// Text that lost its line breaks: a page of a PDF or a pasted paper on one line. Points that count 1, 2, 3 inside a line, labels
// and headings printed there begin lines again, before anything is recognised; offsets stay those of the source.
import { pattern } from './grammar/pattern.ts';
import { type Language, perLanguage } from './language.ts';
import type { LabelKey } from './lexicon/lexicon.ts';
import { meetingLabels } from './lexicon/meetingLabels.ts';
import type { NoiseText } from './paper.ts';
import { sectionHeading } from './recognise/sections.ts';
import { foldTitle } from './recognise/titleWords.ts';
import { clean, type Line } from './source.ts';

/** A line a page may stand on (letters). A list right after "Dagsorden:" needs less. */
const longLine = 200;
const shortList = 40;

/** So many points in a row count as a list. */
const leastPoints = 3;

/** A number inside a line that may open a point. */
interface Mark {
  line: number;
  /** Offset in the printed line. */
  at: number;
  /** Where its text begins. */
  to: number;
  value: number;
  style: string;
  upper: boolean;
  /** "Dagsorden:" stands right before it. */
  announced: boolean;
}

interface Run {
  marks: Mark[];
  /** Begun inside another run. */
  under: boolean;
}

const header = new Set<LabelKey>([...meetingLabels, 'noShow', 'guests', 'subject', 'agenda', 'nextMeeting']);
const sections = new Set<LabelKey>(['decision', 'recommendation', 'case', 'summary', 'background', 'attachments', 'purpose', 'minutes', 'finance']);

const patterns = perLanguage(({ numbering, calendar, clock, item, words, headings }) => {
  const months = calendar.months.flat().join('|');
  const opening = '(?=[*»"”]?\\p{L}{2})';
  return {
    weak: pattern(`(?<![^\\s.:;,)?!–-])(\\d{1,3})\\s?([.)])\\s{0,3}${opening}(?!(?:${months})(?!\\p{L}))`, 'giu'),
    strong: pattern(
      `(?<![\\p{L}\\d])(${numbering.answers}|${numbering.strong}|${numbering.paragraphSign})\\.?\\s{0,3}(?:(?:${words.number})\\s{0,3})?(\\d{1,3})\\s?[.:)]?\\s{1,3}(?:[–—-]\\s{1,2})?${opening}`,
      'giu',
    ),
    reference: pattern(`(?:${numbering.strong}|nr|stk|§|bilag)\\.?\\s*$`),
    slot: pattern(
      `(?<![\\p{L}\\d.,:(–-]|[–-]\\s)(?:(?:${clock.said})\\s*)?(\\d{1,2})[.:](\\d{2})(?:\\s?[–-]\\s?\\d{1,2}[.:]\\d{2})?\\s{0,2}[:–-]?\\s{1,3}(?=["“”»]?\\p{Lu})`,
      'giu',
    ),
    day: pattern(
      `(?<=\\S\\s)(?=\\p{Lu})(?:(?:${calendar.day})\\s+\\d(?!\\d)|(?:${calendar.weekdays.join('|')})(?:\\s+(?:${calendar.the})\\.?)?\\s+\\d)`,
    ),
    // "Referat af …", "Onsdag den …" in the head of a page.
    heading: pattern(
      `(?<=[^:,\\s]\\s)(?=[\\p{Lu}])(?:(?:${headings.documentTypes})\\s+(?:${words.prepositions}|${words.of}|${words.to})\\s|(?:${calendar.weekdays.join('|')})\\s+(?:${calendar.the})\\.?\\s+\\d)`,
      'giu',
    ),
    connector: pattern(`^(?:${words.connectors})$`),
    twoTimes: pattern(`((?:${clock.said})\\s*\\d{1,2}[.:]\\d{2}) (?=\\d{1,2}[.:]\\d{2}(?!\\d))`, 'giu'),
    lastTitle: pattern(`^((?:${item.anyOtherBusiness})(?!\\p{L})\\.?:?(?:\\s*\\([^)]{1,12}\\))?)\\s+(?=\\p{Lu})`),
  };
});

/** One to three words with capitals and what may be their verb. */
const toldBy = /(?<=[\p{Ll}\d):]\s+)(?<!\p{Lu}[\p{L}-]*\s+)\p{Lu}\p{L}+(?:\s\p{Lu}[\p{L}-]+){0,2}\s(\p{Ll}+)/gu;

const letters = /(?<=\s)([a-zæø])\s?([.)])\s+(?=\p{L}{3})/gu;

/** Whether a text ends by announcing a list of points: "med følgende dagsorden:". */
function announces(before: string, language: Language): boolean {
  const lead = before.slice(-80).trim().split(/\s+/u).slice(-6).join(' ');
  return lead.length < 80 && language.holds.agenda.test(lead);
}

function marksOf(raw: string, line: number, language: Language): Mark[] {
  const { weak, strong, reference } = patterns(language);
  const found: Mark[] = [];
  const add = (hit: RegExpMatchArray, value: number, style: string) => {
    const begin = hit.index ?? 0;
    const to = begin + hit[0].length;
    // "… afdelingen. - Punkt 2. – Roller": the dash is the point's bullet.
    const at = begin - (/[.:;!?]\s{1,3}([-–•]\s{1,2})$/u.exec(raw.slice(Math.max(0, begin - 8), begin))?.[1]?.length ?? 0);
    const upper = /^[^\p{L}]*\p{Lu}/u.test(raw.slice(to, to + 4));
    found.push({ line, at, to, value, style, upper, announced: value === 1 && announces(raw.slice(Math.max(0, at - 80), at), language) });
  };
  for (const hit of raw.matchAll(weak)) {
    const before = raw.slice(Math.max(0, (hit.index ?? 0) - 14), hit.index ?? 0);
    if (!reference.test(before)) add(hit, Number(hit[1]), hit[2] ?? '');
  }
  for (const hit of raw.matchAll(strong)) if (/^[\p{Lu}§]/u.test(hit[1] ?? '')) add(hit, Number(hit[2]), (hit[1] ?? '').toLowerCase());
  return found.sort((a, b) => a.at - b.at);
}

/** How far on the number that seems to be missing is looked for (numbers). */
const horizon = 30;

/** Numbers that go on one after the other, from 1 or (`any`) from wherever; a list begun inside another one ends where the outer goes on. */
function runsOf(marks: readonly Mark[], any: boolean): Run[] {
  const runs: Run[] = [];
  let open: Run[] = [];
  const comes = (value: number, style: string, after: number): boolean => {
    for (const other of marks.slice(after + 1, after + 1 + horizon)) {
      if (other.style === style && other.value === value) return true;
      if (other.style === style && other.value === 1) return false;
    }
    return false;
  };
  marks.forEach((mark, i) => {
    const goesOn = [...open].reverse().find(({ marks: those }) => {
      const last = those.at(-1);
      if (last?.style !== mark.style) return false;
      return mark.value === last.value + 1 || (mark.value === last.value + 2 && mark.upper && !any && !comes(last.value + 1, mark.style, i));
    });
    if (goesOn) {
      goesOn.marks.push(mark);
      // What was begun since stands inside this list.
      for (const inner of open.slice(open.indexOf(goesOn) + 1)) inner.under = true;
      open = open.slice(0, open.indexOf(goesOn) + 1);
    } else if (mark.value === 1 || any) {
      const run = { marks: [mark], under: false };
      runs.push(run);
      open = [...open.slice(-3), run];
    }
  });
  return runs;
}

/** The runs that are lists: three and more numbers, two of them on one line; "2. behandling" is none of them unless all begin so. */
function listsOf(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => {
    const upper = run.marks.filter((mark) => mark.upper);
    const marks = upper.length * 2 > run.marks.length && run.marks[0]?.style === '.' ? upper : run.marks;
    if (marks.length < leastPoints + (upper.length < marks.length ? 1 : 0)) return [];
    const inOne = new Map<number, number>();
    for (const { line } of marks) inOne.set(line, (inOne.get(line) ?? 0) + 1);
    return Math.max(...inOne.values()) >= 2 ? [{ ...run, marks }] : [];
  });
}

const noon = 12 * 60;

/** So many times that rise within a line are a programme. */
const leastTimes = 4;

/** "9.00 Kaffe 9.30-10.15 Havnen i dag …": where the slots of a programme begin inside a line. */
function slotsIn(raw: string, language: Language): number[] {
  const found: number[] = [];
  let last = -1;
  for (const hit of raw.matchAll(patterns(language).slot)) {
    const minute = Number(hit[1]) * 60 + Number(hit[2]);
    // The time right behind a date is the meeting's own.
    const before = raw.slice(Math.max(0, hit.index - 45), hit.index);
    const nextDay = minute <= noon && last > noon && patterns(language).day.test(before);
    if (
      (minute < last && !nextDay) ||
      Number(hit[1]) > 24 ||
      Number(hit[2]) > 59 ||
      language.calendar.find(before).some(({ to }) => before.length - to < 4)
    )
      continue;
    last = minute;
    found.push(hit.index);
  }
  return found.length >= leastTimes ? found : [];
}

/** Where labels with a colon begin inside a line, and where their values do. */
function labelsIn(raw: string, language: Language): { at: number; to: number; key: LabelKey }[] {
  const found: { at: number; to: number; key: LabelKey }[] = [];
  for (let colon = raw.indexOf(':'); colon >= 0; colon = raw.indexOf(':', colon + 1)) {
    const before = raw.slice(Math.max(0, colon - 60), colon);
    const words = [...before.matchAll(/[^\s.,;:!?]+/gu)].slice(-6);
    const last = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf('. '), before.lastIndexOf(':'));
    for (const word of words) {
      if (word.index < last || !/^\p{Lu}/u.test(word[0])) continue;
      const label = language.label(`${clean(before.slice(word.index))}:`);
      if (!label || !(header.has(label.key) || sections.has(label.key))) continue;
      found.push({ at: colon - before.length + word.index, to: colon + 1, key: label.key });
      break;
    }
  }
  return found;
}

/** One or two words with a capital that may head a section. */
const sectionWords = /(?<=[.:;!?)\]”"\d\p{Ll}]\s)\p{Lu}\p{L}{4,}(?=\s)/gu;

/** "… 24 uger. Sagsfremstilling Ventetiden er faldet": where headings of sections stand between other words. */
function sectionsIn(raw: string, language: Language): { at: number; to: number; key: LabelKey }[] {
  return [...raw.matchAll(sectionWords)].flatMap((hit) => {
    const label = language.label(hit[0]);
    // "Beslutning i Havneudvalget den 14-04-2026"
    const dated = label?.key === 'decision' ? language.calendar.find(raw.slice(hit.index, hit.index + 90))[0] : undefined;
    const whole = dated ? raw.slice(hit.index, hit.index + dated.to) : '';
    if (label && dated && sectionHeading(clean(whole), language)) return [{ at: hit.index, to: hit.index + whole.length, key: label.key }];
    if (!/^\s+(?:["“”»•–-]\s?)?\p{Lu}/u.test(raw.slice(hit.index + hit[0].length))) return [];
    if (!label || !sections.has(label.key)) return [];
    const before = /(\S+)\s*$/u.exec(raw.slice(Math.max(0, hit.index - 30), hit.index))?.[1] ?? '';
    if (patterns(language).connector.test(before)) return [];
    return [{ at: hit.index, to: hit.index + hit[0].length, key: label.key }];
  });
}

/** Short lines above, which a flattened page prints once more ("Referat af bestyrelsesmøde"). */
function headingsAbove(lines: readonly Line[]): string[] {
  return lines.flatMap(({ text }) => (text.length >= 12 && text.length <= 90 && /\s/.test(text) && !/["“”]|:$/.test(text) ? [text] : [])).slice(0, 8);
}

/** "REFERAT", "INDKALDELSE TIL BESTYRELSESMØDE" between other words. */
const capitals = /(?<![\p{L}\d.])\p{Lu}{5,}(?:\s+\p{Lu}{2,}){0,6}(?![\p{L}\d])/gu;

interface Cut {
  at: number;
  blanks: number;
  indent: number;
}

/** Restores the line breaks of lines that hold a whole list, header or page. Lines with nothing of the kind stay as they are. */
export function restoreBreaks(lines: readonly Line[], source: string, language: Language, noise: NoiseText[]): Line[] {
  const raws = new Map<number, string>();
  let ownLines = 0;
  lines.forEach((line, i) => {
    if (!isPlain(line)) return;
    const long = line.text.length >= longLine;
    if (long || (line.text.length >= shortList && /[\s:]1\s?[.)]/.test(line.text))) raws.set(i, source.slice(line.from, line.to));
    if (/^\d{1,2}\s?[.)]\s*\p{L}/u.test(line.text)) ownLines++;
  });
  if (raws.size === 0) return headers(lines, source, language);
  const marks = [...raws].flatMap(([i, raw]) => marksOf(raw, i, language));
  const counted = listsOf(runsOf(marks, false));
  const runs = counted.length > 0 ? counted : listsOf(runsOf(marks, true));
  const wanted = runs.filter(
    ({ marks: those }) => those[0]?.announced || (ownLines < 2 && (raws.get(those[0]?.line ?? -1)?.length ?? 0) >= longLine),
  );
  const long = [...raws].filter(([, raw]) => raw.length >= longLine);
  const slots = new Map(wanted.length > 0 ? [] : long.map(([i, raw]) => [i, slotsIn(raw, language)] as const));
  const many = new Set([
    ...wanted.flatMap((run) => run.marks.map(({ line }) => line)),
    ...[...slots].flatMap(([i, those]) => (those.length > 0 ? [i] : [])),
  ]);
  for (const [i, raw] of long) if (labelsIn(raw, language).filter(({ key }) => header.has(key)).length >= leastPoints) many.add(i);
  if (many.size === 0) return headers(lines, source, language);
  const numbered = new Map<number, Map<number, Run>>();
  const note = (mark: Mark, run: Run) => {
    const there = numbered.get(mark.line) ?? new Map<number, Run>();
    there.set(mark.at, run);
    numbered.set(mark.line, there);
  };
  for (const run of wanted) for (const mark of run.marks) note(mark, run);
  // Titles as listed, which "Ad 1" repeats before its text.
  const titles = new Map<number, string>();
  const answers = marks.filter(({ style }) => style.length > 1);
  const first = wanted[0];
  first?.marks.forEach((mark, k) => {
    const raw = raws.get(mark.line) ?? '';
    const next = [first.marks[k + 1], ...answers].filter((other) => other !== undefined && other.line === mark.line && other.at > mark.at);
    const end = Math.min(...next.map((other) => other?.at ?? raw.length), raw.length);
    titles.set(mark.value, clean(raw.slice(mark.to, end)));
  });
  const highest = Math.max(...(first?.marks.map(({ value }) => value) ?? [0]));
  for (const mark of answers) if (mark.value <= highest && !numbered.get(mark.line)?.has(mark.at)) note(mark, { marks: [mark], under: false });
  const above = headingsAbove(lines.slice(0, Math.min(...many)));
  // Section words count where several kinds of them come again and again.
  const inside = new Map([...raws].map(([i, raw]) => [i, raw.length >= longLine ? sectionsIn(raw, language) : []]));
  const found = [...inside.values()].flat();
  const sectioned = found.length >= 4 && new Set(found.map(({ key }) => key)).size >= 2;
  let page = 0;
  const restored = lines.flatMap((line, i) => {
    const here = numbered.get(i);
    const raw = raws.get(i);
    if (raw === undefined || (!here && (raw.length < longLine || many.size === 0))) return [line];
    const cuts = new Map<number, Cut>();
    const cut = (at: number, blanks: number, indent = 0) => {
      if (at > 0 && at < raw.length && !cuts.has(at)) cuts.set(at, { at, blanks, indent });
    };
    let from = 0;
    const leaf = /^\s*(\d{1,3})\s+(?=\S)/.exec(raw);
    if (leaf?.[1] && Number(leaf[1]) === page + 1 && !/^\s*\d{1,3}\s*[.)]/.test(raw)) {
      page++;
      from = leaf[0].length;
      noise.push({ line: line.number, text: leaf[1], reason: 'pageFooter' });
    }
    cutSlots(raw, slots.get(i) ?? [], cut, language);
    if (here) cutPoints(raw, here, marks, i, titles, cut, language);
    const labels = labelsIn(raw, language);
    for (const { at, to, key } of labels) {
      cut(at, 1);
      if (key === 'agenda') cut(to + (/^\s*/.exec(raw.slice(to))?.[0].length ?? 0), 0);
    }
    for (const { at, to } of sectioned ? (inside.get(i) ?? []) : []) {
      cut(at, 1);
      cut(to + 1, 0);
    }
    if (raw.length >= longLine) {
      for (const hit of raw.matchAll(patterns(language).heading)) {
        if (hit.index < Math.min(...(here?.keys() ?? slots.get(i) ?? []), raw.length)) cut(hit.index, 1);
      }
      for (const hit of raw.matchAll(capitals)) {
        const text = clean(hit[0]);
        if (!language.is.documentType(text) && !language.holds.meeting.test(text)) continue;
        const after = hit.index + hit[0].length;
        cut(hit.index, 1);
        if (/^\s+\S/.test(raw.slice(after, after + 3))) cut(after + 1, 1);
      }
      for (const text of above) {
        const at = raw.indexOf(text);
        if (at < 0) continue;
        cut(at, 1);
        if (/^\s/.test(raw.slice(at + text.length))) cut(at + text.length + 1, 1);
      }
    }
    return piecesAt(line, raw, from, [...cuts.values()], language);
  });
  return headers(restored, source, language);
}

/** A paper's head is no longer (lines). */
const longestHead = 30;

/** "Dato: … Sted: … Til stede: …" on one line of the head: a line for each. */
function headers(lines: readonly Line[], source: string, language: Language): Line[] {
  let over = false;
  return lines.flatMap((line, i) => {
    over ||= i >= longestHead || /^\d{1,2}\s?[.)]\s*\p{L}/u.test(line.text);
    if (over || !isPlain(line) || line.text.length < 20 || !/:.*:/.test(line.text)) return [line];
    const raw = source.slice(line.from, line.to);
    const found = labelsIn(raw, language).filter(({ key }) => header.has(key) && key !== 'nextMeeting');
    if (found.length < 2 || (found[0]?.at !== 0 && found.length < 3)) return [line];
    const cuts = found.filter(({ at }) => at > 0).map(({ at }) => ({ at, blanks: 0, indent: line.indent }));
    return piecesAt(line, raw, 0, cuts, language);
  });
}

/** Text of a paragraph: no table's row, heading or list point. */
const isPlain = (line: Line): boolean =>
  line.row === null && line.depth === 0 && line.bullet === null && line.tick === null && line.cells.length === 1;

type Cutter = (at: number, blanks: number, indent?: number) => void;

/** The points of one line, their lettered sub-points, and where a title ends that is known. */
function cutPoints(
  raw: string,
  here: ReadonlyMap<number, Run>,
  marks: readonly Mark[],
  line: number,
  titles: ReadonlyMap<number, string>,
  cut: Cutter,
  language: Language,
): void {
  const own = marks.filter((mark) => mark.line === line && here.has(mark.at));
  own.forEach((mark, k) => {
    const under = here.get(mark.at)?.under ?? false;
    const answer = mark.style.length > 1;
    cut(mark.at, answer ? 1 : 0, under ? 4 : 0);
    const end = own[k + 1]?.at ?? raw.length;
    const text = raw.slice(mark.to, end);
    let expected = 'a';
    const titled = [mark.to];
    const starts: number[] = [];
    for (const hit of text.matchAll(letters)) {
      if (hit[1] !== expected) continue;
      starts.push(mark.to + hit.index);
      titled.push(mark.to + hit.index + hit[0].length);
      expected = String.fromCharCode(expected.charCodeAt(0) + 1);
    }
    for (const start of starts) cut(start, 0, 2);
    titled.forEach((start, n) => {
      const over = titleEnd(raw.slice(start, starts[n] ?? end), language);
      if (over !== null) cut(start + over, 0);
    });
    const last = patterns(language).lastTitle.exec(text);
    if (last?.[1] && own[k + 1] === undefined) cut(mark.to + last[0].length, 1);
    const title = titles.get(mark.value);
    if (title === undefined || title === '' || !(answer || here.get(mark.at)?.marks[0] !== own[0])) return;
    const printed = text.slice(0, title.length);
    const after = text.slice(title.length);
    const gap = /^[.:]?\s+(?=\S)/.exec(after);
    if (gap && foldTitle(printed) === foldTitle(title)) cut(mark.to + title.length + gap[0].length, 0);
  });
}

/** The slots of a programme, and the days between them. */
function cutSlots(raw: string, slots: readonly number[], cut: Cutter, language: Language): void {
  slots.forEach((at, k) => {
    cut(at, 0);
    const end = slots[k + 1] ?? at;
    const day = patterns(language).day.exec(raw.slice(Math.max(at, end - 60), end));
    if (day) cut(Math.max(at, end - 60) + day.index, 1);
  });
}

/** Where the text under a title begins, which stood on its own line: after a sentence, or at "… Kassereren gennemgik …". Null when nothing does. */
function titleEnd(text: string, language: Language): number | null {
  const sentence = language.sentences.firstEnd(text);
  for (const hit of text.slice(0, Math.min(sentence, 400)).matchAll(toldBy)) {
    const before = /(\S+)\s*$/u.exec(text.slice(0, hit.index))?.[1] ?? '';
    if (hit.index < 4 || !language.holds.finiteVerb.test(hit[1] ?? '') || patterns(language).connector.test(before)) continue;
    return language.holds.finiteVerb.test(text.slice(0, hit.index)) ? null : hit.index;
  }
  const gap = /^\s+(?=\S)/.exec(text.slice(sentence));
  return gap ? sentence + gap[0].length : null;
}

/** The pieces of a line as lines of their own. */
function piecesAt(line: Line, raw: string, from: number, cuts: readonly Cut[], language: Language): Line[] {
  const sorted = [...cuts].filter(({ at }) => at > from).sort((a, b) => a.at - b.at);
  if (sorted.length === 0 && from === 0) return [line];
  return [{ at: from, blanks: line.blanks, indent: 0 }, ...sorted].flatMap(({ at, blanks, indent }, k) => {
    const end = sorted[k]?.at ?? raw.length;
    const text = clean(raw.slice(at, end)).replace(patterns(language).twoTimes, '$1 – ');
    if (text === '') return [];
    const bullet = k === 0 ? null : /^[-–•](?=\s)/u.exec(text)?.[0];
    const words = bullet ? text.slice(1).trim() : text;
    return [
      {
        ...line,
        from: line.from + at,
        to: line.from + end,
        text: words,
        cells: [words],
        ...(bullet ? { bullet } : {}),
        indent,
        blanks: k === 0 ? line.blanks : blanks,
        pageBreak: k === 0 && line.pageBreak,
      },
    ];
  });
}
