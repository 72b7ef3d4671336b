import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, type Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda } from '../../meeting/agenda.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { longDay, timeSpan } from '../i18n/dates.ts';
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
  grow: { flex: '1 1 14rem' },
});

/** Title, day, place and chair, each edited where it stands. The calendar's word against the paper's is shown, not settled. */
export function HeadFields({ agenda, event, dispatch }: { agenda: Agenda; event: CalendarEvent; dispatch: Dispatch<Edit> }) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const language = useLanguage();
  const visit = useId();
  const calendar = headOfEvent(event);
  const differs = contradiction(agenda, event);
  const dayAndTime = (head: Pick<Agenda, 'date' | 'start' | 'end'>) =>
    [head.date ? longDay(head.date, language) : null, timeSpan(head.start, head.end, language) || null].filter((words) => words !== null).join(' ');
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
      <p className={styles.when}>{dayAndTime(agenda)}</p>
      {differs && (
        <div className={styles.differs} role="note">
          <span className={styles.grow}>
            {t(`head.${differs}Differs`, {
              paper: differs === 'date' && agenda.date ? longDay(agenda.date, language) : timeSpan(agenda.start, agenda.end, language),
              calendar: differs === 'date' ? dayAndTime(calendar) : timeSpan(calendar.start, calendar.end, language),
            })}
          </span>
          <Button
            size="small"
            onClick={() =>
              dispatch({ kind: 'head', fields: { date: calendar.date, endDate: calendar.endDate, start: calendar.start, end: calendar.end } })
            }
          >
            {t('head.useCalendar')}
          </Button>
        </div>
      )}
      <div className={styles.two}>
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
      </div>
    </div>
  );
}
