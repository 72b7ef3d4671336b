import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownloadRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attendanceOverTime, type AttendanceRow } from '../../meeting/attendanceOverTime.ts';
import { isoDay } from '../../meeting/danishTime.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { Board } from '../../meeting/meeting.ts';
import { namesApart } from '../../meeting/namesApart.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { useAction } from '../kit/useAction.ts';
import { useNow } from '../kit/useNow.ts';
import { keys } from '../queries/keys.ts';
import { useProfile } from '../queries/useProfile.ts';

const COLUMNS = ['meetings', 'present', 'excused', 'absent', 'notNoted'] as const;

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalL,
    maxWidth: '52rem',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  /** A table is wider than a narrow pane: it is scrolled sideways, and the page is not. */
  scroll: { width: '100%', overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: 'end',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  name: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'start',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
});

/** How often each of the body came in a year, as a table and as a file for a spreadsheet. */
export default function AttendanceOverTime({ board, onBack }: { board: Board; onBack: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('attendance');
  const commands = useCommands();
  const now = useNow();
  const profile = useProfile(board);
  const [year, setYear] = useState(() => Number(isoDay(now).slice(0, 4)));
  const query = useQuery({
    queryKey: keys.attendanceOfYear(board.siteId, year),
    queryFn: async () => (await commands.attendance.rollCall()).attendanceOfYear(board, year),
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.page}>
      <Button appearance="subtle" icon={<ChevronLeftRegular />} onClick={onBack}>
        {t('back')}
      </Button>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t('title', { year })}
        </h1>
        <Button appearance="subtle" icon={<ChevronLeftRegular />} aria-label={t('earlier')} title={t('earlier')} onClick={() => setYear(year - 1)} />
        <Button appearance="subtle" icon={<ChevronRightRegular />} aria-label={t('later')} title={t('later')} onClick={() => setYear(year + 1)} />
      </div>
      {isFailure(query.error, 'SiteNotPrepared') ? (
        <p className={styles.words}>{t('notReady')}</p>
      ) : (
        <Queried query={query}>
          {(meetings) => {
            const rows = attendanceOverTime(
              profile.members.map(({ person }) => person),
              meetings,
              now,
            );
            return (rows[0]?.meetings ?? 0) === 0 ? (
              <p className={styles.words}>{t('none', { year })}</p>
            ) : (
              <Table rows={rows} year={year} name={board.name} />
            );
          }}
        </Queried>
      )}
    </section>
  );
}

function Table({ rows, year, name }: { rows: readonly AttendanceRow[]; year: number; name: string }) {
  const styles = useStyles();
  const { t } = useTranslation('attendance');
  const commands = useCommands();
  const nameOf = namesApart(rows.map(({ person }) => person));
  const download = useAction(async () => {
    const named = rows.map((row) => ({ ...row, person: { ...row.person, name: nameOf(row.person) } }));
    save((await commands.attendance.rollCall()).attendanceFile(named), `${name} ${year}.csv`);
  });
  return (
    <>
      {/* What is scrolled must be reached by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} role="region" aria-label={t('title', { year })} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                {t('name')}
              </th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={styles.cell}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <tr key={place}>
                <th scope="row" className={styles.name}>
                  {nameOf(row.person)}
                </th>
                {COLUMNS.map((column) => (
                  <td key={column} className={styles.cell}>
                    {row[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.words}>{t('explained')}</p>
      <Button icon={<ArrowDownloadRegular />} disabledFocusable={download.busy} onClick={() => void download.run()}>
        {t('csv')}
      </Button>
      {download.error !== null && <FailureState error={download.error} size="inline" onRetry={download.retry} />}
    </>
  );
}

/** Hands a text to the browser as a file. */
function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ');
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
