// Papers with neither numbers nor headings: points that run into their text, a list of bullets, or lines under "Dagsorden:".
import type { Language } from '../language.ts';
import type { LabelKey } from '../lexicon/lexicon.ts';
import { meetingLabels } from '../lexicon/meetingLabels.ts';
import type { Line } from '../source.ts';
import { statesOutcome } from './outcome.ts';
import { splitRunIn, splitSubject } from './runIn.ts';

const longestPoint = 110;

/** Paragraphs that open with their subject: "Økonomi: Kassereren gennemgik …". */
export function runInLines(lines: readonly Line[], from: number, language: Language): number[] {
  return lines.flatMap((line, i) => {
    if (i < from || line.row !== null || line.tick !== null || line.bullet !== null) return [];
    const label = language.label(line.text, line.cells);
    if (label && !subjects.has(label.key)) return [];
    return splitRunIn(line.text, language) === null ? [] : [i];
  });
}

/** Labels that are as often the name of a point. */
const subjects = new Set(['finance', 'consultation', 'followUp', 'process', 'legal', 'project']);

/** The outermost bullets below the head, when they are the only list there is. */
export function bulletLines(lines: readonly Line[], from: number, language: Language): number[] {
  const bullets = lines.flatMap((line, i) => (i >= from && line.bullet !== null && line.tick === null ? [i] : []));
  const least = bullets.reduce((indent, i) => Math.min(indent, lines[i]?.indent ?? 0), Infinity);
  const found = bullets.filter((i) => (lines[i]?.indent ?? 0) <= least + 1);
  const people = found.filter((i) => language.people.isName(language.people.read(lines[i]?.text ?? '')?.name ?? '')).length;
  const short = found.filter((i) => (lines[i]?.text.length ?? 0) <= longestPoint).length;
  return people < found.length * 0.4 && short >= found.length * 0.8 ? found : [];
}

/** Bulleted minutes: "• Badminton: afregning sendes ud i oktober." Most bullets open with their subject, and some tell of it. */
export function subjectBullets(lines: readonly Line[], language: Language): number[] {
  const listed = lines.flatMap((line, i) => (line.bullet !== null && line.tick === null && line.row === null ? [i] : []));
  // "• Dato: …", "• Sted: …" come before the points.
  const first = listed.findIndex((i) => !ofMeeting.has(language.label(lines[i]?.text ?? '')?.key ?? 'ignored'));
  const bullets = first < 0 ? [] : listed.slice(first);
  const least = bullets.reduce((indent, i) => Math.min(indent, lines[i]?.indent ?? 0), Infinity);
  const found = bullets.filter((i) => (lines[i]?.indent ?? 0) <= least + 1);
  const split = found.map((i) => splitSubject(lines[i]?.text ?? '', language));
  const subjects = split.filter((hit) => hit !== null);
  const texts = subjects.filter(({ text }) => text !== '').map(({ text }) => language.sentences.first(text));
  const told = texts.filter((sentence) => language.holds.finiteVerb.test(sentence) || statesOutcome(sentence, language)).length;
  const several = subjects.length >= leastSubjects && subjects.length >= found.length * 0.7;
  return several && told >= 2 && told >= texts.length * 0.4 ? found : [];
}

const leastSubjects = 4;

const ofMeeting = new Set<LabelKey>([...meetingLabels, 'noShow', 'guests']);

/** Short lines close under "Dagsorden:", none of them a sentence. */
export function linesUnderAgenda(lines: readonly Line[], language: Language): number[] {
  const at = lines.findIndex((line, i) => i > 0 && language.label(line.text, line.cells)?.key === 'agenda' && line.text.length < 40);
  if (at < 0) return [];
  const found: number[] = [];
  for (let i = at + 1; i < lines.length; i++) {
    const line = lines[i];
    if (
      !line ||
      (line.blanks > 0 && found.length > 0) ||
      line.text.length > longestPoint ||
      !/^\p{Lu}/u.test(line.text) ||
      /[.!]$/.test(line.text.replace(/^\p{L}+\.$/u, ''))
    )
      break;
    if (language.holds.finiteVerb.test(line.text) || language.opens.signOff.test(line.text)) break;
    found.push(i);
  }
  return found;
}
