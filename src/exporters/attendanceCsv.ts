import type { AttendanceRow } from '../meeting/attendanceOverTime.ts';
import { csv } from './csv.ts';
import type { Language } from './document/words.ts';

const HEADS = {
  da: ['Navn', 'Møder', 'Til stede', 'Afbud', 'Udeblevet', 'Ikke noteret'],
  en: ['Name', 'Meetings', 'Present', 'Apologies', 'Absent', 'Not noted'],
} as const;

/** Attendance as a table for a spreadsheet. */
export function attendanceCsv(rows: readonly AttendanceRow[], language: Language): string {
  return csv([
    HEADS[language],
    ...rows.map(({ person, meetings, present, excused, absent, notNoted }) => [
      person.name.trim() === '' ? (person.email ?? '') : person.name,
      meetings,
      present,
      excused,
      absent,
      notNoted,
    ]),
  ]);
}
