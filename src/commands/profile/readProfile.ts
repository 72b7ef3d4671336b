import type { Board } from '../../meeting/meeting.ts';
import type { KeptProfile } from '../../meeting/profile.ts';
import type { Desk } from '../desk.ts';
import { profileName } from './lastProfile.ts';

/**
 * The body's profile as it is stored; the plain one where the site has no lists for it yet. Kept on this device, so that nobody asks for it at each meeting
 * they open.
 */
export const readProfile =
  ({ workplace, seen }: Desk) =>
  async ({ siteId }: Pick<Board, 'siteId'>): Promise<KeptProfile> => {
    const found = await workplace.store.readProfile(siteId);
    void seen.keepOther(profileName(siteId), found);
    return found;
  };
