import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Section } from '../../meeting/agenda.ts';
import { Prose } from '../prose/Prose.tsx';
import { Attachments } from '../item/Attachments.tsx';
import { ClosedMark } from '../item/ClosedMark.tsx';
import { Heading } from '../kit/Heading.tsx';
import type { Entry } from '../../meeting/outline.ts';

const useStyles = makeStyles({
  detail: { display: 'grid', gap: tokens.spacingVerticalM },
  section: { display: 'grid', gap: tokens.spacingVerticalXS },
  heading: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  closed: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorPaletteBerryBackground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorPaletteBerryBorderActive}`,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ItemDetailProps {
  readonly entry: Entry;
  readonly insider: boolean;
  readonly lang: string;
  /** How deep the sections' headings stand on this page. */
  readonly headingLevel: 2 | 3 | 4;
  /** True where the item's line stands elsewhere, so that the mark of a closed item must be shown here too. */
  readonly apart: boolean;
}

/** What the paper says about an item: its sections in printed order, then its attachments. */
export function ItemDetail({ entry: { item, closed }, insider, lang, headingLevel, apart }: ItemDetailProps) {
  const styles = useStyles();
  const { t } = useTranslation(['agenda', 'common']);
  if (closed && !insider) return <p className={styles.quiet}>{t('closed.outsider')}</p>;
  return (
    <div className={styles.detail}>
      {closed && (
        <div className={styles.closed}>
          {apart && <ClosedMark who={t('closed.insider')} />}
          <span>{t('closed.neutral', { title: item.neutralTitle ?? t('common:closedItem') })}</span>
        </div>
      )}
      {item.sections.map((section, place) => (
        <section key={place} className={styles.section}>
          <SectionHeading section={section} level={headingLevel} />
          <Prose text={section.text} lang={lang} />
        </section>
      ))}
      {item.attachments.length > 0 && <Attachments attachments={item.attachments} headingLevel={headingLevel} />}
      {item.sections.length === 0 && item.attachments.length === 0 && <p className={styles.quiet}>{t('noText')}</p>}
    </div>
  );
}

/** The heading as printed; where the paper had none, the word for its role. Plain text stands without. */
function SectionHeading({ section, level }: { section: Section; level: 2 | 3 | 4 }) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const words = section.heading ?? (section.role === 'text' ? null : t(`section.${section.role}`));
  if (!words) return null;
  return (
    <Heading level={level} className={styles.heading}>
      {words}
    </Heading>
  );
}
