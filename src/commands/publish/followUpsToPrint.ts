import type { FollowUp } from '../../meeting/followUp.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { ofMeeting } from '../followUp/ofMeeting.ts';
import type { Workplace } from '../workplace.ts';

/** What follows from the items, for the minutes; nothing where the site has no list for it yet: then nobody can have written any. */
export const followUpsToPrint = async (workplace: Workplace, file: MeetingFile): Promise<readonly FollowUp[]> =>
  (await ofMeeting({ workplace })(file)).followUps;
