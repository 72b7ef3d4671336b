import type { MeetingPointer } from '../../meeting/meeting.ts';
import { keys } from './keys.ts';

/** Names of what the answers' screen keeps, under the file's own: whoever fetches the file anew fetches these. Apart from the others, which weigh on the first agenda. */
export const standInKeys = {
  /** `answers` are those of the organiser's copy, where it is at hand. */
  substitutes: (pointer: MeetingPointer, answers: string) => [...keys.file(pointer), 'substitutes', answers] as const,
  absenceReasons: (pointer: MeetingPointer) => [...keys.file(pointer), 'absenceReasons'] as const,
  /** `news` is what would be said, with names. */
  staff: (pointer: MeetingPointer, news: object | null) => [...keys.file(pointer), 'staff', news] as const,
  reminders: (pointer: MeetingPointer, deadline: string | null) => [...keys.file(pointer), 'reminders', deadline] as const,
};
