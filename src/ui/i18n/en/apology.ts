import type da from '../da/apology.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
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
  sent: 'Apologies saved. {{name}} will be told.',
  sentNoName: 'Apologies saved. The organiser will be told.',
  sentItems: 'Apologies saved.',
  calendarRefused: 'Apologies saved. The meeting could not be declined in your calendar. Decline it in Outlook, so that the organiser is told.',
  withdrawn: 'Your apologies are withdrawn.',
} satisfies SameKeys<typeof da>;
