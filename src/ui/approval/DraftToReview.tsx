import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { editionOf } from '../../meeting/edition.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { MinutesLines } from '../minutesLines/MinutesLines.tsx';
import { useApproval } from './useApproval.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, width: '100%' },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
});

/** The draft while it is looked through, for those who may read it; nothing before, and nothing for anybody else. */
export default function DraftToReview({ file }: { file: MeetingFile }) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  const { data } = useApproval(file);
  if (!data || data.draft === null || data.approval.state === 'draft') return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('draftTitle')}</h2>
      <MinutesLines edition={editionOf(file, 'circle', 1, '')} />
    </section>
  );
}
