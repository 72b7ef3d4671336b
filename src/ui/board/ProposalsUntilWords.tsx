import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { BoardMeeting } from '../../commands/commands.ts';
import type { ProposalsUntil } from '../../meeting/deadlines.ts';
import { dayAndMonth, whenWords } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

const useStyles = makeStyles({ words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' } });

/** "Forslag til Direktionsmøde (torsdag den 3. december 2026 kl. 9.00) modtages til og med torsdag den 26. november." */
export function ProposalsUntilWords({ until: { meeting, day, isPast } }: { until: ProposalsUntil<BoardMeeting> }) {
  const styles = useStyles();
  const { t } = useTranslation(['board', 'common']);
  const language = useLanguage();
  const title = meeting.title.trim() || t('common:untitledMeeting');
  const told = { title, when: whenWords(meeting.occasion, language), day: dayAndMonth(day, language) };
  return <p className={styles.words}>{t(isPast ? 'backlog.untilPast' : 'backlog.until', told)}</p>;
}
