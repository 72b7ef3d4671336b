import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Section } from '../../meeting/agenda.ts';
import { Attachments } from '../item/Attachments.tsx';
import { Prose } from '../prose/Prose.tsx';

const useStyles = makeStyles({
  paper: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXS },
  label: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  summary: { ...typographyStyles.body1Strong, cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
});

/** What the meeting has before it: what the item is for, what is recommended, its papers, and the rest of its text one tap away. */
export function PaperInHand({ item }: { item: AgendaItem }) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const isShown = ({ role }: Section) => role === 'purpose' || role === 'recommendation';
  const written = item.sections.filter(({ text }) => text.trim() !== '');
  const rest = written.filter((section) => !isShown(section));
  if (written.length === 0 && item.attachments.length === 0) return null;
  return (
    <div className={styles.paper}>
      {written.filter(isShown).map((section, place) => (
        <Part key={place} section={section} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary className={styles.summary}>{t('restOfPaper')}</summary>
          <div className={styles.paper}>
            {rest.map((section, place) => (
              <Part key={place} section={section} />
            ))}
          </div>
        </details>
      )}
      {item.attachments.length > 0 && <Attachments attachments={item.attachments} headingLevel={2} />}
    </div>
  );
}

function Part({ section }: { section: Section }) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const named = section.role === 'purpose' ? t('purpose') : section.role === 'recommendation' ? t('recommendation') : null;
  const heading = section.heading ?? named;
  return (
    <div className={styles.part}>
      {heading !== null && <h2 className={styles.label}>{heading}</h2>}
      <Prose text={section.text} />
    </div>
  );
}
