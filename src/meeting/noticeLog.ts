import { asMeetingKey, type MeetingKey } from './ids.ts';
import type { MeetingPointer } from './meeting.ts';

// Messages about an agenda are logged in the same list as published minutes, but in a log of their own, since the versions of the minutes are counted in theirs.

const LOG = '-dagsorden';

/** Where the log of a meeting's agenda in the channel stands: its rows are found by this key, and by no reader of minutes. */
export const noticeLog = (pointer: MeetingPointer): MeetingPointer => ({ ...pointer, key: asMeetingKey(`${pointer.key}${LOG}`) });

/** The meeting whose log this is; the same key for the log of its minutes. */
export const meetingOfLog = (key: MeetingKey): MeetingKey => (key.endsWith(LOG) ? asMeetingKey(key.slice(0, -LOG.length)) : key);
