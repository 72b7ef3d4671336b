import type { Desk } from '../desk.ts';
import { attendanceFile } from './attendanceFile.ts';
import { attendanceOfYear } from './attendanceOfYear.ts';
import { confirmApology } from './confirmApology.ts';
import { keepPresence, presenceNote } from './notePresence.ts';
import { readPresence } from './readPresence.ts';
import { renewApology } from './renewApology.ts';
import { searchPeople } from './searchPeople.ts';
import { whoIsListed } from './whoIsListed.ts';

/** Who comes, as the secretary keeps it, and who could come instead. */
export type AttendanceCommands = ReturnType<typeof attendanceCommands>;

export function attendanceCommands(desk: Desk) {
  return {
    attendanceFile: attendanceFile(desk),
    attendanceOfYear: attendanceOfYear(desk),
    confirmApology: confirmApology(desk),
    keepPresence: keepPresence(desk),
    presenceNote: presenceNote(desk),
    readPresence: readPresence(desk),
    renewApology: renewApology(desk),
    searchPeople: searchPeople(desk),
    whoIsListed: whoIsListed(desk),
  };
}
