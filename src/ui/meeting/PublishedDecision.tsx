import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { saysSomething } from '../../meeting/decisions.ts';
import type { MinutesLine } from '../../meeting/meeting.ts';
import { PHRASES } from '../../meeting/phrases.ts';
import { Prose } from '../prose/Prose.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXS, width: '100%' },
  label: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  words: { margin: 0 },
});

/** What the published minutes say became of an item. */
export function PublishedDecision({ line }: { line: MinutesLine }) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const all = [line, ...(line.further ?? [])].filter(saysSomething);
  return (
    <div className={styles.part}>
      <h2 className={styles.label}>{t('publishedDecision')}</h2>
      {line.notTreated && <p className={styles.words}>{t('notTreated')}</p>}
      {all.length === 0 && !line.notTreated && <p className={styles.words}>{t('nothingPublished')}</p>}
      {all.map(({ decision, outcome }, place) => {
        const phrase = PHRASES.find((each) => each === outcome);
        return decision.trim() === '' && phrase ? (
          <p key={place} className={styles.words}>{`${t(`phrase.${phrase}`)}.`}</p>
        ) : (
          <Prose key={place} text={decision} />
        );
      })}
    </div>
  );
}
