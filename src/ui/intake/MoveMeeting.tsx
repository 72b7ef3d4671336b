import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ClockTime } from '../../meeting/clock.ts';
import type { EventWay } from '../../meeting/editing/mend.ts';
import { clock } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

const useStyles = makeStyles({
  note: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** Where the meeting's own time is changed: in the calendar, which the agenda follows. */
export function MoveMeeting({ way, time }: { way: EventWay; time: ClockTime }) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const language = useLanguage();
  return (
    <p className={styles.note} role="status">
      {t(`findings.moveMeeting.${way}`, { time: clock(time, language) })}
    </p>
  );
}
