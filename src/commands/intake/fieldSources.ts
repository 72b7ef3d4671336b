import { parseClock } from '../../meeting/clock.ts';
import type { ImportedItem, Span } from '../../importers/paper.ts';
import type { FieldSources, SourceField, SourceSpan } from './intake.ts';

/** A value that does not stand word for word where it was read from is in doubt, whatever else speaks for it. */
const NOT_AS_PRINTED = 0.6;

/** Offsets into the source. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** A paper's text with the offset each of its lines begins at. */
export interface Lined {
  readonly text: string;
  readonly starts: readonly number[];
}

export function lined(text: string): Lined {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts };
}

/**
 * The words of the source that each field of an item was read from. The importer tells which lines; here the value is
 * found again in them, so that a time or a name points at its own words and not at the whole line.
 */
export function fieldSourcesOf(item: ImportedItem, source: Lined): FieldSources {
  const title = item.spans['title'];
  const heading = item.spans['start'];
  const whole = linesAround(source, [title, heading]);
  const found: { -readonly [Field in SourceField]?: readonly SourceSpan[] } = {};
  const put = (field: SourceField, spans: readonly SourceSpan[]) => {
    if (spans.length > 0) found[field] = spans;
  };
  const oneOf = (field: SourceField, words: RegExp | null, told: Span | undefined) => {
    const places = [told, whole].filter((range) => range !== undefined && range !== null);
    const hit = words === null ? null : firstHit(source, places, words);
    if (hit) put(field, [spanAt(source, hit, told?.confidence ?? title?.confidence ?? 1)]);
    else if (told) put(field, [{ ...spanAt(source, told, told.confidence), sure: Math.min(told.confidence, NOT_AS_PRINTED) }]);
  };
  if (item.number !== null) oneOf('number', new RegExp(`(?<![\\p{L}\\p{N}])${escaped(item.number)}(?![\\p{L}\\p{N}])`, 'u'), undefined);
  if (title) {
    const printed = lettersOf(source.text.slice(title.from, title.to)) === lettersOf(item.title);
    put('title', [spanAt(source, title, printed ? title.confidence : Math.min(title.confidence, NOT_AS_PRINTED))]);
  }
  if (item.start !== null) oneOf('start', clockPattern(item.start), heading);
  if (item.end !== null) oneOf('end', clockPattern(item.end), item.spans['end']);
  if (item.minutes !== null)
    oneOf('minutes', new RegExp(`(?<![\\p{L}\\p{N}])${item.minutes}(?=\\s*(?:m\\p{L}*\\.?|'|$))`, 'iu'), item.spans['minutes']);
  put('presenters', presentersIn(item, source, whole));
  return found;
}

function presentersIn(item: ImportedItem, source: Lined, whole: Range | null): readonly SourceSpan[] {
  const told = item.spans['presenters'];
  const places = [whole, told ? linesAround(source, [told]) : null, ownLines(item, source)].filter((range) => range !== null);
  const spans = item.presenters.flatMap((name) => {
    const hit = firstHit(source, places, wordsPattern(name));
    return hit ? [spanAt(source, hit, told?.confidence ?? item.spans['title']?.confidence ?? 1)] : [];
  });
  if (spans.length > 0 || !told) return spans;
  return [spanAt(source, told, Math.min(told.confidence, NOT_AS_PRINTED))];
}

/** "09:00" as papers print it: 09.00, 9:00, 9, 0900. */
function clockPattern(time: string): RegExp | null {
  if (parseClock(time) === null) return null;
  const hours = `0?${Number(time.slice(0, 2))}`;
  const minutes = time.slice(3);
  const rest = minutes === '00' ? '(?:[.:,]?00)?' : `[.:,]?${minutes}`;
  return new RegExp(`(?<![\\p{L}\\p{N}.,:])${hours}${rest}(?![\\p{N}]|[.:,]\\d)`, 'u');
}

function wordsPattern(text: string): RegExp {
  const words = text.trim().split(/\s+/).map(escaped);
  return new RegExp(`(?<!\\p{L})${words.join('[\\s*_|\\u00ad\\u200b]+')}(?!\\p{L})`, 'iu');
}

/** Text as a pattern that means just that; a hyphen stands for itself, and escaping one is an error in a Unicode pattern. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function firstHit(source: Lined, places: readonly Range[], words: RegExp): Range | null {
  for (const place of places) {
    const hit = words.exec(source.text.slice(place.from, place.to));
    if (hit) return { from: place.from + hit.index, to: place.from + hit.index + hit[0].length };
  }
  return null;
}

/** From the start of the first span's line to the end of the last one's; null where there is none. */
function linesAround(source: Lined, spans: readonly (Range | undefined)[]): Range | null {
  const there = spans.filter((span) => span !== undefined);
  if (there.length === 0) return null;
  const from = Math.min(...there.map((span) => span.from));
  const to = Math.max(...there.map((span) => span.to));
  const end = source.text.indexOf('\n', to);
  return { from: source.text.lastIndexOf('\n', from - 1) + 1, to: end < 0 ? source.text.length : end };
}

/** The lines from the item's heading to the end of its last section. */
function ownLines(item: ImportedItem, source: Lined): Range | null {
  const spans = Object.values(item.spans);
  if (spans.length === 0) return null;
  const lastLine = Math.max(...item.sections.map((section) => section.lastLine), ...spans.map((span) => span.lastLine));
  return { from: Math.min(...spans.map((span) => span.from)), to: source.starts[lastLine] ?? source.text.length };
}

/** The 1-based number of the line an offset stands in. */
function lineAt({ starts }: Lined, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function spanAt(source: Lined, { from, to }: Range, sure: number): SourceSpan {
  return { from, to, fromLine: lineAt(source, from), toLine: lineAt(source, Math.max(from, to - 1)), sure };
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
