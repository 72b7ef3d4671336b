import { Button, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { mayReadClosed } from '../../meeting/permissions.ts';
import { shownTitle } from '../../meeting/shownTitle.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useDraft } from '../kit/useDraft.ts';
import { useAct } from './useApproval.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface WordsFormProps {
  readonly file: MeetingFile;
  /** What is typed is kept under this name until it is sent. */
  readonly draftKey: string;
  readonly label: string;
  readonly hint?: string;
  readonly send: string;
  /** Which items can be chosen; `whole` offers the minutes as a whole beside them, 'none' no choice at all. */
  readonly about: 'whole' | 'items' | 'none';
  readonly needsWords: boolean;
  readonly told: 'object' | 'other';
  readonly perform: (itemId: ItemId | null, words: string) => Promise<void>;
  /** The form is done with: sent, or given up. */
  readonly onDone: () => void;
}

/** Some words about the minutes, or about one of their items. */
export function WordsForm({ file, draftKey, label, hint, send, about, needsWords, told, perform, onDone }: WordsFormProps) {
  const styles = useStyles();
  const { t } = useTranslation(['approval', 'common']);
  const draft = useDraft(`${draftKey}:${file.pointer.key}`);
  const items = file.agenda.items.filter(({ kind }) => kind === 'item');
  const [itemId, setItemId] = useState<ItemId | null>(about === 'items' ? (items[0]?.id ?? null) : null);
  const titleOf = (item: (typeof items)[0]): string => {
    const title = shownTitle({ item, closed: isClosed(file.agenda.items, item) }, mayReadClosed({ file })) ?? t('common:closedItem');
    return item.number === null ? title : `${item.number} ${title}`;
  };
  const act = useAct(
    file,
    async (about: ItemId | null, words: string) => {
      await perform(about, words);
      draft.drop();
      onDone();
    },
    told,
  );
  return (
    <div className={styles.form}>
      {act.error !== null && <FailureState error={act.error} size="inline" onRetry={act.retry} />}
      {act.kept && <p role="status">{t('approval:kept')}</p>}
      {about !== 'none' && (
        <Field label={t('approval:remarkAbout')}>
          <Select value={itemId ?? ''} onChange={(_, { value }) => setItemId(items.find(({ id }) => id === value)?.id ?? null)}>
            {about === 'whole' && <option value="">{t('approval:remarkWhole')}</option>}
            {items.map((item) => (
              <option key={item.id} value={item.id}>
                {titleOf(item)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={label} {...(hint !== undefined && { hint })}>
        <Textarea value={draft.text} resize="vertical" rows={3} onChange={(_, { value }) => draft.change(value)} />
      </Field>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={act.busy || act.kept || (needsWords && draft.text.trim() === '')}
          onClick={() => void act.run(itemId, draft.text.trim())}
        >
          {send}
        </Button>
        <Button onClick={onDone}>{t('approval:cancel')}</Button>
      </div>
    </div>
  );
}
