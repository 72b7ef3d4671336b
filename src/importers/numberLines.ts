// A point's number on a line of its own whose title does not simply follow: the title stands above it, or brackets stand beside the number.
import { pattern } from './grammar/pattern.ts';
import { type Language, perLanguage } from './language.ts';
import type { Line } from './source.ts';

const patterns = perLanguage(({ numbering, words }) => ({
  /** "Sag nr. 129" and no more. */
  alone: pattern(`^(?:${numbering.strong})\\.?\\s*(?:(?:${words.number})\\s*)?\\d{1,3}\\.?$`),
  /** "Pkt. 3 (Lene)", "Punkt 3 – (O)" and no more. */
  bracketed: pattern(`^((?:${numbering.strong})\\.?\\s*\\d{1,3}[.:]?)\\s*[–-]?\\s*(\\([^()]{1,60}\\))$`),
}));

/** The longest title that stands above its number (lines). */
const mostTitleLines = 3;

const retext = (line: Line, text: string): Line => ({ ...line, text, cells: [text] });

/** Puts numbers before their titles, and what is in brackets beside a number behind the title. */
export function orderNumberLines(lines: readonly Line[], language: Language): Line[] {
  return titlesAbove(bracketsBehind(lines, language), language);
}

function bracketsBehind(lines: readonly Line[], language: Language): Line[] {
  const out = [...lines];
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const hit = line.row === null && line.text.length < 90 ? patterns(language).bracketed.exec(line.text) : null;
    if (!hit?.[1] || !hit[2] || !next || next.row !== null || next.bullet !== null || next.text.length > 120 || !/^["“”»]?\p{Lu}/u.test(next.text))
      return;
    if (language.label(next.text, next.cells) || patterns(language).alone.test(next.text)) return;
    out[i] = retext(line, hit[1]);
    out[i + 1] = retext(next, `${next.text} ${hit[2]}`);
  });
  return out;
}

/** "Spørgetid" and under it, right before a blank line, "Sag nr. 129": every such number in the paper stands so. */
function titlesAbove(lines: readonly Line[], language: Language): Line[] {
  const alone = lines.flatMap((line, i) => (line.row === null && line.text.length < 40 && patterns(language).alone.test(line.text) ? [i] : []));
  if (alone.length < 2) return [...lines];
  const from = alone.map((i) => {
    const next = lines[i + 1];
    if ((lines[i]?.blanks ?? 1) > 0 || (next && next.blanks === 0)) return null;
    for (let k = i - 1; k >= Math.max(0, i - mostTitleLines); k--) {
      const line = lines[k];
      if (!line || line.row !== null || line.bullet !== null || line.text.length > 160 || language.label(line.text, line.cells)) return null;
      if (line.blanks > 0 || k === 0) return k;
    }
    return null;
  });
  if (from.filter((at) => at !== null).length < alone.length * 0.7) return [...lines];
  const out = [...lines];
  alone.forEach((i, n) => {
    const at = from[n];
    const number = lines[i];
    const first = at === null || at === undefined ? undefined : lines[at];
    if (at === null || at === undefined || !number || !first) return;
    out.splice(
      at,
      i - at + 1,
      { ...number, blanks: first.blanks, pageBreak: first.pageBreak },
      { ...first, blanks: 0, pageBreak: false },
      ...lines.slice(at + 1, i),
    );
  });
  return out;
}
