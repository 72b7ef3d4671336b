// Attendance printed as a table: a column of names and columns to put a cross in, "Til stede" and "Afbud". Drawn as the
// lists an agenda would print: the column's heading, then the names that are marked there.
import { whole } from './grammar/pattern.ts';
import type { Language } from './language.ts';
import type { NoiseText } from './paper.ts';
import { clean, type Line } from './source.ts';

type State = 'present' | 'absent' | 'noShow';

interface Marks {
  /** The state each column stands for; null for names and what else there is. */
  states: (State | null)[];
  heads: string[];
  starts: number[];
  tabbed: boolean;
}

const stateOf = (text: string, language: Language): State | null => {
  const key = text === '' ? undefined : language.label(text)?.key;
  return key === 'present' || key === 'absent' || key === 'noShow' ? key : null;
};

/** A line that heads columns of attendance: names, and both who came and who did not. */
function headAt(line: Line, source: string, language: Language): Marks | null {
  if (line.row !== null || line.cells.length < 2 || line.text.length > 120) return null;
  const raw = source.slice(line.from, line.to);
  const tabbed = raw.includes('\t');
  const parts = [...raw.matchAll(tabbed ? /[^\t]+/g : /\S+(?: \S+)*/g)];
  const heads = tabbed ? raw.split('\t').map(clean) : parts.map((part) => clean(part[0]));
  const states = heads.map((head, i) => (i === 0 && !tabbed ? null : stateOf(head, language)));
  // "Til stede: A, B   Afbud: C" is no table: its columns hold their own values.
  if (heads.some((head) => /:\s*\S/.test(head))) return null;
  const kinds = new Set(states.filter((state) => state !== null));
  return kinds.has('present') && (kinds.has('absent') || kinds.has('noShow'))
    ? { states, heads, starts: parts.map((part) => part.index), tabbed }
    : null;
}

function cellsOf(line: Line, source: string, { starts, tabbed, heads }: Marks): string[] {
  const raw = source.slice(line.from, line.to);
  if (tabbed) return raw.split('\t').map(clean);
  const offset = heads.length - starts.length;
  const cells: string[] = heads.map(() => '');
  for (const part of raw.matchAll(/\S+(?: \S+)*/g)) {
    let at = 0;
    starts.forEach((start, i) => {
      if (part.index >= start - 3) at = i + offset;
    });
    cells[at] = clean(`${cells[at] ?? ''} ${part[0]}`);
  }
  return cells;
}

/** Draws every table of attendance; other lines stay as they are, the crosses go to `noise`. */
export function drawAttendanceTables(lines: readonly Line[], source: string, language: Language, noise: NoiseText[]): Line[] {
  const out: Line[] = [];
  const mark = whole(`(?:${language.lexicon.people.ticked})`);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    const head = headAt(line, source, language);
    const groups = new Map<State, Line[]>();
    const unmarked: Line[] = [];
    const crosses: NoiseText[] = [];
    let at = i + 1;
    for (; head && at < lines.length; at++) {
      const row = lines[at];
      if (!row || row.row !== null || row.blanks > 1) break;
      const cells = cellsOf(row, source, head);
      // A line of one column goes on with the table only as a name that nothing is crossed for.
      if (row.cells.length < 2 && (row.blanks > 0 || !language.people.isName(language.people.read(row.text)?.name ?? ''))) break;
      const name = head.states.findIndex((state, c) => state === null && /\p{L}{2}/u.test(cells[c] ?? ''));
      const column = head.states.findIndex((state, c) => state !== null && mark.test((cells[c] ?? '').toLowerCase()));
      const state = column < 0 ? null : (head.states[column] ?? null);
      const strange = cells.some((cell, c) => cell !== '' && head.states[c] !== null && !mark.test(cell.toLowerCase()) && cell.length > 3);
      if (name < 0 || strange) break;
      const text = cells.filter((cell, c) => cell !== '' && c !== column).join(' ');
      const drawn: Line = { ...row, text, cells: [text], blanks: 0, bullet: null, indent: 0 };
      if (column >= 0) crosses.push({ line: row.number, text: cells[column] ?? '', reason: 'tableFrame' });
      if (state === null) unmarked.push(drawn);
      else {
        const there = groups.get(state);
        if (there) there.push(drawn);
        else groups.set(state, [drawn]);
      }
    }
    if (!head || [...groups.values()].flat().length < 2) {
      out.push(line);
      continue;
    }
    noise.push(...crosses);
    const title = head.heads.filter((text, c) => head.states[c] === null && text !== '').join(' ');
    const headLine = (text: string, blanks: number): Line => ({ ...line, text, cells: [text], blanks, bullet: null });
    if (title !== '') out.push(headLine(title, line.blanks), ...unmarked);
    head.states.forEach((state, c) => {
      if (state !== null) out.push(headLine(head.heads[c] ?? '', 1), ...(groups.get(state) ?? []));
      if (state !== null) groups.delete(state);
    });
    if (title === '') out.push(...unmarked);
    i = at - 1;
  }
  return out;
}
