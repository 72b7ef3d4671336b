import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaStateOf } from '../../meeting/agendaState.ts';
import { placeOf, shownOccasion, standingOf } from '../../meeting/calendarFacts.ts';
import { isHttps } from '../../meeting/linkAddress.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { shortDay, whenWords } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import { StateMark } from '../kit/StateMark.tsx';
import { Words } from '../kit/Words.tsx';

const MeetingStanding = lazyPart(async () => ({ default: (await import('../item/MeetingStanding.tsx')).MeetingStanding }));
const ToldTitle = lazyPart(() => import('./ToldTitle.tsx'));

const useStyles = makeStyles({
  head: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} 0`,
    '@media print': { paddingInline: tokens.spacingHorizontalS },
  },
  board: {
    ...typographyStyles.caption1Strong,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  title: {
    ...typographyStyles.subtitle1,
    margin: 0,
    overflowWrap: 'anywhere',
    '@media (max-width: 479px)': { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  },
  line: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  when: { margin: 0 },
  small: { '@media (max-width: 479px)': { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 } },
  join: { '@media print': { display: 'none' } },
});

/** Who meets, about what, when and where, and how far the agenda has come. */
export function AgendaHead({ file, event, lang = 'da' }: { file: MeetingFile; event: CalendarEvent | null; lang?: string }) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const language = useLanguage();
  const { agenda, status } = file;
  const told = shownOccasion(file.occasion, event);
  const place = placeOf(told.place, agenda.location);
  const sent = status.sentAt ? shortDay(status.sentAt, language) : null;
  const stands = agendaStateOf(file, event);
  const reached = stands !== 'draft' && status.supplement !== undefined ? 'supplement' : stands;
  const state =
    status.minutes === 'published'
      ? t('state.minutes')
      : reached === 'draft'
        ? t('state.draft')
        : sent
          ? t(`state.${reached}`, { day: sent })
          : t(`state.${reached}NoDay`);
  return (
    <div className={styles.head}>
      <p className={styles.board}>
        {file.board.name}
        <StateMark>{state}</StateMark>
      </p>
      <h1 className={styles.title} lang={lang}>
        {/\d/.test(agenda.title) ? (
          <Suspense fallback={agenda.title}>
            <ToldTitle agenda={agenda} occasion={told} />
          </Suspense>
        ) : (
          <Words lang={lang}>{agenda.title.trim() || told.title?.trim() || event?.subject.trim() || t('title')}</Words>
        )}
      </h1>
      {standingOf(told) !== 'planned' && (
        <Suspense fallback={null}>
          <MeetingStanding occasion={told} />
        </Suspense>
      )}
      <p className={mergeClasses(styles.when, styles.small)}>{whenWords(told, language)}</p>
      <p className={mergeClasses(styles.line, styles.small)}>
        {[place, agenda.chair ? t('chair', { name: agenda.chair }) : null].filter(Boolean).join(' · ')}
        {event?.joinUrl && isHttps(event.joinUrl) && (
          <span className={styles.join}>
            {place || agenda.chair ? ' · ' : ''}
            <Link href={event.joinUrl} target="_blank" rel="noopener noreferrer" inline>
              {t('join')}
            </Link>
          </span>
        )}
      </p>
    </div>
  );
}
