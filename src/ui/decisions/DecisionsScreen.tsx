import { Button, Field, Link, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { everyDecision, type LoggedDecision, type WantedDecisions } from '../../meeting/decisionLog.ts';
import type { SiteId } from '../../meeting/ids.ts';
import type { Board } from '../../meeting/meeting.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { printRoute } from '../kit/route.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { useAction } from '../kit/useAction.ts';
import { saveFile } from '../saveAs/deliver.ts';
import { UnreadRows } from '../unreadRows/UnreadRows.tsx';
import { DecisionFilters } from './DecisionFilters.tsx';
import { DecisionList } from './DecisionList.tsx';
import { useDecisions, useSearchedBoards } from './useDecisions.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
    maxWidth: '52rem',
  },
  title: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  select: { maxWidth: '24rem' },
});

/** The decision log: what a body, or all of mine, decided. Opens at the item in its minutes. */
export default function DecisionsScreen({ siteId }: { siteId: SiteId | null }) {
  const styles = useStyles();
  const { t } = useTranslation('decisions');
  const boards = useSearchedBoards(siteId);
  return (
    <Queried query={boards}>
      {(all) => {
        const [only] = all;
        return (
          <div className={styles.page}>
            <h1 className={styles.title}>{siteId !== null && only ? t('titleOf', { name: only.name }) : t('title')}</h1>
            {siteId !== null && <Link href={printRoute({ page: 'decisions', siteId: null })}>{t('mine')}</Link>}
            {all.length === 0 ? <p className={styles.words}>{t('noBoards')}</p> : <Search all={all} />}
          </div>
        );
      }}
    </Queried>
  );
}

function Search({ all }: { all: readonly Board[] }) {
  const styles = useStyles();
  const { t } = useTranslation('decisions');
  const [wanted, setWanted] = useState<WantedDecisions>(everyDecision);
  const [chosen, setChosen] = useState('');
  const boards = chosen === '' ? all : all.filter(({ siteId }) => siteId === chosen);
  return (
    <>
      {all.length > 1 && (
        <Field className={styles.select} label={t('body')}>
          <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
            <option value="">{t('any')}</option>
            {all.map(({ siteId, name }) => (
              <option key={siteId} value={siteId}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <DecisionFilters wanted={wanted} onWanted={setWanted} />
      <Results boards={boards} wanted={wanted} />
    </>
  );
}

function Results({ boards, wanted }: { boards: readonly Board[]; wanted: WantedDecisions }) {
  const styles = useStyles();
  const { t } = useTranslation('decisions');
  const language = useLanguage();
  const query = useDecisions(boards, wanted);
  return (
    <Queried query={query}>
      {({ pages }) => {
        const found = pages.flatMap((page) => page.found);
        const lacking = [...new Set(pages.flatMap((page) => page.lacking.map(({ name }) => name)))];
        const searchedTo = pages.flatMap((page) => page.searchedTo ?? []).at(-1);
        const hasFilter = JSON.stringify(wanted) !== JSON.stringify(everyDecision);
        return (
          <>
            <UnreadRows rows={pages.flatMap((page) => page.unread)} />
            {lacking.length > 0 && <p className={styles.words}>{t('lacking', { names: lacking.join(', ') })}</p>}
            <p className={styles.words} role="status">
              {query.isFetchingNextPage
                ? t('searching')
                : [
                    found.length > 0 ? `${t('found', { count: found.length })}.` : query.hasNextPage || hasFilter ? t('none') : t('nothing'),
                    query.hasNextPage ? (searchedTo === undefined ? '' : t('searchedTo', { day: longDay(searchedTo, language) })) : t('all'),
                  ]
                    .filter((words) => words !== '')
                    .join(' ')}
            </p>
            {found.length > 0 && <DecisionList decisions={found} />}
            <div className={styles.bar}>
              {query.hasNextPage && (
                <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('more')}
                </Button>
              )}
              {found.length > 0 && <Download found={found} />}
            </div>
          </>
        );
      }}
    </Queried>
  );
}

function Download({ found }: { found: readonly LoggedDecision[] }) {
  const { t } = useTranslation('decisions');
  const commands = useCommands();
  const download = useAction(async () => {
    const text = (await commands.board.decisions()).decisionsFile(found);
    saveFile({ bytes: new TextEncoder().encode(text), type: 'text/csv;charset=utf-8', name: `${t('file')}.csv` });
  });
  return (
    <>
      <Button appearance="subtle" icon={<ArrowDownloadRegular />} disabledFocusable={download.busy} onClick={() => void download.run()}>
        {t('csv')}
      </Button>
      {download.error !== null && <FailureState error={download.error} size="inline" onRetry={download.retry} />}
    </>
  );
}
