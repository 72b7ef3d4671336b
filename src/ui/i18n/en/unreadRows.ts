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
  aside: {
    apology: 'An apology for {{about}} was added by {{by}} outside Dagsorden. It does not count.',
    apologyChanged: 'The apology from {{about}} was changed by {{by}} outside Dagsorden. Ask {{about}} what is right.',
    minutes:
      'Rows of edition {{about}} of the minutes were written by {{by}}, who neither sent out the agenda nor prepared the site. They are not shown.',
    minutesShown: 'The minutes were published by {{by}}, who neither sent out the agenda nor prepared the site.',
    minutesChanged:
      'Edition {{about}} of the minutes was also written in by {{by}}, who neither sent out the agenda nor prepared the site. What stood there before stands in the versions of the row in SharePoint.',
    log: 'A line of the publication log was written by {{by}}, who neither sent out the agenda nor prepared the site. Look in the channel whether the minutes are there.',
    meetingAnew:
      "The meeting's own row was deleted and made anew by {{by}} after the agenda had been stored. What {{by}} writes does not count for that. The old row is in SharePoint's recycle bin.",
    boardAnew:
      "The board's own row was deleted and made anew by {{by}} after the agenda had been stored. The old row is in SharePoint's recycle bin.",
    unknown: 'somebody SharePoint does not name',
  },
} satisfies SameKeys<typeof da>;
