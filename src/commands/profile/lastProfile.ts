import type { SiteId } from '../../meeting/ids.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { KeptProfile } from '../../meeting/profile.ts';
import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';

/** A profile as this device read it last. */
export interface SeenProfile {
  readonly kept: KeptProfile;
  /** The instant of the reading, in milliseconds. */
  readonly at: number;
}

/** What a body's profile is kept under on the device. */
export const profileName = (siteId: SiteId): string => `profile:${siteId.toLowerCase()}`;

/** What this device has of the body's profile from an earlier reading by me; null where nothing. */
export const lastProfile =
  ({ sitter, seen }: Desk) =>
  async ({ siteId }: Pick<Board, 'siteId'>): Promise<SeenProfile | null> => {
    const found = (await sitter.find()) === null ? null : await seen.other(profileName(siteId));
    if (found === null) return null;
    const { readKept } = await fetched(import(/* webpackChunkName: "profile" */ './profileSchemas.ts'));
    const kept = readKept(found.value);
    return kept === null ? null : { kept, at: found.at };
  };
