// Attendance that is a point of its own ("1. Fraværende: A og B", "2. Afbud"), or told in prose as the meeting is opened.
import { pattern } from '../grammar/pattern.ts';
import type { Language } from '../language.ts';
import type { ImportedApology, ImportedItem, PaperKind } from '../paper.ts';
import { readAbsences, readAttendees } from './attendance.ts';
import { presentInProse } from './proseAttendance.ts';
import { tieCalledStandIns, tieToldSubstitutes } from './standIns.ts';
import { allNames, readReportedAbsence } from './toldAbsence.ts';

interface Attendance {
  present: string[];
  apologies: ImportedApology[];
}

/** How many points may open a meeting. */
const opening = 3;

/**
 * Reads attendance from the points that open the meeting. A point whose title is the label of an attendance list loses the names
 * from its title. `known` is what the paper's head already told; only what it lacks is given.
 */
export function readAttendancePoints(items: readonly ImportedItem[], language: Language, kind: PaperKind, known: Attendance): Attendance {
  const found: Attendance = { present: [], apologies: [] };
  if (kind === 'programme' || kind === 'case') return found;
  for (const [i, item] of items.slice(0, opening).entries()) {
    const label = language.label(item.title) ?? language.label(`${item.title}:`);
    const key = label?.key === 'noShow' ? 'absent' : label?.key;
    const lines = bodyOf(item);
    if (label && (key === 'absent' || key === 'present')) {
      const named = label.rest !== '' && allNames(label.rest.replace(/[.\s]+$/, ''), language) !== null;
      const printed = named ? [label.rest] : label.rest === '' ? lines : [];
      if (key === 'absent' && known.apologies.length === 0) found.apologies.push(...absent(printed, language, label.key === 'noShow'));
      if (key === 'present' && known.present.length === 0) {
        const names = printed.filter((text) => (allNames(text.replace(/[.\s]+$/, ''), language)?.length ?? 0) >= 1);
        const values = names.map((text) => ({ text, cells: [text], row: null, tick: null }));
        found.present.push(...readAttendees(values, language).map(({ name }) => name));
      }
      if (named) item.title = label.label.replace(/[\s:]+$/, '');
      continue;
    }
    const sentences = lines.flatMap((text) => (text.length > 4_000 ? [] : language.sentences.split(text)));
    if (i === 0 && known.apologies.length === 0) for (const sentence of sentences) found.apologies.push(...readReportedAbsence(sentence, language));
    if (i === 0 && known.present.length === 0 && kind === 'minutes' && found.present.length === 0)
      found.present.push(...(sentences.map((sentence) => presentInProse(sentence, language)).find((names) => names.length > 0) ?? []));
    if (i === 0 && kind === 'minutes')
      found.apologies.push(
        ...tieToldSubstitutes(sentences, [...known.apologies, ...found.apologies], new Set([...known.present, ...found.present]), language),
      );
  }
  const every = [...known.apologies, ...found.apologies];
  if (every.length > 0)
    for (const item of items.slice(0, opening + 1)) {
      const about = pattern(`(?<![\\p{L}])(?:${language.lexicon.people.standInWord})`);
      if (!about.test(item.title) && language.label(`${item.title}:`)?.key !== 'absent') continue;
      const sentences = bodyOf(item).flatMap((text) => (text.length > 4_000 ? [] : language.sentences.split(text)));
      tieCalledStandIns(sentences, every, language);
    }
  return { present: [...new Set(found.present)], apologies: once(found.apologies) };
}

/** Absentees of the lines of such a point: sentences that tell it, or lines of nothing but names. */
function absent(lines: readonly string[], language: Language, noShow: boolean): ImportedApology[] {
  const found: ImportedApology[] = [];
  for (const line of lines) {
    if (line.length > 2_000) continue;
    const told = language.sentences.split(line).flatMap((sentence) => readReportedAbsence(sentence, language));
    if (told.length > 0) found.push(...told);
    else if (allNames(line.replace(/\([^()]*\)/g, '').replace(/[.\s]+$/, ''), language)) found.push(...readAbsences([line], language, noShow));
  }
  return once(found);
}

/** The lines an item's own text is printed in, without what was decided. */
function bodyOf(item: ImportedItem): string[] {
  return item.sections
    .filter(({ role }) => role === 'text' || role === 'minutes' || role === 'case' || role === 'summary' || role === 'background')
    .flatMap(({ text }) => text.split(/\n+/))
    .map((text) => text.replace(/^- /, '').trim())
    .filter((text) => text !== '');
}

function once(list: readonly ImportedApology[]): ImportedApology[] {
  return list.filter((apology, i) => list.findIndex(({ name }) => name === apology.name) === i);
}
