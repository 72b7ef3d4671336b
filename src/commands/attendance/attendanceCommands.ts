import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';
import { confirmApology } from './confirmApology.ts';
import { partSaid, readApologies } from './readApologies.ts';
import { renewApology } from './renewApology.ts';
import type { ReminderVerbs } from './reminders.ts';
import type { RollCallVerbs } from './rollCallVerbs.ts';
import { searchPeople } from './searchPeople.ts';
import type { StaffVerbs } from '../staff/staffVerbs.ts';
import type { SubstituteVerbs } from '../substitutes/substituteVerbs.ts';
import { whoIsListed } from './whoIsListed.ts';

/** Who comes, as the secretary keeps it, and who could come instead. */
export type AttendanceCommands = ReturnType<typeof attendanceCommands>;

export function attendanceCommands(desk: Desk) {
  return {
    confirmApology: confirmApology(desk),
    readApologies,
    partSaid,
    /** Throws Offline where it cannot be fetched. */
    rollCall: async (): Promise<RollCallVerbs> =>
      (await fetched(import(/* webpackChunkName: "rollCall" */ './rollCallVerbs.ts'))).rollCallVerbs(desk),
    /** Throws Offline where it cannot be fetched. */
    substitutes: async (): Promise<SubstituteVerbs> =>
      (await fetched(import(/* webpackChunkName: "substitutes" */ '../substitutes/substituteVerbs.ts'))).substituteVerbs(desk),
    /** Throws Offline where it cannot be fetched. */
    reminders: async (): Promise<ReminderVerbs> =>
      (await fetched(import(/* webpackChunkName: "substitutes" */ './reminders.ts'))).reminderVerbs(desk),
    /** Throws Offline where it cannot be fetched. */
    staff: async (): Promise<StaffVerbs> => (await fetched(import(/* webpackChunkName: "substitutes" */ '../staff/staffVerbs.ts'))).staffVerbs(desk),
    renewApology: renewApology(desk),
    searchPeople: searchPeople(desk),
    whoIsListed: whoIsListed(desk),
  };
}
