import type da from '../da/apology.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  open: 'Send apologies',
  mine: {
    meeting: 'You have sent apologies',
    part: 'You have sent apologies: {{part}}',
    substitute: '{{name}} attends for you',
    edit: 'Edit',
    withdraw: 'Withdraw apologies',
    withdrawing: 'Withdrawing …',
    withdrawalWaiting: 'Your apologies will be withdrawn as soon as possible. The wish is kept on your device.',
    waiting: 'Your apologies are kept on your device and will be sent as soon as possible.',
  },
  earlierAnswer: 'That was before the meeting was moved.',
  come: 'I will attend',
  coming: 'Answering …',
  came: 'You have said yes.',
  cameWaits: 'Your yes is kept on your device and will be sent as soon as possible.',
  withdrawnUntold: 'Your apologies are withdrawn. The organiser has not been told.',
  withdrawn: 'Your apologies are withdrawn.',
} satisfies SameKeys<typeof da>;
