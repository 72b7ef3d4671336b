// Headings of items that go on over several lines.
import { type Block, type Layout, roleAtEnd } from '../blocks.ts';
import { mendScan, pattern } from '../grammar/pattern.ts';
import type { Language } from '../language.ts';
import type { Line } from '../source.ts';
import { startsBlock } from './blockStarts.ts';
import { personLine } from './presenterLines.ts';
import type { Openers } from './openers.ts';

/** Lines that go on with an item's heading. */
export function joinHeadings(lines: readonly Line[], openers: Openers, layout: Layout, language: Language): Set<Line> {
  const joins = new Set<Line>();
  const opening = new Set(openers.main.map(({ line }) => line).concat(openers.list.map(({ line }) => line)));
  const lengths = openers.main.map(({ line }) => lines[line]?.text.length ?? 0).filter((length) => length > 45);
  const widest = lengths.reduce((a, b) => Math.max(a, b), 0);
  const nearWidest = lengths.filter((length) => length > widest * 0.85).length;
  const spaced = openers.main.filter(({ line }) => (lines[line + 1]?.blanks ?? 1) > layout.spacing).length >= openers.main.length * 0.6;
  const onOneLine = headingsKeepToTheirLine(lines, openers, language);
  const connector = pattern(`(?:^|\\s)(?:${language.lexicon.words.connectors})$`);
  for (const opener of [...openers.main, ...openers.list]) {
    let at = opener.line;
    if (opener.complete) continue;
    for (let extra = 0; extra < 6; extra++) {
      const line = lines[at];
      const next = lines[at + 1];
      if (!line || !next || opening.has(at + 1) || next.row || next.depth > 0 || line.depth > 0) break;
      const quotes =
        openers.mode === 'timed' &&
        next.blanks === 0 &&
        (lines
          .slice(opener.line, at + 1)
          .map(({ text }) => text)
          .join(' ')
          .match(/[“”"]/g)?.length ?? 0) === 1;
      if (next.bullet !== null && !(quotes && /[–—-]/.test(next.bullet))) break;
      const gap = Math.max(0, next.blanks - layout.spacing);
      const onlyNumber = !/\p{L}{2}/u.test(opener.rest) && at === opener.line;
      if (onlyNumber) {
        if (openers.mode === 'timed' && next.cells.length > 1) break;
        if (language.label(next.text, next.cells)?.rest === '' && opener.style === 'bare') {
          break;
        }
        if (opener.style === 'answer') break;
        joins.add(next);
        at++;
        continue;
      }
      const sofar = lines
        .slice(opener.line, at + 1)
        .map(({ text }) => text)
        .join(' ');
      const speaks = openers.mode === 'timed' && gap === 0 && personLine(opener.rest || sofar, language) !== null;
      const talk = speaks && (/:$/.test(line.text) || (!/:\s|[“”"]/.test(sofar) && (/:$/.test(next.text) || /[“”"]/.test(next.text))));
      const inQuote = openers.mode === 'timed' && gap === 0 && (sofar.match(/[“”"]/g)?.length ?? 0) === 1;
      if (talk || inQuote) {
        joins.add(next);
        at++;
        continue;
      }
      const hanging = connector.test(line.text.slice(-12)) || roleAtEnd(language).test(line.text.slice(-60));
      if (hanging && next.blanks <= 1 && roleAtEnd(language).test(line.text.slice(-60)) && language.people.isName(next.text, false)) {
        joins.add(next);
        at++;
        continue;
      }
      if (openers.mode === 'timed' && !hanging && personLine(next.text, language) !== null) break;
      if (gap > 0 || language.label(next.text, next.cells) || language.is.caseNumber(next.text) || startsBlock(next, language, openers)) break;
      const first = next.text.split(' ', 1)[0] ?? '';
      // A sentence, or what follows a closed bracket, is the point's text.
      const sentence = /^\p{Lu}/u.test(next.text) && language.holds.finiteVerb.test(next.text);
      const over = sentence || /[.!?:)\]]$/.test(line.text);
      const dash = /^[–—-]\s/.test(next.text) && gap === 0;
      const lower = dash || (/^\p{Ll}/u.test(mendScan(next.text.slice(0, 12))) && !/[.!?:]$/.test(line.text));
      const dangling = connector.test(line.text.slice(-12)) || /[,\-–/(&]$/.test(line.text);
      const full =
        line.text.length + 1 + first.length > widest && line.text.length > 45 && nearWidest >= 3 && line.text.length > widest * 0.7 && !over;
      const byWidth =
        layout.width !== Infinity &&
        line.text.length > 45 &&
        line.text.length <= layout.width * 1.3 &&
        line.text.length + 1 + first.length > layout.width * 0.97 &&
        !over;
      const short =
        spaced && next.text.length < 60 && !/[.!?:]$/.test(next.text) && (lines[at + 2]?.blanks ?? 1) > layout.spacing && line.text.length > 40;
      const presenter = pattern(`^(?:${language.lexicon.item.presenterMarks}|(?:${language.lexicon.words.by}) )`).test(next.text);
      if (presenter || !(lower || dangling || full || byWidth || short)) break;
      // "5. Kassereren" over "intet at berette": where the text stands right under short headings, no heading goes on in lower case.
      if (onOneLine && lower && !dash && !dangling && at === opener.line && line.text.length < shortHeading && !unbalanced(sofar)) break;
      joins.add(next);
      at++;
    }
  }
  return joins;
}

/** A line too short to have been broken for want of room. */
const shortHeading = 35;

const unbalanced = (text: string) => (text.match(/[([]/g)?.length ?? 0) > (text.match(/[)\]]/g)?.length ?? 0) || /["”“»]/.test(text);

/** Whether text in sentences stands on the line right below most headings, so that a heading is its line. */
function headingsKeepToTheirLine(lines: readonly Line[], openers: Openers, language: Language): boolean {
  if (openers.mode !== 'numbered' || openers.main.length < 3) return false;
  const opening = new Set(openers.main.map(({ line }) => line));
  const texts = openers.main.filter(({ line }) => {
    const next = lines[line + 1];
    return (
      next !== undefined &&
      !opening.has(line + 1) &&
      next.blanks === 0 &&
      /^\p{Lu}/u.test(next.text) &&
      (language.holds.finiteVerb.test(next.text) || /[.!]$/.test(next.text))
    );
  });
  return texts.length >= 3 && texts.length >= openers.main.length * 0.6;
}

export function gatherHeadingBlocks(blocks: readonly Block[], joins: ReadonlySet<Line>): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    const first = block.lines[0];
    if (last && first && joins.has(first)) {
      last.lines.push(...block.lines);
      last.text = `${last.text} ${block.text}`;
    } else out.push({ ...block, lines: [...block.lines], index: out.length });
  }
  return out;
}
