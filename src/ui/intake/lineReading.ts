import { parseClock, type ClockTime } from '../../meeting/clock.ts';
import { typedNames } from '../../meeting/editing/typedFields.ts';

/** A piece of a line with its place in it. */
interface Piece<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

/** What one printed line holds when it is read on its own, as the line of an item. */
export interface LineReading {
  readonly number: Piece<string> | null;
  readonly start: Piece<ClockTime> | null;
  readonly end: Piece<ClockTime> | null;
  readonly minutes: Piece<number> | null;
  readonly presenters: Piece<readonly string[]> | null;
}

type Part = keyof LineReading;
type Range = { readonly from: number; readonly to: number };

const BULLET = /^\s*(?:[•·‣▪◦●○*]|[-–—](?=\s))?\s*/u;
const NUMBER = /^(\d{1,3}(?:\.\d{1,2})*\.?[a-zæøå]?|[a-uw-zæøå])[.):]\s+(?=\S)/iu;
const CLOCK = String.raw`(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?`;
const BEFORE = String.raw`(?<![\p{L}\p{N}.:,])`;
const BEHIND = String.raw`(?![\p{L}\p{N}]|[.:]\d)`;
const SPAN = new RegExp(`${BEFORE}${CLOCK}(\\s*(?:-|–|—|til|to)\\s*)${CLOCK}${BEHIND}`, 'diu');
const POINT = new RegExp(`${BEFORE}${CLOCK}${BEHIND}`, 'dgiu');
const MINUTES = /(?<![\p{L}\p{N}.:])(\d{1,3})\s*(?:min(?:utter|utes|uttes)?\b\.?|')/iu;
const PRESENTED = /(?<![\p{L}])(?:v\/|v\.)\s*(?=\p{Lu})/u;
const PRESENTER_LABEL =
  /^\s*(?:oplæg(?:sholdere?)?\s*(?:v\/|v\.|ved|:)|oplægsholdere?|indledere?|ansvarlige?|presenters?|(?:ved|by)(?!\p{L})|v\/|v\.)\s*:?\s*/iu;
const NAME = /^\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){0,4}$/u;

/** Number, time, duration and presenters of a line, each with its place. All offsets count from the line's start. */
export function readLine(text: string): LineReading {
  const lead = BULLET.exec(text)?.[0].length ?? 0;
  const numbered = NUMBER.exec(text.slice(lead));
  const number = numbered?.[1] ? piece(numbered[1], lead, lead + numbered[1].length) : null;
  const after = numbered ? lead + numbered[0].length : lead;
  const time = timeIn(text, after);
  const span = MINUTES.exec(text);
  const minutes = span?.[1] && Number(span[1]) > 0 ? piece(Number(span[1]), span.index, span.index + span[0].length) : null;
  return { number, start: time?.start ?? null, end: time?.end ?? null, minutes, presenters: presentersAtEnd(text, after) };
}

/** The names of a line that is nothing but presenters: "Oplæg v. Rikke Vindum og Mona Thuesen" → two names. */
export function namesOf(text: string): readonly string[] {
  const bare = text.replace(BULLET, '');
  return typedNames(bare.replace(PRESENTER_LABEL, '').trim() === '' ? bare : bare.replace(PRESENTER_LABEL, ''));
}

/** The line without the pieces that have become fields, and without the signs and "kl." that only held them together. */
export function restOf(text: string, reading: LineReading, parts: readonly Part[]): string {
  const cuts = parts.flatMap((part) => piecesOf(reading, part)).sort((a, b) => a.from - b.from);
  let rest = '';
  let at = BULLET.exec(text)?.[0].length ?? 0;
  for (const cut of cuts) {
    if (cut.from > at) rest += `${text.slice(at, cut.from)} `;
    at = Math.max(at, cut.to);
  }
  rest += text.slice(at);
  if (cuts.length === 0) return rest.trim();
  return rest
    .replace(/(?<!\p{L})kl\.?(?=\s*(?:$|[-–:,(]))/giu, ' ')
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/(?<!\p{L})v[./](?=\s*(?:$|[,;]))/giu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:;,.)|–—-]+|[\s:;,(|–—-]+$/gu, '');
}

function piecesOf(reading: LineReading, part: Part): readonly Range[] {
  const found = reading[part];
  return found === null ? [] : [found];
}

function piece<T>(value: T, from: number, to: number): Piece<T> {
  return { value, from, to };
}

/** The first time of day or span of times; whole hours count only where "kl." or minutes tell that they are times. */
function timeIn(text: string, after: number): { start: Piece<ClockTime>; end: Piece<ClockTime> | null } | null {
  const blank = ' '.repeat(after) + text.slice(after);
  const span = SPAN.exec(blank);
  if (span?.indices && (/kl/i.test(span[0]) || span[2] !== undefined || span[5] !== undefined)) {
    const start = clockIn(span, 1, 2);
    const end = clockIn(span, 4, 5);
    const dash = span.indices[3];
    if (start && end && dash) return { start: { ...start, from: span.index, to: dash[1] }, end: { ...end, to: span.index + span[0].length } };
  }
  for (const point of blank.matchAll(POINT)) {
    if (!/^kl/i.test(point[0]) && point[2] === undefined) continue;
    const start = clockIn(point, 1, 2);
    if (start) return { start: { ...start, from: point.index }, end: null };
  }
  return null;
}

function clockIn(match: RegExpExecArray, hours: number, minutes: number): Piece<ClockTime> | null {
  const at = match.indices?.[hours];
  const value = parseClock(`${match[hours] ?? ''}.${match[minutes] ?? '00'}`);
  return at && value !== null ? piece(value, at[0], match.indices?.[minutes]?.[1] ?? at[1]) : null;
}

/** "… v. Rikke Vindum og Mona Thuesen" at the end of a line; null where it does not read as names. */
function presentersAtEnd(text: string, after: number): Piece<readonly string[]> | null {
  const mark = PRESENTED.exec(text.slice(after));
  if (!mark) return null;
  const names = typedNames(text.slice(after + mark.index + mark[0].length).replace(/[\s.)]+$/u, ''));
  return names.length > 0 && names.every((name) => NAME.test(name)) ? piece(names, after + mark.index, text.length) : null;
}
