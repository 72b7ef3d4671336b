import { Button, Field, makeStyles, Spinner, Textarea, tokens } from '@fluentui/react-components';
import { NoteRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import type { AutosaveDraft, AutosaveRules } from '../../device/autosave.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { mergeText } from '../../meeting/mergeText.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAutosave } from '../kit/useAutosave.ts';

const useStyles = makeStyles({
  note: { display: 'grid', justifyItems: 'start', gap: tokens.spacingVerticalXS, '@media print': { display: 'none' } },
  field: { width: '100%' },
});

interface PersonalNoteProps {
  readonly file: MeetingFile;
  readonly itemId: ItemId;
}

/** One's own note about an item. Nothing is asked of the person's OneDrive before they open it, so nobody is asked for consent who writes none. */
export default function PersonalNote({ file, itemId }: PersonalNoteProps) {
  const styles = useStyles();
  const { t } = useTranslation('papers');
  const { notes } = useCommands();
  const [open, setOpen] = useState(false);
  const stored = useQuery({
    queryKey: ['note', file.pointer.key, itemId],
    queryFn: () => notes.readNote(file.pointer, itemId),
    enabled: open,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  return (
    <div className={styles.note}>
      <Button size="small" appearance="subtle" icon={<NoteRegular />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'noteClose' : 'noteOpen')}
      </Button>
      {open &&
        (stored.data !== undefined ? (
          <NoteField file={file} itemId={itemId} stored={stored.data} />
        ) : stored.isError ? (
          <FailureState error={stored.error} size="inline" onRetry={() => void stored.refetch()} />
        ) : (
          <Spinner size="tiny" />
        ))}
    </div>
  );
}

const rules: AutosaveRules<string> = {
  same: (one, other) => one === other,
  merge: mergeText,
  both: (mine, theirs) => `${theirs}\n\n${mine}`,
};

const draft = v.object({
  mine: v.string(),
  base: v.string(),
  sent: v.array(v.object({ from: v.string(), value: v.string() })),
}) satisfies v.GenericSchema<unknown, AutosaveDraft<string>>;

function readDraft(text: string) {
  try {
    const read = v.safeParse(draft, JSON.parse(text));
    if (read.success) return { kind: 'draft' as const, draft: read.output };
  } catch {
    // Told below.
  }
  return { kind: 'unreadable' as const, words: text };
}

/** The field itself: it saves itself, and is on the device only until it has. */
function NoteField({ file, itemId, stored }: PersonalNoteProps & { readonly stored: string }) {
  const styles = useStyles();
  const { t } = useTranslation('papers');
  const { notes } = useCommands();
  const field = useAutosave(
    {
      key: `note:${file.pointer.key}:${itemId}`,
      rules,
      print: (kept) => JSON.stringify(kept),
      parse: readDraft,
      send: (value, onto) => notes.keepNote(file.pointer, itemId, onto, value),
      // The order merges what another device wrote, and refuses nothing for it.
      standing: () => null,
      fetch: () => notes.readNote(file.pointer, itemId),
    },
    stored,
  );
  const { kind } = field.saving;
  const words = kind === 'saving' ? t('noteSaving') : kind === 'saved' ? t('noteSaved') : kind === 'kept' ? t('noteKept') : t('noteHint');
  return (
    <>
      <Field className={styles.field} label={t('note')} hint={words}>
        <Textarea resize="vertical" rows={3} value={field.value} onChange={(_, { value }) => field.change(value)} onBlur={() => field.flush()} />
      </Field>
      {field.saving.kind === 'failed' && <FailureState error={field.saving.error} size="inline" onRetry={field.retry} />}
    </>
  );
}
