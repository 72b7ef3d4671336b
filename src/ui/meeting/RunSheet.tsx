import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ClockTime } from '../../meeting/clock.ts';
import { clockOf } from '../../meeting/danishTime.ts';
import type { Treatment } from '../../meeting/meeting.ts';
import type { Forecast } from '../../meeting/pace.ts';
import { clock } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import type { RunningOn } from './useRunningOn.ts';

const useStyles = makeStyles({
  sheet: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
  words: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

interface RunSheetProps {
  readonly treatment: Treatment;
  readonly forecast: Forecast | null;
  /** The time of day, while somebody records what happens. */
  readonly now: ClockTime | null;
  readonly running: RunningOn;
}

/** When the meeting really was at the item, what the rest will do to its end, and the one button that goes on. */
export function RunSheet({ treatment, forecast, now, running }: RunSheetProps) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const language = useLanguage();
  const { startedAt, endedAt } = treatment;
  if (now === null && startedAt === undefined) return null;
  const at = (instant: string) => clock(clockOf(instant), language);
  const isUnderWay = startedAt !== undefined && endedAt === undefined;
  return (
    <div className={styles.sheet} role="group" aria-label={t('run.label')}>
      {startedAt !== undefined && (
        <p className={styles.words}>
          {endedAt === undefined ? t('run.since', { start: at(startedAt) }) : t('run.from', { start: at(startedAt), end: at(endedAt) })}
        </p>
      )}
      {now !== null && isUnderWay && (
        <Button size="small" appearance="primary" aria-keyshortcuts="Control+Enter" disabledFocusable={running.busy} onClick={running.goOn}>
          {t('run.goOn')}
        </Button>
      )}
      {now !== null && !isUnderWay && (
        <Button size="small" disabledFocusable={running.busy} onClick={running.begin}>
          {t(endedAt === undefined ? 'run.begin' : 'run.return')}
        </Button>
      )}
      {forecast !== null && (
        <p className={styles.words}>
          {t('run.end', { end: clock(forecast.end, language) })}
          {forecast.minutes !== 0 && ` · ${t(forecast.minutes > 0 ? 'run.later' : 'run.earlier', { count: Math.abs(forecast.minutes) })}`}
        </p>
      )}
      {running.error !== null && <FailureState error={running.error} size="inline" onRetry={running.retry} />}
    </div>
  );
}
