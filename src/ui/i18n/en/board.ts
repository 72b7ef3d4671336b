import type da from '../da/board.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Meetings',
} satisfies SameKeys<typeof da>;
