import type { Board } from '../../meeting/meeting.ts';
import type { BodyMember } from '../../meeting/profile.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';

export const removeMemberOrder = order({
  name: 'removeMember',
  version: 1,
  stepNames: ['stored'],
  plan: async () => (await import(/* webpackChunkName: "profile" */ './profilePlans.ts')).removeMemberPlan,
});

/** Takes a member out of the body. @throws Failure Conflict where others have changed the member since */
export const removeMember =
  ({ send }: Desk) =>
  async ({ siteId }: Pick<Board, 'siteId'>, member: BodyMember): Promise<void> =>
    send(removeMemberOrder, { siteId, member });
