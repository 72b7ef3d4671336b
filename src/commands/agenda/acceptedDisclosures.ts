import * as v from 'valibot';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';

/** So many answers are remembered for each meeting. */
const MOST = 500;
const nameOf = ({ siteId, key }: Pick<MeetingPointer, 'siteId' | 'key'>): string => `disclosures:${siteId} ${key}`;

/** What I have said may stand there, by its sign (meeting/disclosure.ts): remembered on this device, and without the words. */
export const acceptedDisclosures =
  ({ seen }: Desk) =>
  async (of: Pick<MeetingPointer, 'siteId' | 'key'>): Promise<readonly string[]> => {
    const found = v.safeParse(v.array(v.string()), (await seen.other(nameOf(of)))?.value);
    return found.success ? found.output : [];
  };

/** I have seen these, and they may stand there. */
export const acceptDisclosures =
  (desk: Desk) =>
  async (of: Pick<MeetingPointer, 'siteId' | 'key'>, signs: readonly string[]): Promise<void> => {
    const before = await acceptedDisclosures(desk)(of);
    await desk.seen.keepOther(nameOf(of), [...new Set([...before, ...signs])].slice(-MOST));
  };
