import type da from '../da/attendance.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Attendance in {{year}}',
  show: 'Attendance over time',
  back: 'Back to the meetings',
  earlier: 'The year before',
  later: 'The year after',
  name: 'Name',
  meetings: 'Meetings',
  present: 'Present',
  excused: 'Apologies',
  absent: 'Absent',
  notNoted: 'Not noted',
  none: 'No meeting of {{year}} has begun.',
  explained: 'Meetings that were called off do not count. Whoever sent apologies is never shown as absent.',
  csv: 'Download as CSV',
  notReady: 'Attendance can be shown when an owner of the team has chosen “Prepare the site”.',
} as const satisfies SameKeys<typeof da>;
