import type { MeetingFile } from '../../meeting/meeting.ts';
import { addressKey, samePerson, whoIsWho } from '../../meeting/persons.ts';
import type { Desk } from '../desk.ts';

/**
 * Did I call this meeting, by what was written down of it? The row tells the organiser's address, which need not be the one I sign in with: whose it is
 * the directory says. Where it does not answer, the address alone tells.
 */
export const calledByMe =
  ({ workplace: { store }, me }: Desk) =>
  async ({ occasion: { organizer } }: Pick<MeetingFile, 'occasion'>): Promise<boolean> => {
    if (!organizer) return false;
    const [mine, theirs] = [me(), { id: null, email: organizer }];
    if (samePerson(mine, theirs)) return true;
    const address = addressKey(organizer);
    const directory = address === null ? null : await store.directoryOf([address]).catch(() => null);
    if (directory === null) return false;
    const who = whoIsWho([mine, theirs], directory);
    return who(theirs) !== null && who(theirs) === who(mine);
  };
