import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OutcomeCode, Treatment } from '../../meeting/meeting.ts';
import { bothTexts } from '../../meeting/treatmentConflict.ts';
import { PHRASES } from '../../meeting/phrases.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  label: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  text: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface TreatmentConflictProps {
  /** Each holds what the two agree on, and its own side of what they do not. */
  readonly mine: Treatment;
  readonly theirs: Treatment;
  /** The other person's name, where it is known. */
  readonly by: string | null;
  readonly onChoose: (chosen: Treatment) => void;
}

/** Two people wrote about the same item: both texts stand here, and neither is lost. */
export function TreatmentConflict({ mine, theirs, by, onChoose }: TreatmentConflictProps) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const outcomeWords = (code: OutcomeCode | null) => (code === null ? null : (PHRASES.find((phrase) => phrase === code) ?? null));
  const print = (treatment: Treatment) => {
    const phrase = outcomeWords(treatment.outcome);
    const parts = [treatment.decision, treatment.publicDecision, treatment.dissent ?? '', treatment.notes ?? ''].filter((text) => text.trim() !== '');
    if (parts.length > 0) return parts.join('\n');
    if (treatment.notTreated) return t('notTreated');
    return phrase ? t(`phrase.${phrase}`) : t('conflict.empty');
  };
  return (
    <div className={styles.box} role="alert">
      <p className={styles.title}>{by === null ? t('conflict.title') : t('conflict.titleBy', { name: by })}</p>
      <p className={styles.label}>{t('conflict.mine')}</p>
      <p className={styles.text}>{print(mine)}</p>
      <p className={styles.label}>{by === null ? t('conflict.theirs') : by}</p>
      <p className={styles.text}>{print(theirs)}</p>
      <div className={styles.actions}>
        <Button size="small" onClick={() => onChoose(mine)}>
          {t('conflict.keepMine')}
        </Button>
        <Button size="small" onClick={() => onChoose(theirs)}>
          {by === null ? t('conflict.keepTheirs') : t('conflict.keepTheirsBy', { name: by })}
        </Button>
        <Button size="small" onClick={() => onChoose(bothTexts(mine, theirs))}>
          {t('conflict.keepBoth')}
        </Button>
      </div>
    </div>
  );
}
