import type da from '../da/apology.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Send apologies',
  editTitle: 'Edit apologies',
  open: 'Send apologies',
  mine: {
    meeting: 'You have sent apologies',
    items: 'You have sent apologies for {{items}}',
    substitute: '{{name}} attends for you',
    edit: 'Edit',
    withdraw: 'Withdraw apologies',
    withdrawing: 'Withdrawing …',
    withdrawalWaiting: 'Your apologies will be withdrawn as soon as possible. The wish is kept on your device.',
    waiting: 'Your apologies are kept on your device and will be sent as soon as possible.',
  },
  earlierAnswer: 'That was before the meeting was moved.',
  scope: {
    label: 'I cannot attend',
    meeting: 'The whole meeting',
    items: 'Part of the meeting',
    which: 'Which items',
    choose: 'Choose at least one item',
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
  },
  effect: {
    meeting: 'Your apologies appear in the minutes, and the meeting is declined in your calendar.',
    items: 'Your apologies appear in the minutes. The meeting stays in your calendar.',
    noEvent: 'Your apologies appear in the minutes.',
  },
  send: 'Send apologies',
  saveEdit: 'Save apologies',
  sending: 'Sending apologies …',
  keep: 'Close',
  sent: 'Apologies saved. {{name}} will be told.',
  sentNoName: 'Apologies saved. The organiser will be told.',
  sentItems: 'Apologies saved.',
  calendarRefused: 'Apologies saved. The meeting could not be declined in your calendar. Decline it in Outlook, so that the organiser is told.',
  withdrawn: 'Your apologies are withdrawn.',
  restored: 'What you wrote last time has been brought back.',
} satisfies SameKeys<typeof da>;
