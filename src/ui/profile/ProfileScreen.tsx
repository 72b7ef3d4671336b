import { makeStyles, MessageBar, MessageBarBody, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { SiteId } from '../../meeting/ids.ts';
import type { Board, CalendarEvent, MeetingPointer } from '../../meeting/meeting.ts';
import { mayEditProfile } from '../../meeting/permissions.ts';
import { hasRole, type KeptProfile } from '../../meeting/profile.ts';
import { Queried } from '../kit/states/Queried.tsx';
import { useMe } from '../queries/useMe.ts';
import { useMeetingFile } from '../queries/useMeetingFile.ts';
import { useMyEvent } from '../queries/useMyEvent.ts';
import { useBoardOf, useStoredProfile, useTeamMembers } from '../queries/useStoredProfile.ts';
import { UnreadRows } from '../unreadRows/UnreadRows.tsx';
import { ClosedPlaceWords } from './ClosedPlaceWords.tsx';
import { MemberList } from './MemberList.tsx';
import { RuleForm } from './RuleForm.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    maxWidth: '48rem',
  },
  title: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ProfileScreenProps {
  readonly siteId: SiteId;
  /** The meeting it was opened from; null from the board's tab. */
  readonly from: MeetingPointer | null;
}

/** "Mødeforum": who belongs to the body, and the rules it meets by. Everybody reads it; who does its work changes it. */
export default function ProfileScreen({ siteId, from }: ProfileScreenProps) {
  const board = useBoardOf(siteId);
  return (
    <Queried query={board}>{(found) => (from === null ? <Stored board={found} event={null} /> : <FromMeeting board={found} from={from} />)}</Queried>
  );
}

/** With my copy of the event: its people may be taken over, and whoever called the meeting does the secretary's work. */
function FromMeeting({ board, from }: { board: Board; from: MeetingPointer }) {
  const file = useMeetingFile(from);
  const event = useMyEvent(file.data);
  return <Stored board={board} event={event.data ?? null} />;
}

function Stored({ board, event }: { board: Board; event: CalendarEvent | null }) {
  const stored = useStoredProfile(board);
  return <Queried query={stored}>{(kept) => <Profile board={board} kept={kept} event={event} />}</Queried>;
}

function Profile({ board, kept, event }: { board: Board; kept: KeptProfile; event: CalendarEvent | null }) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const me = useMe();
  const { profile } = kept;
  const asSecretary = mayEditProfile({ event, me, profile });
  const team = useTeamMembers(board, !asSecretary && !hasRole(profile, me, 'secretary'));
  const ownsTeam = team.data?.some(({ person, isOwner }) => isOwner && person.id !== null && person.id === me?.id) ?? false;
  const mayEdit = kept.isPrepared && mayEditProfile({ event, me, profile, ownsTeam });
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('title', { name: board.name })}</h1>
      <p className={styles.words}>{t('intro')}</p>
      {!kept.isPrepared && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('notPrepared')}</MessageBarBody>
        </MessageBar>
      )}
      {kept.isPrepared && !mayEdit && <p className={styles.words}>{t('readOnly')}</p>}
      <UnreadRows rows={kept.unread} />
      <MemberList board={board} profile={profile} event={event} mayEdit={mayEdit} />
      <RuleForm board={board} stored={profile.rules} mayEdit={mayEdit} />
      <ClosedPlaceWords board={board} mayEdit={mayEdit} />
    </div>
  );
}
