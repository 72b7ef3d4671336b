import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Corrections, LineChange } from '../../meeting/corrections.ts';
import { joinedDecisions } from '../../meeting/joinedDecisions.ts';
import type { EditionLine } from '../../meeting/meeting.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  item: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  label: { ...typographyStyles.caption1Strong, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
  text: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** What everybody has read, and what it is corrected to, item by item. */
export function CorrectionList({ corrections, version }: { corrections: Corrections; version: number }) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  const titleId = useId();
  return (
    <section className={styles.box} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {t('corrections.title', { version: version - 1 })}
      </h3>
      <p className={styles.words}>{t('corrections.words', { version: version - 1, next: version })}</p>
      <ul className={styles.list}>
        {corrections.lines.map((change) => (
          <Change key={change.now?.itemId ?? change.published?.itemId} change={change} />
        ))}
      </ul>
      {corrections.head && <p className={styles.words}>{t('corrections.head')}</p>}
      {corrections.excused && <p className={styles.words}>{t('corrections.excused')}</p>}
    </section>
  );
}

function Change({ change: { published, now } }: { change: LineChange }) {
  const styles = useStyles();
  const { t } = useTranslation(['publication', 'minutes', 'common']);
  const named = now ?? published;
  const title = named?.title.trim() || t('common:closedItem');
  const words = (line: EditionLine): string => {
    const [, text] = joinedDecisions(line);
    if (line.notTreated) return t('minutes:notTreated');
    const decided = text !== '' ? text : line.outcome !== null ? t(`minutes:outcome.${line.outcome}`) : t('publication:noDecision');
    return [decided, line.dissent ?? ''].filter((part) => part.trim() !== '').join('\n\n');
  };
  const [was, is] = [published && words(published), now && words(now)];
  return (
    <li>
      <p className={styles.item}>{named?.number == null ? title : `${named.number} ${title}`}</p>
      {was !== null && was === is ? (
        <p className={styles.text}>{t('publication:corrections.other')}</p>
      ) : (
        <>
          <p className={styles.label}>{t('publication:corrections.published')}</p>
          <p className={styles.text}>{was ?? t('publication:corrections.added')}</p>
          <p className={styles.label}>{t('publication:corrections.now')}</p>
          <p className={styles.text}>{is ?? t('publication:corrections.gone')}</p>
        </>
      )}
    </li>
  );
}
