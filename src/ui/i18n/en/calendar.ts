import type da from '../da/calendar.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  printedEarlier: {
    words: 'The meeting was moved after the agenda was put in the invitation. The times of the items in the invitation are from before.',
    revise: 'Put the agenda in again',
  },
  earlier: {
    mine: 'That was for the meeting on {{day}}. It has been moved since.',
    stands: 'My apologies still stand',
  },
  copied: {
    words:
      'The link is in the invitation to another meeting, too. This agenda belongs to the meeting {{when}}. Open the meeting you mean from your calendar before you send apologies.',
    open: '{{title}}, {{when}}',
  },
  gone: {
    words:
      'The meeting is no longer in your calendar. If it has been called off, say so here. The agenda and the list of meetings will then tell, and guests with an invitation of their own are told.',
    tell: 'The meeting has been called off',
    busy: 'Saving …',
  },
  other: {
    other: 'The invitation shows the agenda of another meeting: {{title}}, {{when}}. Apologies sent from there are for that meeting, not this one.',
    otherOccurrence:
      'The invitation shows the agenda of another meeting of the series: {{title}}, {{when}}. Apologies sent from there are for that meeting, not this one.',
    sameTime: 'The invitation shows an agenda made for another appointment at the same time: {{title}}, {{when}}. It may be the same one.',
    stray: 'There is an agenda from before the meeting was moved: {{title}}, {{when}}. Agenda and apologies can be taken along to this meeting.',
    open: 'Open the agenda',
    take: 'Take it along to this meeting',
    begin: 'Make a new agenda from it',
    busy: 'Fetching …',
  },
} satisfies SameKeys<typeof da>;
