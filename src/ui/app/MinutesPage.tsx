import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayPublish, maySendToReview, mayRemark } from '../../meeting/permissions.ts';
import { memberOf } from '../../meeting/profile.ts';
import ApprovalSection from '../approval/ApprovalSection.tsx';
import DraftToReview from '../approval/DraftToReview.tsx';
import MinutesScreen from '../minutes/MinutesScreen.tsx';
import { useFacts } from '../queries/useFacts.ts';

interface MinutesPageProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  /** The item to show first. */
  readonly first: ItemId | null;
}

/**
 * The minutes with how their approval stands: while they are a draft for whoever may read it, and afterwards for those of the body, where it approves its
 * minutes. Nobody else's page asks for it.
 */
export default function MinutesPage({ file, event, first }: MinutesPageProps) {
  const { me, profile } = useFacts(file, event);
  const isOfBody = maySendToReview({ event, me, profile }) || (me !== null && memberOf(profile, me) !== null);
  const concerns = file.minutes === null ? mayRemark({ file }) : isOfBody && profile.rules.approval !== 'none';
  const approval = concerns && (
    <>
      {file.minutes === null && <DraftToReview file={file} />}
      <ApprovalSection file={file} event={event} />
    </>
  );
  return <MinutesScreen file={file} approval={approval} first={first} publishes={mayPublish({ event, me, profile })} />;
}
