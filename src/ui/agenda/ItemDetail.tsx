import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Section } from '../../meeting/agenda.ts';
import { Prose } from '../prose/Prose.tsx';
import { Attachments } from './Attachments.tsx';
import type { Entry } from './outline.ts';

const useStyles = makeStyles({
  detail: { display: 'grid', gap: tokens.spacingVerticalM },
  section: { display: 'grid', gap: tokens.spacingVerticalXS },
  heading: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ItemDetailProps {
  readonly entry: Entry;
  readonly insider: boolean;
  /** How deep the sections' headings stand on this page. */
  readonly headingLevel: 3 | 4;
}

/** What the paper says about an item: its sections in printed order, then its attachments. */
export function ItemDetail({ entry: { item, closed }, insider, headingLevel }: ItemDetailProps) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  if (closed && !insider) return <p className={styles.quiet}>{t('closed.outsider')}</p>;
  return (
    <div className={styles.detail}>
      {item.sections.map((section, place) => (
        <section key={place} className={styles.section}>
          <SectionHeading section={section} level={headingLevel} />
          <Prose text={section.text} />
        </section>
      ))}
      {item.attachments.length > 0 && <Attachments attachments={item.attachments} headingLevel={headingLevel} />}
      {item.sections.length === 0 && item.attachments.length === 0 && <p className={styles.quiet}>{t('noText')}</p>}
    </div>
  );
}

/** The heading as printed; where the paper had none, the word for its role. Plain text stands without. */
function SectionHeading({ section, level }: { section: Section; level: 3 | 4 }) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const words = section.heading ?? (section.role === 'text' ? null : t(`section.${section.role}`));
  if (!words) return null;
  return level === 3 ? <h3 className={styles.heading}>{words}</h3> : <h4 className={styles.heading}>{words}</h4>;
}
