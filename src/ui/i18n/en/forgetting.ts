import type da from '../da/forgetting.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  open: 'Forget everything on this machine',
  title: 'Forget everything on this machine?',
  words:
    'Your drafts, what waits to be sent, and what the machine remembers of your meetings are deleted here. What is stored in the meetings stays.',
  unsent: 'You have written something that is only here on the device. It will be gone.',
  leave: 'Forget everything',
  leaveUnsent: 'Forget everything, and delete it',
  stay: 'Keep it',
  done: 'Everything is deleted on this machine',
  doneWords: 'You can close the pane. If you open Dagsorden again, the machine remembers again what you see.',
  again: 'Open Dagsorden again',
} satisfies SameKeys<typeof da>;
