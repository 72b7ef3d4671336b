// What is looked up beside an agenda that is on screen: my own event behind a link, the rows that pointers of other keys lead to, people, and lists by
// themselves.
export { eventOfMeeting, eventsBetween, siblings } from './eventOfMeeting.ts';
export { meetingRows } from './meetingRows.ts';
export { attendanceOfMeetings } from './attendanceOfMeetings.ts';
export { presenceOf } from './presenceNotes.ts';
export { searchPeople } from './searchPeople.ts';
export { apologiesOf, boardMeetings, publicationsOf } from './storedLists.ts';
