import type da from '../da/apologySheet.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Send apologies',
  editTitle: 'Edit apologies',
  scope: {
    label: 'I cannot attend',
    meeting: 'The whole meeting',
    part: 'The beginning or the end',
    items: 'Some items',
    which: 'Which items',
    choose: 'Choose at least one item',
  },
  part: {
    arrives: 'I come',
    arrivesNone: 'From the beginning',
    arrivesItem: 'For {{name}}',
    arrivesClock: 'Arrives at',
    leaves: 'I leave',
    leavesNone: 'At the end',
    leavesItem: 'After {{name}}',
    leavesClock: 'Leaves at',
    byClock: 'By the clock …',
    choose: 'Choose when you come or leave',
    noTime: 'Write a time, e.g. 10:00',
  },
  substitute: {
    label: 'Substitute',
    hint: 'Optional. Search for a colleague or write a name.',
    none: 'Nobody found. The name is kept as you wrote it.',
    failed: 'The search does not work right now. The name is kept as you wrote it.',
  },
  message: {
    label: 'Message to the organiser',
    hintTo: 'Read by the organiser, {{name}}, only. Do not write about illness or other private matters.',
    hint: 'Read by the organiser only. Do not write about illness or other private matters.',
    noEvent: 'The meeting is not in your calendar, so it cannot answer for you, and the organiser is not told by itself.',
    own: 'You called the meeting, so the calendar does not answer for you. Tell the chair yourself.',
  },
  effect: {
    meeting: 'Your apologies appear in the minutes, and the meeting is declined in your calendar.',
    items: 'Your apologies appear in the minutes. The meeting stays in your calendar with the answer maybe.',
    noEvent: 'Your apologies appear in the minutes.',
  },
  send: 'Send apologies',
  saveEdit: 'Save apologies',
  sending: 'Sending apologies …',
  keep: 'Close',
  restored: 'What you wrote last time has been brought back.',
  sent: 'Apologies saved. {{name}} will be told.',
  sentNoName: 'Apologies saved. The organiser will be told.',
  calendarRefused: 'Apologies saved. The meeting could not be declined in your calendar. Decline it in Outlook, so that the organiser is told.',
  cameGone: 'The meeting is no longer in your calendar, so the organiser has not been told.',
  write: 'Write to the organiser',
  sentSoon: 'Apologies saved. {{name}} will be told in a moment.',
  sentSoonNoName: 'Apologies saved. The organiser will be told in a moment.',
  sentNobody: 'Apologies saved. The organiser has not been told: the calendar cannot answer for you.',
  withdrawnGone:
    'You have withdrawn your apologies, but the meeting has left your calendar, and the organiser has not been told. Ask for the invitation again.',
  deadline: {
    is: 'Deadline for apologies: {{day}}.',
    was: 'The deadline for apologies was {{day}}. You can still send one; write or call the organiser as well.',
  },
  steps: {
    answering: 'The calendar answers in a moment, and then the organiser is told.',
    waiting: 'The apologies are saved. The calendar has not answered yet. It is tried again.',
    refused: 'The apologies are saved. Your calendar could not answer, so the organiser has not been told.',
    untold: 'Your calendar has not answered the meeting, so the organiser may not have been told.',
  },
  earlyNowhere:
    'The meeting does not belong to a board yet, so apologies cannot be kept. Decline in the calendar with a comment: the organiser is told and can confirm it as apologies.',
  answerNow: 'Answer in the calendar now',
} satisfies SameKeys<typeof da>;
