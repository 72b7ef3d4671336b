import type { Board } from '../../meeting/meeting.ts';
import type { BodyMember } from '../../meeting/profile.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import { profileName } from './lastProfile.ts';

export const saveMemberOrder = order({
  name: 'saveMember',
  version: 1,
  stepNames: ['stored'],
  plan: async () => (await import(/* webpackChunkName: "profile" */ './profilePlans.ts')).saveMemberPlan,
});

/**
 * Stores a member of the body, held against how they were read; null adds one.
 * @throws Failure Conflict where others have changed the same, SiteNotPrepared where the site has no list for it
 */
export const saveMember =
  ({ send, seen }: Desk) =>
  async ({ siteId }: Pick<Board, 'siteId'>, before: BodyMember | null, after: BodyMember): Promise<void> => {
    await send(saveMemberOrder, { siteId, before, after });
    // What this device keeps is older now.
    void seen.keepOther(profileName(siteId), null);
  };
