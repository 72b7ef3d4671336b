import type da from '../da/tabConfig.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Dagsorden',
  channel: 'The tab shows the meetings of {{name}}: agendas, decisions and minutes.',
  meeting: 'The tab shows the agenda of this meeting and lets participants send apologies.',
  ready: 'The site is prepared. Choose Save to add the tab.',
  notReady: 'Choose Save to add the tab. An owner of the team can prepare the site from the tab afterwards.',
  save: 'Choose Save to add the tab.',
  unknown: 'We could not see whether the site is prepared. The tab can be added all the same.',
} satisfies SameKeys<typeof da>;
