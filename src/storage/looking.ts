// What is looked up beside an agenda that is on screen: my own event behind a link, and the rows that pointers of other keys lead to.
export { eventOfMeeting, eventsBetween, siblings } from './eventOfMeeting.ts';
export { meetingRows } from './meetingRows.ts';
