import type { Board } from '../../meeting/meeting.ts';
import type { BodyRules } from '../../meeting/profile.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';

export const saveRulesOrder = order({
  name: 'saveRules',
  version: 1,
  stepNames: ['stored'],
  plan: async () => (await import(/* webpackChunkName: "profile" */ './profilePlans.ts')).saveRulesPlan,
});

/**
 * Stores the rules of the body, each held against how it was read, so that two people who change different rules do not stand in each other's way.
 * @throws Failure Conflict where others have changed the same, SiteNotPrepared where the site has no list for it
 */
export const saveRules =
  ({ send }: Desk) =>
  async ({ siteId }: Pick<Board, 'siteId'>, before: BodyRules, after: BodyRules): Promise<void> =>
    send(saveRulesOrder, { siteId, before, after });
