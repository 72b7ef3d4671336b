import type da from '../da/minutes.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Minutes',
  notYet: 'The minutes are not published yet',
  notYetWhat: 'They stand here once they are published in {{channel}}. Until then you can read the agenda.',
  toAgenda: 'See the agenda',
  publishedAt: 'Published {{when}}',
  version: 'Version {{version}}',
  recommendation: 'Recommendation',
  decision: 'Decision',
  notTreated: 'Not treated',
  noDecision: 'No decision',
  place: 'Place',
  chair: 'Chair',
  apologies: 'Apologies',
  noApologies: 'None',
  instead: 'instead: {{name}}',
  closedCircle: 'Only the closed circle sees this',
  closedOthers: 'The content is for the closed circle only',
  print: 'Print',
  inBrowser: 'Open in browser',
  items: 'Items',
} satisfies SameKeys<typeof da>;
