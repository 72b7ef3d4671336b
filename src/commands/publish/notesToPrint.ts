import { isFailure } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { PresenceNote } from '../../meeting/presence.ts';
import { readPresence } from '../attendance/readPresence.ts';
import type { Workplace } from '../workplace.ts';

/** What the roll call noted, for the minutes; nothing where the site has no list for it yet: then nobody can have called one. */
export async function notesToPrint(workplace: Workplace, file: MeetingFile): Promise<readonly PresenceNote[]> {
  try {
    return (await readPresence({ workplace })(file)).notes;
  } catch (error) {
    if (isFailure(error, 'SiteNotPrepared')) return [];
    throw error;
  }
}
