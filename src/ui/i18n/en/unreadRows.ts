import type da from '../da/unreadRows.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: "Something in the board's lists cannot be read",
  what: 'It was changed or added in SharePoint in a way Dagsorden does not understand. It is left out here, everything else is shown. Dagsorden does not write over it: correct it in the list, or delete it.',
  row: '{{list}}, row {{row}}: the whole row is left out because of the column “{{column}}”.',
  cell: '{{list}}, row {{row}}: the column “{{column}}” is left out.',
  open: 'Open row {{row}} of {{list}}',
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
} satisfies SameKeys<typeof da>;
