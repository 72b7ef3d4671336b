import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { standingOf } from '../../meeting/calendarFacts.ts';
import type { Occasion } from '../../meeting/meeting.ts';
import { clockOf, longDay, timeSpan } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

const useStyles = makeStyles({
  cancelled: { margin: 0, color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  moved: {
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 479px)': { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  },
});

/** Whether the meeting is called off, or from when it was moved; nothing of one that stands as it was called. */
export function MeetingStanding({ occasion }: { occasion: Pick<Occasion, 'standing' | 'movedFrom' | 'days'> }) {
  const styles = useStyles();
  const { t } = useTranslation('common');
  const language = useLanguage();
  const standing = standingOf(occasion);
  if (standing === 'cancelled') return <span className={styles.cancelled}>{t('cancelled')}</span>;
  if (standing !== 'moved' || occasion.movedFrom === undefined) return null;
  const { movedFrom } = occasion;
  // An all-day meeting had no time of day to be moved from.
  const when = [longDay(movedFrom, language), occasion.days ? '' : timeSpan(clockOf(movedFrom), null, language)].filter((part) => part !== '');
  return <span className={styles.moved}>{t('movedFrom', { when: when.join(' ') })}</span>;
}
