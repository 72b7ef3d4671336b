import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { DocumentRegular, LockClosedRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { shownAddress } from '../../meeting/linkAddress.ts';
import { Suspense } from 'react';
import type { Attachment } from '../../meeting/agenda.ts';
import { Heading } from '../kit/Heading.tsx';
import { useHiddenStyles } from '../kit/hidden.ts';
import { lazyPart } from '../kit/lazyPart.ts';

const PaperReading = lazyPart(() => import('../papers/PaperReading.tsx'));

const useStyles = makeStyles({
  heading: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: 0,
    listStyleType: '""',
  },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '28px',
    paddingInline: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  closed: { backgroundColor: tokens.colorPaletteBerryBackground1 },
});

/** Papers as chips; a closed one carries its lock. */
export function Attachments({ attachments, headingLevel }: { attachments: readonly Attachment[]; headingLevel: 2 | 3 | 4 }) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  return (
    <section>
      <Heading level={headingLevel} className={styles.heading}>
        {t('attachments')}
      </Heading>
      <ul className={styles.list}>
        {attachments.map((attachment, place) => (
          <Chip key={place} attachment={attachment} />
        ))}
      </ul>
    </section>
  );
}

function Chip({ attachment }: { attachment: Attachment }) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useTranslation('agenda');
  const closed = attachment.openness === 'closed';
  const { link, words: address } = shownAddress(attachment.url);
  const words = [attachment.number, attachment.title].filter(Boolean).join(' ');
  return (
    <li className={mergeClasses(styles.chip, closed && styles.closed)}>
      {closed ? <LockClosedRegular aria-hidden /> : <DocumentRegular aria-hidden />}
      {closed && <span className={hidden.hidden}>{t('attachmentClosed')}</span>}
      {link !== null ? (
        <Link href={link} target="_blank" rel="noopener noreferrer">
          {words}
        </Link>
      ) : (
        [words, address === null ? null : `(${address})`].filter(Boolean).join(' ')
      )}
      {attachment.file && (
        <Suspense fallback={null}>
          <PaperReading paper={attachment} file={attachment.file} />
        </Suspense>
      )}
    </li>
  );
}
