import type da from '../da/apologySheet.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Send apologies',
  editTitle: 'Edit apologies',
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
  restored: 'What you wrote last time has been brought back.',
} satisfies SameKeys<typeof da>;
