// Cells of a table or of a page's header that were copied without a blank between them: "MødestedRådssalen", "Punkt 210 minBudget",
// "18.05 - 18.15Formanden bød velkommen". One such line may be a slip of the pen; several are a form.
import { pattern } from './grammar/pattern.ts';
import { type Language, perLanguage } from './language.ts';
import type { LabelKey } from './lexicon/lexicon.ts';
import { meetingLabels } from './lexicon/meetingLabels.ts';
import type { Line } from './source.ts';

const headerKeys = new Set<LabelKey>([...meetingLabels, 'noShow', 'guests', 'subject']);

/** So many glued lines of one kind are a form. */
const leastTimes = 2;

const longestHead = 40;

const retext = (line: Line, text: string): Line => ({ ...line, text, cells: [text] });

/** "MødestedRådssalen" as "Mødested: Rådssalen", or null. */
function labelled(line: Line, language: Language): Line | null {
  if (line.row !== null || line.text.length > 200) return null;
  for (const hit of line.text.slice(0, 40).matchAll(/(?<=\p{Ll})(?=[\p{Lu}\d])/gu)) {
    const label = line.text.slice(0, hit.index);
    if (/[:.,]/.test(label)) return null;
    const key = language.label(`${label}:`)?.key;
    if (key !== undefined && headerKeys.has(key)) return retext(line, `${label}: ${line.text.slice(hit.index)}`);
  }
  return null;
}

const patterns = perLanguage(({ numbering, clock }) => ({
  minutes: pattern(`^((?:${numbering.strong})\\.?\\s?)?(\\d{2,5})\\s?((?:${clock.minutes})\\.?)\\s?(?=[\\p{Lu}"“”»])(.+)$`),
  time: pattern(`^((?:(?:${clock.said})\\s?)?\\d{1,2}[.:]\\d{2}(?:\\s?[-–]\\s?\\d{1,2}[.:]\\d{2})?)(?=\\p{Lu}\\p{Ll})`),
  number: pattern(`^((?:${numbering.strong})\\.?\\s?\\d{1,2})(?=\\p{Lu}\\p{Ll})`),
}));

/** "Punkt 15 min…", "Punkt 210 min…": the digits that count on are the number, the others the minutes. */
function countedMinutes(lines: readonly Line[], language: Language): Map<Line, Line> {
  const found = new Map<Line, Line>();
  let value = 0;
  for (const line of lines) {
    const hit = line.row === null ? patterns(language).minutes.exec(line.text.slice(0, 400)) : null;
    if (!hit?.[2] || !hit[3] || !hit[4]) continue;
    const digits = [value + 1, value + 2]
      .map(String)
      .find((expected) => hit[2]?.startsWith(expected) && /^[1-9]\d{0,2}$/.test(hit[2].slice(expected.length)));
    if (digits === undefined) continue;
    value = Number(digits);
    const rest = line.text.slice(hit[0].length - hit[4].length);
    found.set(line, retext(line, `${hit[1] ?? ''}${digits}${hit[1] ? ':' : '.'} ${rest} (${hit[2].slice(digits.length)} ${hit[3]})`));
  }
  return found.size >= leastTimes ? found : new Map();
}

/** Parts what is glued; other lines stay as they are. */
export function partGluedCells(lines: readonly Line[], language: Language): Line[] {
  const counted = countedMinutes(lines, language);
  const parted = new Map<Line, Line>(counted);
  const labels = lines.slice(0, longestHead).flatMap((line) => {
    const drawn = labelled(line, language);
    return drawn ? [[line, drawn] as const] : [];
  });
  if (labels.length >= leastTimes) for (const [line, drawn] of labels) parted.set(line, drawn);
  for (const form of ['time', 'number'] as const) {
    const glued = lines.flatMap((line) => {
      const hit = line.row === null && !parted.has(line) ? patterns(language)[form].exec(line.text) : null;
      return hit ? [[line, hit[0]] as const] : [];
    });
    if (glued.length < leastTimes) continue;
    for (const [line, start] of glued) parted.set(line, retext(line, `${start} ${line.text.slice(start.length)}`));
  }
  return parted.size === 0 ? [...lines] : lines.map((line) => parted.get(line) ?? line);
}
