import type { AttendanceRow } from '../meeting/attendanceOverTime.ts';
import type { Language } from './document/words.ts';

const HEADS = {
  da: ['Navn', 'Møder', 'Til stede', 'Afbud', 'Udeblevet', 'Ikke noteret'],
  en: ['Name', 'Meetings', 'Present', 'Apologies', 'Absent', 'Not noted'],
} as const;

/**
 * Attendance as a table that spreadsheets open: semicolons, as Danish ones expect, lines that end as RFC 4180 has it, and a mark that it is UTF-8.
 * A name that a spreadsheet would take for a formula is told to be text.
 */
export function attendanceCsv(rows: readonly AttendanceRow[], language: Language): string {
  const lines = [
    HEADS[language].map(cell),
    ...rows.map(({ person, meetings, present, excused, absent, notNoted }) => [
      cell(person.name.trim() === '' ? (person.email ?? '') : person.name),
      ...[meetings, present, excused, absent, notNoted].map(String),
    ]),
  ];
  return `\uFEFF${lines.map((line) => line.join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const safe = /^[=+\-@]/.test(line) ? `'${line}` : line;
  return /[";]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
