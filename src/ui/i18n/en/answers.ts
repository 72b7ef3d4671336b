import type da from '../da/answers.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Answers',
} satisfies SameKeys<typeof da>;
