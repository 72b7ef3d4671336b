import type { AttendanceRow } from '../../meeting/attendanceOverTime.ts';
import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';

/** Attendance over time as a CSV file in the reader's language. Throws Offline where what makes it cannot be fetched. */
export const attendanceFile =
  ({ workplace }: Desk) =>
  async (rows: readonly AttendanceRow[]): Promise<string> =>
    (await fetched(import(/* webpackChunkName: "attendanceCsv" */ '../../exporters/attendanceCsv.ts'))).attendanceCsv(rows, workplace.language);
