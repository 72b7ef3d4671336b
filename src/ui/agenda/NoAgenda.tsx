import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mayEditAgenda } from '../../meeting/permissions.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { whenWords } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { MeetingStanding } from '../item/MeetingStanding.tsx';
import { LinkButton } from '../kit/LinkButton.tsx';
import { printRoute } from '../kit/route.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', padding: tokens.spacingHorizontalL, maxWidth: '36rem' },
  event: { display: 'grid', gap: tokens.spacingVerticalXXS },
  subject: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
  when: { margin: 0, color: tokens.colorNeutralForeground2 },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface NoAgendaProps {
  readonly event: CalendarEvent;
  readonly onMake: () => void;
  /** Begins with what is proposed: the last meeting, a ready agenda, the backlog. */
  readonly onPropose?: () => void;
  readonly others?: ReactNode;
  /** My own answer and apology. */
  readonly answer?: ReactNode;
}

/** A meeting without an agenda: the organiser makes one, everybody else is told when it will be here. */
export function NoAgenda({ event, onMake, onPropose, others = null, answer = null }: NoAgendaProps) {
  const styles = useStyles();
  const { t } = useTranslation(['noAgenda', 'common']);
  const language = useLanguage();
  const organizer = event.organizer?.name;
  return (
    <div className={styles.page}>
      <div className={styles.event}>
        <h1 className={styles.subject}>{event.subject.trim() || t('common:untitledMeeting')}</h1>
        <p className={styles.when}>{whenWords(event, language)}</p>
        {event.cancelled && <MeetingStanding occasion={{ standing: 'cancelled' }} />}
      </div>
      {others}
      {mayEditAgenda({ event }) ? (
        <>
          <h2 className={styles.title}>{t('organizerTitle')}</h2>
          <p className={styles.words}>{t('organizerWords')}</p>
          <Button appearance="primary" onClick={onMake}>
            {t('make')}
          </Button>
          {onPropose && <Button onClick={onPropose}>{t('propose')}</Button>}
        </>
      ) : (
        <>
          <h2 className={styles.title}>{t('attendeeTitle')}</h2>
          <p className={styles.words}>{organizer ? t('attendeeWords', { name: organizer }) : t('attendeeWordsNoName')}</p>
          {answer}
        </>
      )}
    </div>
  );
}

/** The host shows no meeting here. */
export function NoMeetingHere() {
  const { t } = useTranslation(['noAgenda', 'common']);
  return (
    <Told title={t('noAgenda:noEventTitle')} words={t('noAgenda:noEventWords')}>
      <LinkButton appearance="primary" href={printRoute({ page: 'mine' })}>
        {t('common:toMyMeetings')}
      </LinkButton>
    </Told>
  );
}

/** A page that says why no meeting is on it, with the way on. */
export function Told({ title, words, children }: { title: string; words: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <h1 className={styles.subject}>{title}</h1>
      <p className={styles.words}>{words}</p>
      {children}
    </div>
  );
}
