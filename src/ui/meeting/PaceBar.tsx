import { makeStyles, ProgressBar, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ClockTime } from '../../meeting/clock.ts';
import type { Slot } from '../../meeting/timing.ts';
import { timeSpan } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { paceOf } from '../../meeting/pace.ts';

const useStyles = makeStyles({
  pace: { display: 'grid', gap: tokens.spacingVerticalXS },
  words: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalM}`,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  over: { ...typographyStyles.caption1Strong, color: tokens.colorStatusDangerForeground1 },
});

/** The clock against the plan: a thin bar, and the same in words. */
export function PaceBar({ slot, clock }: { slot: Slot; clock: ClockTime | null }) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const language = useLanguage();
  const pace = paceOf(slot, clock);
  const planned = timeSpan(slot.start, slot.end, language);
  return (
    <div className={styles.pace}>
      {pace.kind !== 'unknown' && (
        <ProgressBar
          aria-label={t('clock')}
          value={pace.part}
          shape="square"
          thickness="medium"
          {...(pace.kind === 'over' ? { color: 'error' } : {})}
        />
      )}
      <p className={styles.words}>
        <span>{planned === '' ? t('noPlan') : t('planned', { time: planned })}</span>
        {pace.kind !== 'unknown' && <span className={pace.kind === 'over' ? styles.over : undefined}>{t(pace.kind, { count: pace.minutes })}</span>}
      </p>
    </div>
  );
}
