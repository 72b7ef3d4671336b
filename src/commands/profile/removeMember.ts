import type { Board } from '../../meeting/meeting.ts';
import type { BodyMember } from '../../meeting/profile.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import { profileName } from './lastProfile.ts';

export const removeMemberOrder = order({
  name: 'removeMember',
  version: 1,
  stepNames: ['stored'],
  plan: async () => (await import(/* webpackChunkName: "profile" */ './profilePlans.ts')).removeMemberPlan,
});

/** Takes a member out of the body. @throws Failure Conflict where others have changed the member since */
export const removeMember =
  ({ send, seen }: Desk) =>
  async ({ siteId }: Pick<Board, 'siteId'>, member: BodyMember): Promise<void> => {
    await send(removeMemberOrder, { siteId, member });
    // What this device keeps is older now.
    void seen.keepOther(profileName(siteId), null);
  };
