import type da from '../da/myMeetings.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  allDay: 'All day',
  title: 'My meetings',
  decisions: 'Search decisions',
  tasks: 'My tasks',
  coming: 'Coming',
  past: 'Past',
  today: 'Today – {{day}}',
  tomorrow: 'Tomorrow – {{day}}',
  now: 'Now {{time}}',
  nothingComing: 'You have no meetings in the next {{days}} days.',
  nothingPast: 'You have no meetings in the last {{days}} days.',
  earlier: 'Show earlier meetings',
  later: 'Show more meetings',
  search: 'Search the meetings',
  noMatch: 'No meetings match “{{text}}”.',
  hasAgenda: 'Agenda',
  noAgenda: 'No agenda',
  cancelled: 'Cancelled',
  organizer: 'You are the organiser',
  notAnswered: 'Not answered',
} satisfies SameKeys<typeof da>;
