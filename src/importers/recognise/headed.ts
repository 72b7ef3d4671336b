// Papers without numbers or times: headings alone on their line, with text under them.
import type { Layout } from '../blocks.ts';
import { whole } from '../grammar/pattern.ts';
import type { Language } from '../language.ts';
import type { Line } from '../source.ts';
import { bulletLines, linesUnderAgenda, runInLines, subjectBullets } from './looseLists.ts';
import type { Opener } from './openers.ts';
import { splitRunIn } from './runIn.ts';

const opener = (line: number, rest: string): Opener => ({ line, style: 'depth', number: null, value: 0, rest, time: null, score: 0 });

/** Finds headings: with a colon ("Økonomi:"), marked by depth or bold type, or short lines set apart. */
export function findHeaded(lines: readonly Line[], language: Language, layout: Layout, caseForm: boolean): Opener[] {
  if (caseForm) return [];
  const listed = listedPoints(lines, language);
  if (listed.length >= 2) return listed.map((i) => opener(i, lines[i]?.text ?? ''));
  const from = Math.max(0, prefaceEnd(lines, language));
  const eligible = (line: Line | undefined, index: number): boolean => {
    if (!line || index < from || line.text.length > 110 || line.bullet !== null || line.row !== null || line.tick !== null) return false;
    if (!/^\p{Lu}/u.test(line.text)) return false;
    const label = language.label(line.text, line.cells);
    const key = label?.key;
    if (label && label.rest !== '') return false;
    if (
      key &&
      [
        'present',
        'members',
        'absent',
        'noShow',
        'place',
        'date',
        'time',
        'chair',
        'minuteTaker',
        'body',
        'agenda',
        'attachments',
        'closing',
        'mailTo',
        'mailFrom',
        'mailSent',
        'subject',
        'ignored',
        'group',
        'decision',
        'recommendation',
        'purpose',
      ].includes(key)
    )
      return false;
    return !language.opens.signOff.test(line.text) && language.calendar.find(line.text).length === 0;
  };
  const bodyAfter = (index: number): boolean => {
    const next = lines[index + 1];
    return next !== undefined && !language.opens.signOff.test(next.text);
  };
  const gapBefore = (line: Line) => line.blanks > layout.spacing || line.pageBreak;
  const byDepth = lines.flatMap((line, i) => (line.depth > 1 && eligible(line, i) ? [i] : []));
  const deepest = mostCommon(byDepth.map((i) => lines[i]?.depth ?? 0));
  const depthLines = byDepth.filter((i) => lines[i]?.depth === deepest);
  if (depthLines.length >= 2) return depthLines.map((i) => opener(i, lines[i]?.text ?? ''));
  const bold = lines.flatMap((line, i) => (line.bold && eligible(line, i) ? [i] : []));
  if (bold.length >= 2) return bold.map((i) => opener(i, lines[i]?.text ?? ''));
  const colon = lines.flatMap((line, i) =>
    /:$/.test(line.text) && line.text.length < 90 && eligible(line, i) && bodyAfter(i) && (gapBefore(line) || layout.width === Infinity || i === 0)
      ? [i]
      : [],
  );
  // "Regnskab: Godkendt." between headings that end in a colon is a heading too, with its text on the line.
  const runIns = lines.flatMap((line, i) => {
    const plain = i >= from && line.bullet === null && line.row === null && line.depth === 0 && (gapBefore(line) || layout.width === Infinity);
    return plain && language.label(line.text, line.cells) === null && splitRunIn(line.text, language) !== null ? [i] : [];
  });
  if (colon.length >= 3) return nest(colon, runIns, lines, language);
  const upper = lines.flatMap((line, i) =>
    /^[\p{Lu}\d\s,.&/–-]{4,80}$/u.test(line.text) && /\p{Lu}{3}/u.test(line.text) && eligible(line, i) && bodyAfter(i) ? [i] : [],
  );
  if (upper.length >= 3) return upper.map((i) => opener(i, lines[i]?.text ?? ''));
  const alone = lines.flatMap((line, i) => {
    const next = lines[i + 1];
    if (!next || !eligible(line, i) || !gapBefore(line) || line.text.length > 70 || /[.,;!]$/.test(line.text)) return [];
    if (language.holds.finiteVerb.test(line.text) || language.people.isName(line.text)) return [];
    const longer = next.text.length > line.text.length || /[.!?]$/.test(next.text);
    return longer && next.blanks <= layout.spacing + (layout.width === Infinity ? 1 : 0) ? [i] : [];
  });
  if (alone.length >= 3) return alone.map((i) => opener(i, lines[i]?.text ?? ''));
  if (colon.length >= 2) return nest(colon, runIns, lines, language);
  const alike = (i: number) => opener(i, lines[i]?.text ?? '');
  const running = runInLines(lines, from, language);
  if (running.length >= 3) return running.map(alike);
  const told = subjectBullets(lines, language);
  if (told.length > 0) return told.map((i) => ({ ...alike(i), subject: true }));
  const under = linesUnderAgenda(lines, language);
  if (under.length >= 3) return under.map(alike);
  const bullets = bulletLines(lines, from, language);
  return bullets.length >= 3 && lines.slice(0, 12).some(({ text }) => language.holds.agenda.test(text) || language.holds.meeting.test(text))
    ? bullets.map(alike)
    : [];
}

/** "Punkter:" and a list of bullets under it: each is a point. */
function listedPoints(lines: readonly Line[], language: Language): number[] {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || language.label(line.text, line.cells)?.key !== 'agenda' || line.text.length > 60) continue;
    const found: number[] = [];
    const indent = lines[i + 1]?.indent ?? 0;
    for (let j = i + 1; j < lines.length; j++) {
      const next = lines[j];
      if (!next || (next.bullet === null && next.indent <= indent)) break;
      if (next.bullet !== null && next.indent <= indent) found.push(j);
    }
    if (found.length >= 2) return found;
  }
  return [];
}

/** Headings right under the last heading are its sub-items, up to any other business: left to the item's own blocks. */
function nest(headings: readonly number[], runIns: readonly number[], lines: readonly Line[], language: Language): Opener[] {
  let parent = false;
  const found = [...headings, ...runIns].sort((a, b) => a - b);
  const anyOtherBusiness = whole(`(?:${language.lexicon.item.anyOtherBusiness})[.:]*`);
  const runsIn = new Set(runIns);
  return found.map((i, k) => {
    const text = lines[i]?.text ?? '';
    if (anyOtherBusiness.test(text)) parent = false;
    const under = parent;
    // A heading with nothing but a heading under it holds those that follow.
    if (!parent && found[k + 1] === i + 1 && !runsIn.has(i)) parent = true;
    return { ...opener(i, text), under, runIn: runsIn.has(i) };
  });
}

function mostCommon(depths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const depth of depths) counts.set(depth, (counts.get(depth) ?? 0) + 1);
  return [...counts.entries()].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The line after the last attendance or date label near the top: headings before it belong to the preface. */
function prefaceEnd(lines: readonly Line[], language: Language): number {
  let end = 0;
  lines.slice(0, 40).forEach((line, i) => {
    const key = language.label(line.text, line.cells)?.key;
    if (key && ['present', 'members', 'absent', 'noShow', 'place', 'date', 'time', 'chair', 'minuteTaker', 'agenda'].includes(key)) end = i + 1;
    else if (i < 6 && language.calendar.find(line.text).length > 0 && splitRunIn(line.text, language) === null) end = Math.max(end, i + 1);
  });
  return end;
}
