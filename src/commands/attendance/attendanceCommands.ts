import type { Desk } from '../desk.ts';
import { confirmApology } from './confirmApology.ts';
import { renewApology } from './renewApology.ts';
import { searchPeople } from './searchPeople.ts';
import { whoIsListed } from './whoIsListed.ts';

/** Who comes, as the secretary keeps it, and who could come instead. */
export type AttendanceCommands = ReturnType<typeof attendanceCommands>;

export function attendanceCommands(desk: Desk) {
  return {
    confirmApology: confirmApology(desk),
    renewApology: renewApology(desk),
    searchPeople: searchPeople(desk),
    whoIsListed: whoIsListed(desk),
  };
}
