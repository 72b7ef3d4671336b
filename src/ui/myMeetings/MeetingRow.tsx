import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../kit/StateMark.tsx';
import { isOrganizer } from '../../meeting/permissions.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { clockOf, clockSpan } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { printRoute } from '../kit/route.ts';

const useStyles = makeStyles({
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  link: {
    display: 'grid',
    gridTemplateColumns: '5.25rem minmax(0, 1fr) max-content',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    color: 'inherit',
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 479px)': { gridTemplateColumns: '5.25rem minmax(0, 1fr)' },
  },
  time: {
    ...typographyStyles.caption1,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    lineHeight: tokens.lineHeightBase300,
  },
  what: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  title: { ...typographyStyles.body1Strong },
  cancelled: { textDecorationLine: 'line-through' },
  meta: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  state: { '@media (max-width: 479px)': { gridColumn: 2, justifySelf: 'start', marginTop: tokens.spacingVerticalXXS } },
});

/** One meeting of mine: when, what, where, and how far it has come. */
export function MeetingRow({ meeting }: { meeting: CalendarEvent }) {
  const styles = useStyles();
  const { t } = useTranslation(['myMeetings', 'common']);
  const language = useLanguage();
  const href = printRoute(meeting.pointer ? { page: 'agenda', pointer: meeting.pointer } : { page: 'event', eventId: meeting.id });
  const mine = isOrganizer({ event: meeting }) ? t('organizer') : meeting.myAnswer === 'none' ? t('notAnswered') : null;
  const meta = [meeting.location, mine].filter(Boolean).join(' · ');
  return (
    <li className={styles.row}>
      <a className={styles.link} href={href}>
        <span className={styles.time}>{meeting.days ? t('allDay') : clockSpan(clockOf(meeting.start), clockOf(meeting.end), language)}</span>
        <span className={styles.what}>
          <span className={mergeClasses(styles.title, meeting.cancelled && styles.cancelled)}>
            {meeting.subject.trim() || t('common:untitledMeeting')}
          </span>
          {meta && <span className={styles.meta}>{meta}</span>}
        </span>
        <span className={styles.state}>
          {meeting.cancelled ? (
            <StateMark>{t('cancelled')}</StateMark>
          ) : meeting.pointer ? (
            <StateMark>{t('hasAgenda')}</StateMark>
          ) : (
            <span className={styles.meta}>{t('noAgenda')}</span>
          )}
        </span>
      </a>
    </li>
  );
}
