import { attendanceCsv } from '../../exporters/attendanceCsv.ts';
import type { AttendanceRow } from '../../meeting/attendanceOverTime.ts';
import type { Desk } from '../desk.ts';
import { attendanceOfYear } from './attendanceOfYear.ts';
import { keepPresence, presenceNote } from './notePresence.ts';
import { readPresence } from './readPresence.ts';

/** Who is here, and who came over time: fetched when somebody asks for it, apart from the first agenda. */
export type RollCallVerbs = ReturnType<typeof rollCallVerbs>;

export function rollCallVerbs(desk: Desk) {
  return {
    attendanceOfYear: attendanceOfYear(desk),
    /** Attendance over time as a CSV file in the reader's language. */
    attendanceFile: (rows: readonly AttendanceRow[]): string => attendanceCsv(rows, desk.workplace.language),
    keepPresence: keepPresence(desk),
    presenceNote: presenceNote(desk),
    readPresence: readPresence(desk),
  };
}
