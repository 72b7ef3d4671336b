import { dayAfter } from '../../meeting/danishTime.ts';
import { paperDocument } from '../document/paperDocument.ts';
import type { Paper, PaperEdition } from '../paper/paper.ts';
import { keyOf, spanOf } from '../paper/when.ts';
import { printPlainText } from './plainText.ts';

/** A paper that names no day cannot stand in a calendar. */
export class NoDate extends Error {
  override readonly name = 'NoDate';
}

/**
 * The meeting as an iCalendar file (RFC 5545) with the whole paper as its description. Times are in UTC, so that no program has to know the zone.
 * @throws NoDate
 */
export function printCalendar(paper: Paper, edition: PaperEdition): string {
  const { date } = paper;
  if (date === null) throw new NoDate('The paper names no day');
  const document = paperDocument(paper, edition);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dagsorden//Dagsorden//DA',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${keyOf(paper)}@dagsorden`,
    `DTSTAMP:${stamp(paper.published?.at ?? `${date}T00:00:00.000Z`)}`,
    ...times(paper, date),
    `SUMMARY:${value(document.paper.title)}`,
    ...(paper.location === null ? [] : [`LOCATION:${value(paper.location)}`]),
    `DESCRIPTION:${value(printPlainText(document).trim())}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function times(paper: Paper, date: string): string[] {
  const { start, end } = spanOf(paper);
  // Whole days end before the day after the last.
  if (start === null) return [`DTSTART;VALUE=DATE:${day(date)}`, `DTEND;VALUE=DATE:${day(dayAfter(paper.endDate ?? date))}`];
  return [`DTSTART:${stamp(start)}`, ...(end === null ? [] : [`DTEND:${stamp(end)}`])];
}

const day = (iso: string): string => iso.replaceAll('-', '');

function stamp(instant: string): string {
  const time = Date.parse(instant);
  const whole = Number.isNaN(time) ? '1970-01-01T00:00:00.000Z' : new Date(time).toISOString();
  return `${whole.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

const value = (words: string): string => words.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Lines of at most 75 bytes; what goes on begins with a space (RFC 5545, 3.1). */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const out: string[] = [];
  let part = '';
  let bytes = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (bytes + size > 74) {
      out.push(part);
      part = '';
      bytes = 0;
    }
    part += sign;
    bytes += size;
  }
  return [...out, part].join('\r\n ');
}
