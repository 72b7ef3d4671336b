import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { clock, clockOf, dayAndMonth, isoDay, longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { byDay, nowLine } from '../../meeting/myMeetings.ts';
import { MeetingRow } from './MeetingRow.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL },
  day: { ...typographyStyles.body1Strong, margin: 0, padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}` },
  rows: { margin: 0, padding: 0, listStyleType: '""' },
  now: {
    ...typographyStyles.caption1Strong,
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalL,
    color: tokens.colorBrandForeground1,
    fontVariantNumeric: 'tabular-nums',
    '::after': { content: '""', height: '2px', backgroundColor: tokens.colorBrandStroke1 },
  },
});

/** Meetings under their days. With `now`, today carries a line for the time it is. */
export function DayList({ meetings, now }: { meetings: readonly CalendarEvent[]; now: Date | null }) {
  const styles = useStyles();
  const { t } = useTranslation('myMeetings');
  const language = useLanguage();
  const today = isoDay(now ?? new Date());
  const tomorrow = isoDay(new Date(Date.parse(`${today}T12:00:00Z`) + 86_400_000));
  const heading = (day: string) => {
    if (day === today) return t('today', { day: dayAndMonth(day, language) });
    if (day === tomorrow) return t('tomorrow', { day: dayAndMonth(day, language) });
    const words = day.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(day, language) : longDay(day, language);
    return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
  };
  return (
    <div className={styles.list}>
      {byDay(meetings).map(({ day, meetings: ofDay }) => {
        const line = now !== null && day === today ? nowLine(ofDay, now) : null;
        const nowRow = now && <li className={styles.now}>{t('now', { time: clock(clockOf(now), language) })}</li>;
        return (
          <section key={day} aria-label={heading(day)}>
            <h2 className={styles.day}>{heading(day)}</h2>
            <ul className={styles.rows}>
              {ofDay.map((meeting, place) => (
                <Fragment key={meeting.id}>
                  {line === place && nowRow}
                  <MeetingRow meeting={meeting} />
                </Fragment>
              ))}
              {line === ofDay.length && nowRow}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
