import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Attendee } from '../../meeting/presence.ts';
import type { BodyProfile } from '../../meeting/profile.ts';
import { quorumAt } from '../../meeting/quorum.ts';

const useStyles = makeStyles({
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  risk: { ...typographyStyles.body1Strong, color: tokens.colorStatusDangerForeground1 },
});

interface QuorumHereProps {
  readonly file: Pick<MeetingFile, 'agenda'>;
  readonly profile: BodyProfile;
  readonly attendees: readonly Attendee[];
  readonly itemId: ItemId;
}

/** Whether the item in hand can be decided, as a sentence; nothing where the body has no rule. It is heard when it changes, and never blocks. */
export function QuorumHere({ file, profile, attendees, itemId }: QuorumHereProps) {
  const styles = useStyles();
  const { t } = useTranslation('rollCall');
  const quorum = quorumAt(profile, file.agenda, attendees, itemId);
  if (quorum.state === 'none') return null;
  const { state, there, needed, unknown, chairMissing } = quorum;
  const sentence = [t(`quorum.${state}`, { there, needed, unknown }), chairMissing ? t('quorum.chairMissing') : ''].join(' ').trim();
  return (
    <p className={mergeClasses(styles.words, (state === 'falls' || state === 'atRisk') && styles.risk)} role="status">
      {sentence}
    </p>
  );
}
