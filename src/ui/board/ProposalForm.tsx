import { Button, Checkbox, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalWords } from '../../commands/commands.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
    width: '100%',
    maxWidth: '36rem',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface ProposalFormProps {
  readonly start: ProposalWords;
  /** May it be closed, or opened? Only where the closed circle is known and this person is in it. */
  readonly mayClose: boolean;
  readonly busy: boolean;
  readonly onSave: (words: ProposalWords) => void;
  readonly onCancel: () => void;
}

/** What is proposed: title, text, deadline, and whether it is closed. */
export function ProposalForm({ start, mayClose, busy, onSave, onCancel }: ProposalFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('board');
  const [words, setWords] = useState(start);
  const change = (changed: Partial<ProposalWords>) => setWords({ ...words, ...changed });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && words.title.trim() !== '') onSave({ ...words, title: words.title.trim() });
      }}
    >
      <Field label={t('backlog.fields.title')} required>
        <Input value={words.title} onChange={(_, { value }) => change({ title: value })} />
      </Field>
      <Field label={t('backlog.fields.text')}>
        <Textarea value={words.text} rows={4} resize="vertical" onChange={(_, { value }) => change({ text: value })} />
      </Field>
      <Field label={t('backlog.fields.deadline')}>
        <Input type="date" value={words.deadline ?? ''} onChange={(_, { value }) => change({ deadline: value === '' ? null : value })} />
      </Field>
      {mayClose && (
        <Checkbox
          label={t('backlog.fields.closed')}
          checked={words.openness === 'closed'}
          onChange={(_, { checked }) => change({ openness: checked === true ? 'closed' : 'open' })}
        />
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || words.title.trim() === ''}>
          {busy ? t('backlog.saving') : t('backlog.save')}
        </Button>
        <Button onClick={onCancel}>{t('backlog.cancel')}</Button>
      </div>
    </form>
  );
}
