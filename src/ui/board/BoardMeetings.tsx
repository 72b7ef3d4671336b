import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardMeeting } from '../../commands/commands.ts';
import { standingOf } from '../../meeting/calendarFacts.ts';
import type { Board } from '../../meeting/meeting.ts';
import { MeetingStanding } from '../item/MeetingStanding.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import { useNow } from '../kit/useNow.ts';
import { whenWords } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { UnreadRows } from '../unreadRows/UnreadRows.tsx';
import { useBoardMeetings } from '../queries/useBoard.ts';
import { printRoute } from '../kit/route.ts';
import { Queried } from '../kit/states/Queried.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, paddingBlockEnd: tokens.spacingVerticalXXL, maxWidth: '52rem' },
  title: { ...typographyStyles.subtitle1, margin: 0, paddingInline: tokens.spacingHorizontalL },
  heading: { ...typographyStyles.body1Strong, margin: 0, padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}` },
  words: { margin: 0, paddingInline: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
  rows: { margin: 0, padding: 0, listStyleType: '""' },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  link: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    color: 'inherit',
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  what: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '14rem', minWidth: 0, overflowWrap: 'anywhere' },
  name: { ...typographyStyles.body1Strong },
  when: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

/** The board's meetings: coming first, then those that have been, each with its state. Published minutes open as minutes. */
export function BoardMeetings({ board }: { board: Board }) {
  const styles = useStyles();
  const { t } = useTranslation('board');
  const now = useNow();
  const [all, setAll] = useState(false);
  const query = useBoardMeetings(board, all);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{board.name}</h1>
      <Queried query={query}>
        {({ meetings, unread, hasOlder }) => {
          if (meetings.length === 0 && unread.length === 0 && !hasOlder) return <p className={styles.words}>{t('none')}</p>;
          const sorted = meetings.toSorted((a, b) => timeOf(a) - timeOf(b));
          const coming = sorted.filter((meeting) => new Date(meeting.end) > now);
          const past = sorted.filter((meeting) => !coming.includes(meeting)).reverse();
          return (
            <>
              <UnreadRows rows={unread} />
              <Group title={t('coming')} empty={t('noneComing')} meetings={coming} />
              <Group title={t('past')} empty={t('nonePast')} meetings={past} />
              {hasOlder && (
                <div className={styles.words}>
                  <Button disabledFocusable={all} onClick={() => setAll(true)}>
                    {t('older')}
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </Queried>
    </div>
  );
}

/** A meeting whose time cannot be read stands with those that have been, as the earliest. */
const timeOf = (meeting: BoardMeeting): number => Date.parse(meeting.start) || 0;

function Group({ title, empty, meetings }: { title: string; empty: string; meetings: readonly BoardMeeting[] }) {
  const styles = useStyles();
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      {meetings.length === 0 ? (
        <p className={styles.words}>{empty}</p>
      ) : (
        <ul className={styles.rows}>
          {meetings.map((meeting) => (
            <Row key={meeting.pointer.key} meeting={meeting} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ meeting }: { meeting: BoardMeeting }) {
  const styles = useStyles();
  const { t } = useTranslation(['board', 'common']);
  const language = useLanguage();
  const published = meeting.minutes === 'published';
  const cancelled = standingOf(meeting.occasion) === 'cancelled';
  return (
    <li className={styles.row}>
      <a className={styles.link} href={printRoute({ page: published ? 'minutes' : 'agenda', pointer: meeting.pointer })}>
        <span className={styles.what}>
          <span className={styles.name}>{meeting.title.trim() || t('common:untitledMeeting')}</span>
          <span className={styles.when}>{whenWords(meeting.occasion, language)}</span>
          <MeetingStanding occasion={meeting.occasion} />
        </span>
        <StateMark>{published ? t('state.minutes') : cancelled ? t('state.cancelled') : t(`state.${meeting.agenda}`)}</StateMark>
      </a>
    </li>
  );
}
