import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../meeting/errors.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

const REASONS = ['noAgenda', 'empty', 'encrypted', 'scanned', 'notAnAgendaFile', 'tooLarge', 'corrupt', 'zipBomb'] as const;
type Reason = (typeof REASONS)[number];

function reasonOf(error: Failure): Reason | 'other' {
  return REASONS.find((reason) => reason === error.detail['reason']) ?? 'other';
}

/** Why a paper could not be read, what was found in it, what is accepted, and the way on. */
export function UnreadablePaper({ error, onByHand }: { error: Failure; onByHand: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const reason = reasonOf(error);
  const found = error.detail['found'];
  return (
    <div className={styles.box} role="alert">
      <p className={styles.title}>{t(`unreadable.${reason}.title`)}</p>
      {found !== undefined && found !== '' && <p className={styles.words}>{t('unreadable.found', { found })}</p>}
      <p className={styles.words}>{t(`unreadable.${reason}.what`)}</p>
      {reason === 'noAgenda' && <Button onClick={onByHand}>{t('unreadable.byHand')}</Button>}
    </div>
  );
}
