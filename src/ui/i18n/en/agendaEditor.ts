import type da from '../da/agendaEditor.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  label: 'Edit {{title}}',
  number: 'No.',
  title: 'Title',
  start: 'From',
  startHint: 'Empty: computed',
  end: 'To',
  minutes: 'Minutes',
  presenters: 'Presenters',
  presentersHint: 'One on each line',
  kind: 'Kind',
  kindPlain: 'Item',
  kindDecision: 'For decision',
  kindDiscussion: 'For discussion',
  kindInformation: 'For information',
  kindBreak: 'Break',
  closed: 'Closed item',
  neutralTitle: 'Title that others may see',
  neutralHint: 'Without it they only see “Closed item”.',
  badTime: 'Write a time, e.g. 9:20',
  badMinutes: 'Write minutes, e.g. 20',
  text: 'Text',
  sections: {
    purpose: 'Purpose',
    summary: 'Summary',
    background: 'Background',
    finance: 'Finance',
    recommendation: 'Recommendation',
    text: 'Text',
  },
} satisfies SameKeys<typeof da>;
