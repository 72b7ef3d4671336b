import type da from '../da/myMeetings.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'My meetings',
} satisfies SameKeys<typeof da>;
