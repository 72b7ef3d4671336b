import type da from '../da/apology.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Send apologies',
} satisfies SameKeys<typeof da>;
