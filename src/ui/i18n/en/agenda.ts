import type da from '../da/agenda.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Agenda',
} satisfies SameKeys<typeof da>;
