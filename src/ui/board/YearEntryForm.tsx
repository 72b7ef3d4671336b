import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearEntry } from '../../meeting/yearWheel.ts';
import { useMonthName } from './useMonthName.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, width: '100%', maxWidth: '36rem' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const MONTHS = Array.from({ length: 12 }, (_, place) => place + 1);

interface YearEntryFormProps {
  readonly start: Omit<YearEntry, 'id'>;
  /** May it be closed, or opened? */
  readonly mayClose: boolean;
  readonly busy: boolean;
  /** What the button that saves says. */
  readonly save: string;
  readonly onSave: (entry: Omit<YearEntry, 'id'>) => void;
  /** Null where there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}

/** What returns each year: title, text, month, who prepares it, and whether it is closed. */
export function YearEntryForm({ start, mayClose, busy, save, onSave, onCancel }: YearEntryFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('board');
  const monthName = useMonthName();
  const [entry, setEntry] = useState(start);
  const [owner, setOwner] = useState(start.owner?.name ?? '');
  const change = (part: Partial<YearEntry>) => setEntry({ ...entry, ...part });
  // The person stays who they are while their name does.
  const named = owner.trim() === (start.owner?.name ?? '') ? start.owner : owner.trim() === '' ? null : { id: null, name: owner.trim(), email: null };
  // A row written in SharePoint may have a month that nobody can read: it is chosen before it is saved, not guessed.
  const isKnown = MONTHS.includes(entry.month);
  const isWhole = isKnown && entry.title.trim() !== '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && isWhole) onSave({ ...entry, title: entry.title.trim(), owner: named });
      }}
    >
      <Field label={t('backlog.fields.title')}>
        <Input value={entry.title} onChange={(_, { value }) => change({ title: value })} />
      </Field>
      <Field label={t('backlog.fields.text')}>
        <Textarea value={entry.text} rows={2} resize="vertical" onChange={(_, { value }) => change({ text: value })} />
      </Field>
      <Field label={t('backlog.wheel.month')}>
        <Select value={isKnown ? String(entry.month) : ''} onChange={(_, { value }) => change({ month: Number(value) })}>
          {!isKnown && <option value="">{t('backlog.wheel.chooseMonth')}</option>}
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
      {mayClose && (
        <Checkbox
          label={t('backlog.fields.closed')}
          checked={entry.openness === 'closed'}
          onChange={(_, { checked }) => change({ openness: checked === true ? 'closed' : 'open' })}
        />
      )}
      <div className={styles.actions}>
        <Button type="submit" disabledFocusable={busy || !isWhole}>
          {save}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('backlog.cancel')}</Button>}
      </div>
    </form>
  );
}
