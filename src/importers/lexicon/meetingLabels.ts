import type { LabelKey } from './lexicon.ts';

/** Labels that say what the meeting is, where, when and with whom. What else counts beside them is each reader's own. */
export const meetingLabels: readonly LabelKey[] = [
  'date',
  'time',
  'endTime',
  'place',
  'body',
  'meetingName',
  'chair',
  'minuteTaker',
  'present',
  'members',
  'absent',
];
