import type { Board } from '../../meeting/meeting.ts';
import type { BodyRules } from '../../meeting/profile.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import { profileName } from './lastProfile.ts';

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
  ({ send, seen }: Desk) =>
  async ({ siteId }: Pick<Board, 'siteId'>, before: BodyRules, after: BodyRules): Promise<void> => {
    await send(saveRulesOrder, { siteId, before, after });
    // What this device keeps is older now.
    void seen.keepOther(profileName(siteId), null);
  };
