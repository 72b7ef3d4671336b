import type da from '../da/live.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  writes: '{{name}} is writing here now',
  alsoHere_one: '{{names}} is writing in this item too. Lines that only one of you changes are merged when you save; the rest is shown side by side.',
  alsoHere_other:
    '{{names}} are writing in this item too. Lines that only one of you changes are merged when you save; the rest is shown side by side.',
  changed: 'The agenda has changed.',
  changedBy: '{{names}} changed the agenda.',
  lost: 'Somebody has removed or closed the item you are writing in. Your words still stand here: copy them before you cancel.',
} satisfies SameKeys<typeof da>;
