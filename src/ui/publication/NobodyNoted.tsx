import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Edition, MeetingFile } from '../../meeting/meeting.ts';
import { LinkButton } from '../kit/LinkButton.tsx';
import { printRoute } from '../kit/route.ts';

const useStyles = makeStyles({
  note: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  words: { margin: 0 },
});

interface NobodyNotedProps {
  readonly file: MeetingFile;
  /** The minutes as they would be published. */
  readonly edition: Pick<Edition, 'attendance'>;
}

/** Minutes that tell nobody as present are told of before they are out, with the way to where it is noted; they may be meant so. */
export function NobodyNoted({ file, edition: { attendance } }: NobodyNotedProps) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  if (attendance !== undefined && attendance.present.length > 0) return null;
  return (
    <div className={styles.note} role="note">
      <p className={styles.words}>{t('nobodyNoted')}</p>
      <LinkButton small appearance="secondary" href={printRoute({ page: 'record', pointer: file.pointer })}>
        {t('notePresence')}
      </LinkButton>
    </div>
  );
}
