import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DeleteRegular, EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../meeting/meeting.ts';
import type { YearEntry } from '../../meeting/yearWheel.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useBacklogAgain } from './useBacklog.ts';
import { useMonthName } from './useMonthName.ts';
import { YearEntryForm } from './YearEntryForm.tsx';

const useStyles = makeStyles({
  wheel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, width: '100%', maxWidth: '36rem' },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  rows: { margin: 0, padding: 0, listStyleType: '""', overflowWrap: 'anywhere' },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  buttons: { display: 'flex', flexShrink: 0 },
});

const EMPTY: Omit<YearEntry, 'id'> = { title: '', text: '', openness: 'open', month: 1, owner: null };

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
  // The entry as it was when its form opened: what a colleague has changed since is not written over.
  const [editing, setEditing] = useState<YearEntry | null>(null);
  const { told, saving, save } = useSavingEntry(board, () => setEditing(null));
  return (
    <section className={styles.wheel}>
      <h2 className={styles.heading}>{t('backlog.wheel.title')}</h2>
      <p className={styles.words}>{t(entries.length === 0 ? 'backlog.wheel.none' : 'backlog.wheel.intro')}</p>
      <ul className={styles.rows}>
        {entries
          .toSorted((a, b) => a.month - b.month)
          .map((entry) => (
            <li key={entry.id}>
              {editing?.id === entry.id ? (
                <YearEntryForm
                  start={editing}
                  mayClose={mayClose}
                  busy={saving.busy}
                  save={t('backlog.save')}
                  onSave={(after) => void save(editing, { ...after, id: editing.id })}
                  onCancel={() => setEditing(null)}
                />
              ) : (
                <EntryLine
                  entry={entry}
                  mayEdit={mayEdit && (entry.openness === 'open' || mayClose)}
                  busy={saving.busy}
                  onEdit={() => setEditing(entry)}
                  onRemove={() => void save(entry, null)}
                />
              )}
            </li>
          ))}
      </ul>
      <p role="status" className={styles.words}>
        {saving.kept ? t('backlog.kept') : told}
      </p>
      {saving.error !== null && <FailureState error={saving.error} size="inline" onRetry={saving.retry} />}
      {mayEdit && <AddEntry board={board} mayClose={mayClose} />}
    </section>
  );
}

interface EntryLineProps {
  readonly entry: YearEntry;
  readonly mayEdit: boolean;
  readonly busy: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function EntryLine({ entry, mayEdit, busy, onEdit, onRemove }: EntryLineProps) {
  const styles = useStyles();
  const { t } = useTranslation('board');
  const monthName = useMonthName();
  const { title } = entry;
  return (
    <div className={styles.row}>
      <span>
        {[monthName(entry.month), title, entry.owner?.name, entry.openness === 'closed' ? t('backlog.closedMark') : null]
          .filter((word) => word)
          .join(' · ')}
      </span>
      {mayEdit && (
        <span className={styles.buttons}>
          <Button appearance="subtle" icon={<EditRegular />} aria-label={t('backlog.wheel.edit', { title })} onClick={onEdit} />
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={t('backlog.wheel.remove', { title })}
            disabledFocusable={busy}
            onClick={onRemove}
          />
        </span>
      )}
    </div>
  );
}

/** Changes one entry at a time, or takes it away where there is nothing after, and says so. What another changed meanwhile is fetched. */
function useSavingEntry(board: Board, done: () => void) {
  const { t } = useTranslation('board');
  const commands = useCommands();
  const again = useBacklogAgain(board);
  const [told, setTold] = useState('');
  const saving = useAction(
    async (before: YearEntry, after: YearEntry | null) => {
      const backlog = await commands.backlog();
      try {
        if (after === null) await backlog.removeYearEntry(board, before);
        else await backlog.changeYearEntry(board, before, after);
      } finally {
        again();
      }
      setTold(t(after === null ? 'backlog.wheel.removed' : 'backlog.wheel.changed', { title: (after ?? before).title }));
      done();
    },
    { onKept: done, onSent: again },
  );
  return { told, saving, save: saving.run };
}

function AddEntry({ board, mayClose }: { board: Board; mayClose: boolean }) {
  const { t } = useTranslation('board');
  const commands = useCommands();
  const again = useBacklogAgain(board);
  // A form that has been saved begins anew.
  const [turn, setTurn] = useState(0);
  const clear = () => {
    setTurn((before) => before + 1);
    again();
  };
  const adding = useAction(
    async (entry: Omit<YearEntry, 'id'>) => {
      await (await commands.backlog()).addYearEntry(board, entry);
      clear();
    },
    { onKept: clear, onSent: again },
  );
  return (
    <>
      <YearEntryForm
        key={turn}
        start={EMPTY}
        mayClose={mayClose}
        busy={adding.busy}
        save={t('backlog.wheel.add')}
        onSave={(entry) => void adding.run(entry)}
        onCancel={null}
      />
      {adding.error !== null && <FailureState error={adding.error} size="inline" onRetry={adding.retry} />}
    </>
  );
}
