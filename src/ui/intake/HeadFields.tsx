import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, type Dispatch, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda } from '../../meeting/agenda.ts';
import { placeOf } from '../../meeting/calendarFacts.ts';
import type { MeetingTimes } from '../../meeting/programme.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { useWide } from '../kit/useWide.ts';
import { headTime, timeSpan } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import type { Edit } from './editing.ts';
import { contradiction, headOfEvent } from '../../meeting/editing/fitToEvent.ts';

const useStyles = makeStyles({
  head: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, minWidth: 0 },
  when: { margin: 0, ...typographyStyles.body1, fontVariantNumeric: 'tabular-nums' },
  plain: { paddingInline: 0, '& input': { paddingInline: 0, minWidth: 0 } },
  title: { paddingInline: 0, '& input': { paddingInline: 0, minWidth: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold } },
  two: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 12rem), 1fr))', gap: tokens.spacingHorizontalM },
  differs: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  summary: { cursor: 'pointer', minHeight: '24px', overflowWrap: 'anywhere' },
  grow: { flex: '1 1 14rem' },
});

interface HeadFieldsProps {
  readonly agenda: Agenda;
  readonly event: CalendarEvent;
  /** When the paper itself says that the meeting is; null where there is none. */
  readonly read: MeetingTimes | null;
  readonly dispatch: Dispatch<Edit>;
}

/** Title, days, place and chair, each edited where it stands. The calendar's word against another's is shown, and who says the other. */
export function HeadFields({ agenda, event, read, dispatch }: HeadFieldsProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const language = useLanguage();
  const visit = useId();
  const calendar = headOfEvent(event);
  const differs = contradiction(agenda, event);
  const byPaper = read !== null && (differs === 'date' ? read.date === agenda.date : read.start === agenda.start && read.end === agenda.end);
  const told = (head: MeetingTimes) => (differs === 'date' ? headTime(head, language) : timeSpan(head.start, head.end, language));
  const useCalendar = { date: calendar.date, endDate: calendar.endDate, start: calendar.start, end: calendar.end };
  const calendarPlace = placeOf(event.location, agenda.location);
  const placeDiffers = agenda.location !== null && calendarPlace !== null && calendarPlace.trim() !== agenda.location.trim();
  return (
    <div className={styles.head}>
      <Field label={t('head.title')}>
        <Input
          className={styles.title}
          appearance="underline"
          size="large"
          value={agenda.title}
          onChange={(_, { value }) => dispatch({ kind: 'head', fields: { title: value }, visit: `${visit}title` })}
        />
      </Field>
      <p className={styles.when}>{headTime(agenda, language)}</p>
      {differs && (
        <div className={styles.differs} role="note">
          <span className={styles.grow}>
            {t(byPaper ? 'head.paperDiffers' : 'head.agendaDiffers', { paper: told(agenda), calendar: told(calendar) })}
          </span>
          <Button size="small" onClick={() => dispatch({ kind: 'head', fields: useCalendar })}>
            {t('head.useCalendar')}
          </Button>
        </div>
      )}
      <PlaceAndChair told={[agenda.location, agenda.chair]}>
        <Field label={t('head.place')}>
          <Input
            className={styles.plain}
            appearance="underline"
            value={agenda.location ?? ''}
            onChange={(_, { value }) => dispatch({ kind: 'head', fields: { location: value === '' ? null : value }, visit: `${visit}place` })}
          />
        </Field>
        <Field label={t('head.chair')}>
          <Input
            className={styles.plain}
            appearance="underline"
            value={agenda.chair ?? ''}
            onChange={(_, { value }) => dispatch({ kind: 'head', fields: { chair: value === '' ? null : value }, visit: `${visit}chair` })}
          />
        </Field>
      </PlaceAndChair>
      {placeDiffers && (
        <div className={styles.differs} role="note">
          <span className={styles.grow}>{t('head.placeDiffers', { calendar: calendarPlace })}</span>
          <Button size="small" onClick={() => dispatch({ kind: 'head', fields: { location: calendarPlace } })}>
            {t('head.useCalendar')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Folded where it is narrow, so that the first item stands in sight; what they say is told all the same. */
function PlaceAndChair({ told, children }: { told: readonly (string | null)[]; children: ReactNode }) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const wide = useWide();
  const fields = <div className={styles.two}>{children}</div>;
  if (wide) return fields;
  return (
    <details>
      <summary className={styles.summary}>{told.filter(Boolean).join(' · ') || t('head.placeAndChair')}</summary>
      {fields}
    </details>
  );
}
