// Points whose time, length, type and presenter stand in columns set apart by spaces, with no header line over them: what
// a column holds is told by its cells. Each row is drawn as the lines an agenda would print.
import { isDurationCell, isPresenterCell, isTimeCell } from './flatTables.ts';
import { pattern } from './grammar/pattern.ts';
import { type Language, perLanguage } from './language.ts';
import { clean, type Line } from './source.ts';

type Kind = 'number' | 'time' | 'minutes' | 'type' | 'presenter' | 'none' | 'title';

interface Cell {
  text: string;
  /** Column at which it is printed. */
  at: number;
  kind: Kind;
}

interface Row {
  cells: Cell[];
  /** Cells that tell a column: a time, a length, a type or a presenter. */
  told: Cell[];
}

const shortest = 3;
const most = 7;
/** Letters by which the cells of a column may stand apart. */
const slack = 3;

const types = perLanguage(({ item }) => pattern(`^(?:${item.types.map(({ label }) => label).join('|')})\\.?$`));

function kindOf(text: string, first: boolean, last: boolean, language: Language): Kind {
  if (first && /^(?:\d{1,3}|[IVX]{1,5})[.)]?$/.test(text)) return 'number';
  if (/^[-–—]$/.test(text)) return 'none';
  if (isTimeCell(text, language)) return 'time';
  if (isDurationCell(text, language)) return 'minutes';
  if (types(language).test(text)) return 'type';
  return !first && last && isPresenterCell(text, language) ? 'presenter' : 'title';
}

/** The line as a row of columns: one title, and cells of known kinds around it; null when it is something else. */
function rowOf(line: Line, source: string, language: Language): Row | null {
  if (line.row !== null || line.bullet !== null || line.depth > 0 || line.text.length > 200) return null;
  const raw = source.slice(line.from, line.to);
  const printed = raw.trim();
  if (!printed.includes('  ') && !printed.includes('\t')) return null;
  // A row that was drawn already, of a table with a header, no longer reads as it was printed (quoting marks may be off).
  const plain = clean(raw);
  if (!plain.endsWith(line.text) || plain.length > line.text.length + 4) return null;
  const parts = [...raw.matchAll(/\S+(?: \S+)*/g)];
  if (parts.length < 2 || parts.length > most) return null;
  const cells = parts.map((part, i): Cell => ({
    text: clean(part[0]),
    at: part.index,
    kind: kindOf(clean(part[0]), i === 0, i === parts.length - 1, language),
  }));
  const titles = cells.filter(({ kind }) => kind === 'title');
  if (
    titles.length !== 1 ||
    !/\p{L}{2}/u.test(titles[0]?.text ?? '') ||
    /[.:;,]$/.test(titles[0]?.text.replace(/^(?:\P{L}*\p{L}{1,4})\.$/u, '') ?? '')
  )
    return null;
  const told = cells.filter(({ kind }) => kind === 'time' || kind === 'minutes' || kind === 'type' || kind === 'presenter');
  const kinds = new Set(told.map(({ kind }) => kind));
  return told.length > 0 && kinds.size === told.length && (told.length > 1 || told[0]?.kind !== 'presenter') ? { cells, told } : null;
}

const cellLine = (line: Line, text: string, blanks: number): Line => ({ ...line, text, cells: [text], blanks, indent: 0, bullet: null });

function drawRow(line: Line, row: Row, goesOn: string, language: Language): Line[] {
  const value = (kind: Kind) => row.cells.find((cell) => cell.kind === kind)?.text ?? '';
  const number = value('number').replace(/[.)]$/, '');
  const held = /^(\d{1,3}[.)]|[IVX]{1,5}\.)\s+/.exec(value('title'))?.[0] ?? '';
  const lead = number === '' ? held : `${number}. `;
  const time = value('time').replace(pattern(`^(?:${language.lexicon.clock.said})\\s*`), '');
  const minutes = value('minutes').replace(/^\(|\)$/g, '');
  const title = `${value('title').slice(held.length)} ${goesOn}`;
  const first = `${lead}${time === '' ? '' : `${language.lexicon.clock.mark} ${time} `}${title}${minutes === '' ? '' : ` (${minutes})`}`;
  const drawn = [cellLine(line, clean(first), Math.max(1, line.blanks))];
  if (lead === '' && time === '' && drawn[0]) drawn[0].bold = true;
  if (value('type') !== '') drawn.push(cellLine(line, `Type: ${value('type').replace(/\.$/, '')}`, 0));
  if (value('presenter') !== '')
    drawn.push(
      cellLine(
        line,
        `${language.lexicon.item.presenterMark} ${value('presenter').replace(pattern(`^(?:${language.lexicon.item.byShort})\\s*`), '')}`,
        0,
      ),
    );
  return drawn;
}

/**
 * Draws the rows of columns without a header: three and more lines that print two and more of time, length, type and
 * presenter beside a title, and the lines with one of them under the same columns.
 */
export function drawSpaceColumns(lines: readonly Line[], source: string, language: Language): Line[] {
  const rows = new Map<Line, Row>();
  for (const line of lines) {
    const row = rowOf(line, source, language);
    if (row) rows.set(line, row);
  }
  const full = [...rows.values()].filter(({ told }) => told.length >= 2);
  if (full.length < shortest) return [...lines];
  const columns = new Map<string, number>();
  for (const { told } of full) for (const { kind, at } of told) columns.set(`${kind} ${at}`, (columns.get(`${kind} ${at}`) ?? 0) + 1);
  const fits = ({ kind, at }: Cell): boolean => {
    let near = 0;
    for (let column = at - slack; column <= at + slack; column++) near += columns.get(`${kind} ${column}`) ?? 0;
    return near >= 2;
  };
  const kept = new Map([...rows].filter(([, { told }]) => told.some(fits)));
  if ([...kept.values()].filter(({ told }) => told.length >= 2).length < shortest) return [...lines];
  const out: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const row = line && kept.get(line);
    if (!line) break;
    if (!row) {
      out.push(line);
      continue;
    }
    // A title too long for its column goes on under itself.
    const next = lines[i + 1];
    const below =
      next && next.blanks === 0 && next.cells.length === 1 && !rows.has(next) && /^\p{Ll}/u.test(next.text) && next.bullet === null ? next : null;
    out.push(...drawRow(below ? { ...line, to: below.to } : line, row, below?.text ?? '', language));
    if (below) i++;
  }
  return out;
}
