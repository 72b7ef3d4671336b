import { asMeetingKey, type MeetingKey } from './ids.ts';
import type { MeetingPointer } from './meeting.ts';

// What is logged in the same list as published minutes, but in logs of their own, since the versions of the minutes are counted in theirs.

const NOTICES = '-dagsorden';
const FILES = '-filer';

const beside = (pointer: MeetingPointer, log: string): MeetingPointer => ({ ...pointer, key: asMeetingKey(`${pointer.key}${log}`) });

/** Where the messages to the channel about a meeting's agenda are logged: its rows are found by this key, and by no reader of minutes. */
export const noticeLog = (pointer: MeetingPointer): MeetingPointer => beside(pointer, NOTICES);

/** Where the files of a meeting's minutes among those of the channel are logged, by the same rule. */
export const channelFileLog = (pointer: MeetingPointer): MeetingPointer => beside(pointer, FILES);

/** The meeting whose log this is; the same key for the log of its minutes. */
export function meetingOfLog(key: MeetingKey): MeetingKey {
  const log = [NOTICES, FILES].find((each) => key.endsWith(each));
  return log === undefined ? key : asMeetingKey(key.slice(0, -log.length));
}
