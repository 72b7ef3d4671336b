// A paper's lines → its structure. The order: noise, layout, what opens items, blocks, then everything put together.
import { drawAttendanceTables } from '../attendanceTables.ts';
import { type Block, makeBlocks, measureLayout } from '../blocks.ts';
import type { Language } from '../language.ts';
import { withoutPageNumbers } from '../contentsPages.ts';
import { mendEmphasis } from '../emphasis.ts';
import { drawFlatTables } from '../flatTables.ts';
import { ungluedHeadings } from '../gluedNoise.ts';
import { restoreBreaks } from '../lostBreaks.ts';
import { partGluedCells } from '../gluedCells.ts';
import { freeNumbers } from '../gluedNumbers.ts';
import { orderNumberLines } from '../numberLines.ts';
import { siftNoise } from '../noise.ts';
import type { ImportedPaper, NoiseText } from '../paper.ts';
import type { Line, Source } from '../source.ts';
import { drawSpaceColumns } from '../spaceColumns.ts';
import { drawTextTables } from '../textTables.ts';
import { assemble } from './assemble.ts';
import { isLoneLabel, startsBlock } from './blockStarts.ts';
import { isCase } from './caseForm.ts';
import { findHeaded } from './headed.ts';
import { gatherHeadingBlocks, joinHeadings } from './headingLines.ts';
import { withLast, withMissing } from './missingPoints.ts';
import { type Opener, findOpeners } from './openers.ts';
import { untitledPoints } from './untitledPoints.ts';

/** Recognises a paper. Pure; never throws on any text; linear in its length. */
export function recognise(source: Source, language: Language): ImportedPaper {
  const glued: NoiseText[] = [];
  const whole = freeNumbers(restoreBreaks(partGluedCells(mendEmphasis(source.lines), language), source.text, language, glued), source.text);
  const { lines: sifted, noise } = siftNoise(withoutPageNumbers(ungluedHeadings(whole, language, glued), language, glued), language);
  noise.push(...glued);
  const tables = drawTextTables(drawAttendanceTables(drawFlatTables(sifted, language), source.text, language, noise), source.text, language);
  let lines = orderNumberLines(drawSpaceColumns(tables, source.text, language), language);
  const layout = measureLayout(lines);
  let openers = findOpeners(lines, language, layout);
  if (openers.mode === 'numbered')
    openers = { ...openers, main: [...withLast(withMissing(openers.main, lines, language), lines, layout.spacing, language)] };
  const untitled = openers.mode === 'timed' ? null : untitledPoints(lines, openers, language);
  if (untitled) {
    lines = untitled.lines;
    openers = { mode: 'headed', main: untitled.main, list: [] };
  }
  const caseForm = untitled === null && isCase(lines, openers, language);
  if (openers.mode === 'none' || (caseForm && openers.mode === 'numbered')) {
    const headed = findHeaded(lines, language, layout, caseForm);
    if (headed.length > 0 || caseForm) openers = { mode: headed.length > 0 ? 'headed' : 'none', main: headed, list: [] };
  }
  const opening = new Map<number, Opener>();
  for (const opener of [...openers.list, ...openers.main]) opening.set(opener.line, opener);
  const openingLines = new Set([...opening.keys()].map((index) => lines[index]));
  const headingJoins = caseForm ? new Set<Line>() : joinHeadings(lines, openers, layout, language);
  const starts = (line: Line, before: Line | undefined): boolean => {
    if (openingLines.has(line)) return true;
    if (before && headingJoins.has(line)) return false;
    if (before && openingLines.has(before)) return true;
    if (headingJoins.has(before as Line)) return true;
    if (before && isLoneLabel(before, language)) return true;
    return startsBlock(line, language, openers);
  };
  const blocks = makeBlocks(lines, layout, language, starts, source);
  const joined = gatherHeadingBlocks(blocks, headingJoins);
  const blockOpener = new Map<Block, Opener>();
  const byFirstLine = new Map<Line, Block>();
  for (const block of joined) if (block.lines[0]) byFirstLine.set(block.lines[0], block);
  for (const [index, opener] of opening) {
    const line = lines[index];
    const block = line && byFirstLine.get(line);
    if (block) blockOpener.set(block, opener);
  }
  return assemble(source, language, joined, blockOpener, openers, caseForm, noise);
}
