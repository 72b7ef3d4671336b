import { Button, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowUpRegular, DocumentRegular, FolderRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryEntry } from '../../commands/commands.ts';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { titleOfName } from '../../meeting/paperNames.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';

const useStyles = makeStyles({
  picker: { display: 'grid', justifyItems: 'start', gap: tokens.spacingVerticalXS },
  list: {
    display: 'grid',
    justifyItems: 'start',
    maxHeight: '16rem',
    width: '100%',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  line: { overflowWrap: 'anywhere', textAlign: 'start' },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});

interface LibraryPickerProps {
  readonly file: MeetingFile;
  readonly item: AgendaItem;
  readonly onDone: () => void;
}

/** Links a file that lies in the library already: it stays there, and is nobody's to move or delete from here. */
export function LibraryPicker({ file, item, onDone }: LibraryPickerProps) {
  const styles = useStyles();
  const { t } = useTranslation('papers');
  const { agenda, papers } = useCommands();
  const replace = useReplaceFile();
  const [path, setPath] = useState<readonly LibraryEntry[]>([]);
  const folder = path.at(-1) ?? null;
  const entries = useQuery({
    queryKey: ['library', file.pointer.key, item.id, item.openness, folder?.id ?? null],
    queryFn: () => papers.libraryEntries(file, item, folder?.id ?? null),
    gcTime: 0,
  });
  const taking = useAction(
    async ({ name, url }: LibraryEntry) => {
      const paper = { number: null, title: titleOfName(name), documentId: null, openness: item.openness, url };
      replace(await agenda.changeItem(file, item, { ...item, attachments: [...item.attachments, paper] }));
      onDone();
    },
    { onKept: onDone },
  );
  return (
    <section className={styles.picker} aria-label={t('library')}>
      <p className={styles.hint}>{t('libraryHint')}</p>
      {folder !== null && (
        <Button size="small" appearance="subtle" icon={<ArrowUpRegular />} onClick={() => setPath(path.slice(0, -1))}>
          {t('libraryUp')} · {folder.name}
        </Button>
      )}
      {entries.isPending && <Spinner size="tiny" />}
      {entries.isError && <FailureState error={entries.error} size="inline" onRetry={() => void entries.refetch()} />}
      {taking.error !== null && <FailureState error={taking.error} size="inline" onRetry={taking.retry} />}
      {entries.data?.length === 0 && <p className={styles.hint}>{t('libraryEmpty')}</p>}
      <ul className={styles.list}>
        {entries.data?.map((entry) => (
          <li key={entry.id}>
            <Button
              size="small"
              appearance="transparent"
              className={styles.line}
              icon={entry.folder ? <FolderRegular /> : <DocumentRegular />}
              aria-label={entry.folder ? entry.name : t('take', { name: entry.name })}
              disabledFocusable={taking.busy}
              onClick={() => (entry.folder ? setPath([...path, entry]) : void taking.run(entry))}
            >
              {entry.name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
