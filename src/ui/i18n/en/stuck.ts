import type da from '../da/stuck.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Not saved yet',
  words: 'What you wrote stays on this device until it is saved.',
  apologyStored: 'The apologies are saved. Only an answer or a message is left.',
  sendAgain: 'Send again',
  giveUp: 'Give up the change',
  dropped: 'The change has been taken out. Its text stands here until you close the window. Copy it if you want to keep it.',
} as const satisfies SameKeys<typeof da>;
