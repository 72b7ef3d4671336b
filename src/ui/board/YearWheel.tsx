import { Button, Checkbox, Field, Input, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../meeting/meeting.ts';
import type { YearEntry } from '../../meeting/yearWheel.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useBacklogAgain } from './useBacklog.ts';

const useStyles = makeStyles({
  wheel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, width: '100%', maxWidth: '36rem' },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  rows: { margin: 0, padding: 0, listStyleType: '""', overflowWrap: 'anywhere' },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

const MONTHS = Array.from({ length: 12 }, (_, place) => place + 1);

interface YearWheelProps {
  readonly board: Board;
  readonly entries: readonly YearEntry[];
  readonly mayEdit: boolean;
  readonly mayClose: boolean;
}

/** "Årshjul": what returns each year, by month. */
export function YearWheel({ board, entries, mayEdit, mayClose }: YearWheelProps) {
  const styles = useStyles();
  const { t } = useTranslation('board');
  const commands = useCommands();
  const monthName = useMonthName();
  const again = useBacklogAgain(board);
  const removing = useAction(
    async (entry: YearEntry) => {
      await (await commands.backlog()).removeYearEntry(board, entry);
      again();
    },
    { onSent: again },
  );
  return (
    <section className={styles.wheel}>
      <h2 className={styles.heading}>{t('backlog.wheel.title')}</h2>
      <p className={styles.words}>{t(entries.length === 0 ? 'backlog.wheel.none' : 'backlog.wheel.intro')}</p>
      <ul className={styles.rows}>
        {entries
          .toSorted((a, b) => a.month - b.month)
          .map((entry) => (
            <li key={entry.id} className={styles.row}>
              {[monthName(entry.month), entry.title, entry.owner?.name, entry.openness === 'closed' ? t('backlog.closedMark') : null]
                .filter((word) => word)
                .join(' · ')}
              {mayEdit && (
                <Button
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={t('backlog.wheel.remove', { title: entry.title })}
                  disabledFocusable={removing.busy}
                  onClick={() => void removing.run(entry)}
                />
              )}
            </li>
          ))}
      </ul>
      {removing.error !== null && <FailureState error={removing.error} size="inline" onRetry={removing.retry} />}
      {mayEdit && <AddEntry board={board} mayClose={mayClose} />}
    </section>
  );
}

function useMonthName(): (month: number) => string {
  const language = useLanguage();
  return (month) =>
    month < 1 ? '' : new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month - 1, 1)));
}

function AddEntry({ board, mayClose }: { board: Board; mayClose: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation('board');
  const commands = useCommands();
  const monthName = useMonthName();
  const again = useBacklogAgain(board);
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState('');
  const [month, setMonth] = useState(1);
  const [closed, setClosed] = useState(false);
  const clear = () => {
    setTitle('');
    setOwner('');
    again();
  };
  const adding = useAction(
    async () => {
      const named = owner.trim() === '' ? null : { id: null, name: owner.trim(), email: null };
      const entry = { title: title.trim(), text: '', openness: closed ? ('closed' as const) : ('open' as const), month, owner: named };
      await (await commands.backlog()).addYearEntry(board, entry);
      clear();
    },
    { onKept: clear, onSent: again },
  );
  return (
    <form
      className={styles.wheel}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') void adding.run();
      }}
    >
      <Field label={t('backlog.fields.title')}>
        <Input value={title} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label={t('backlog.wheel.month')}>
        <Select value={String(month)} onChange={(_, { value }) => setMonth(Number(value))}>
          {MONTHS.map((each) => (
            <option key={each} value={each}>
              {monthName(each)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('backlog.wheel.owner')}>
        <Input value={owner} maxLength={100} onChange={(_, { value }) => setOwner(value)} />
      </Field>
      {mayClose && <Checkbox label={t('backlog.fields.closed')} checked={closed} onChange={(_, { checked }) => setClosed(checked === true)} />}
      <div>
        <Button type="submit" disabledFocusable={adding.busy || title.trim() === ''}>
          {t('backlog.wheel.add')}
        </Button>
      </div>
      {adding.error !== null && <FailureState error={adding.error} size="inline" onRetry={adding.retry} />}
    </form>
  );
}
