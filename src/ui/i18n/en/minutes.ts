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
  outcome: {
    approved: 'Approved',
    rejected: 'Rejected',
    discussed: 'Discussed',
    noted: 'Noted',
    endorsed: 'Endorsed',
    deferred: 'Deferred',
    withdrawn: 'Withdrawn',
    other: 'Treated',
  },
  place: 'Place',
  chair: 'Chair',
  apologies: 'Apologies',
  noApologies: 'None',
  instead: 'instead: {{name}}',
  closedCircle: 'The content is for the closed circle',
  closedOthers: 'The content is for the closed circle',
  items: 'Items',
  part: 'for item {{items}}',
} satisfies SameKeys<typeof da>;
