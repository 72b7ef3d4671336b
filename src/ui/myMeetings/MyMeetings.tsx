import { Button, Input, Link, makeStyles, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../kit/useNow.ts';
import { isoDay } from '../i18n/dates.ts';
import { useMyMeetings } from '../queries/useMyMeetings.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import { printRoute } from '../kit/route.ts';
import { Loading } from '../kit/states/Loading.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { DayList } from './DayList.tsx';
import { coming, matches, past } from '../../meeting/myMeetings.ts';

const FollowUpScreen = lazyPart(() => import(/* webpackChunkName: "followUpScreen" */ '../followUp/FollowUpScreen.tsx'));

const GuestsLeft = lazyPart(() => import('./GuestsLeft.tsx'));

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalM, paddingBlockEnd: tokens.spacingVerticalXXL, maxWidth: '52rem' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM, paddingInline: tokens.spacingHorizontalL },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  choice: { display: 'flex', gap: tokens.spacingHorizontalXS },
  bar: { paddingInline: tokens.spacingHorizontalL },
  search: { minWidth: 0, width: '100%', maxWidth: '20rem' },
  words: { margin: 0, paddingInline: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

/** Days fetched at a time. */
const STEP = { coming: 60, past: 120 } as const;

/** My meetings by day: what comes, with a line for now, and what has been, with search. */
export default function MyMeetings() {
  const styles = useStyles();
  const { t } = useTranslation('myMeetings');
  const [shown, setShown] = useState<'coming' | 'past'>('coming');
  const [tasks, setTasks] = useState(false);
  if (tasks) {
    return (
      <Suspense fallback={<Loading />}>
        <FollowUpScreen board={null} onBack={() => setTasks(false)} />
      </Suspense>
    );
  }
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{t('title')}</h1>
        <div className={styles.choice}>
          {(['coming', 'past'] as const).map((which) => (
            <ToggleButton key={which} size="small" appearance="subtle" checked={shown === which} onClick={() => setShown(which)}>
              {t(which)}
            </ToggleButton>
          ))}
        </div>
        <Link href={printRoute({ page: 'decisions', siteId: null })}>{t('decisions')}</Link>
        <Link as="button" onClick={() => setTasks(true)}>
          {t('tasks')}
        </Link>
      </div>
      {shown === 'coming' ? <Coming /> : <Past />}
    </div>
  );
}

function Coming() {
  const styles = useStyles();
  const { t } = useTranslation('myMeetings');
  const now = useNow();
  const [days, setDays] = useState<number>(STEP.coming);
  const query = useMyMeetings(isoDay(now), 0, days);
  return (
    <>
      <Queried query={query}>
        {(meetings) => {
          const shown = coming(meetings, now);
          return (
            <>
              <Suspense fallback={null}>
                <GuestsLeft meetings={meetings} />
              </Suspense>
              {shown.length > 0 ? <DayList meetings={shown} now={now} /> : <p className={styles.words}>{t('nothingComing', { days })}</p>}
            </>
          );
        }}
      </Queried>
      {query.data && (
        <div className={styles.bar}>
          <Button size="small" disabledFocusable={query.isFetching} onClick={() => setDays(days + STEP.coming)}>
            {t('later')}
          </Button>
        </div>
      )}
    </>
  );
}

function Past() {
  const styles = useStyles();
  const { t } = useTranslation('myMeetings');
  const now = useNow();
  const [days, setDays] = useState<number>(STEP.past);
  const [text, setText] = useState('');
  const query = useMyMeetings(isoDay(now), -days, 1);
  return (
    <>
      <div className={styles.bar}>
        <Input
          className={styles.search}
          type="search"
          contentBefore={<SearchRegular aria-hidden />}
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      </div>
      <Queried query={query}>
        {(meetings) => {
          const all = past(meetings, now);
          const shown = all.filter((meeting) => matches(meeting, text));
          if (shown.length > 0) return <DayList meetings={shown} now={null} />;
          return <p className={styles.words}>{all.length === 0 ? t('nothingPast', { days }) : t('noMatch', { text: text.trim() })}</p>;
        }}
      </Queried>
      {query.data && (
        <div className={styles.bar}>
          <Button size="small" disabledFocusable={query.isFetching} onClick={() => setDays(days + STEP.past)}>
            {t('earlier')}
          </Button>
        </div>
      )}
    </>
  );
}
