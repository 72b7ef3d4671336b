import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useDraft } from '../kit/useDraft.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { ConflictChoice } from './ConflictChoice.tsx';
import { applyForm, formOf, mistakesIn, type ItemForm } from '../../meeting/editing/itemForm.ts';
import { clashesBetween, differs, settle, type EditedField } from '../../meeting/editing/settle.ts';
import { readForm } from './itemDraft.ts';
import { useItemChange } from './useItemChange.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  times: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  short: { width: '8rem' },
  shortInput: { minWidth: 0, width: '100%' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ItemEditorProps {
  readonly file: MeetingFile;
  readonly item: AgendaItem;
  /** Saved or given up; the line stands there again. */
  readonly onDone: () => void;
}

/** A line of the agenda, edited where it stands. What is typed is kept until it is saved or given up; a conflict shows both texts. */
export default function ItemEditor({ file, item, onDone }: ItemEditorProps) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const commands = useCommands();
  const replace = useReplaceFile();
  const changeItem = useItemChange();
  const draft = useDraft(`item:${file.pointer.key}:${item.id}`);
  // The version the person began with: what others wrote since then is merged or shown, never overwritten.
  const [base, setBase] = useState(item);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const [clash, setClash] = useState<{ mine: AgendaItem; theirs: AgendaItem; file: MeetingFile } | null>(null);
  const form = readForm(draft.text) ?? formOf(base);
  const mistakes = mistakesIn(form);
  const change = (fields: Partial<ItemForm>) => draft.change(JSON.stringify({ ...form, ...fields }));
  const giveUp = () => {
    draft.drop();
    onDone();
  };

  const write = async (current: MeetingFile, before: AgendaItem, after: AgendaItem) => {
    setState({ busy: true, error: null });
    try {
      if (differs(before, after)) await changeItem(current, before, after);
      giveUp();
    } catch (error) {
      if (!isFailure(error, 'Conflict')) {
        setState({ busy: false, error });
        return;
      }
      await meetTheOther(after, error);
    }
  };

  /** Somebody else changed the same field: fetch theirs and let the person choose. */
  const meetTheOther = async (mine: AgendaItem, conflict: unknown) => {
    try {
      const fresh = await commands.find.openMeeting(file.pointer);
      replace(fresh);
      const theirs = fresh.agenda.items.find((other) => other.id === item.id);
      if (theirs) setClash({ mine, theirs, file: fresh });
      setState({ busy: false, error: theirs ? null : conflict });
    } catch (error) {
      setState({ busy: false, error });
    }
  };

  const onSubmit = (submit: FormEvent) => {
    submit.preventDefault();
    if (mistakes.start || mistakes.minutes || state.busy) return;
    void write(file, base, applyForm(base, form));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    giveUp();
  };

  /** A heading has no line breaks: Enter saves. */
  const onTitleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };

  if (clash) {
    const { mine, theirs } = clash;
    const onChoose = (keep: ReadonlySet<EditedField>) => {
      const after = settle(base, mine, theirs, keep);
      setClash(null);
      setBase(theirs);
      draft.change(JSON.stringify(formOf(after)));
      void write(clash.file, theirs, after);
    };
    return <ConflictChoice clashes={clashesBetween(base, mine, theirs)} mine={mine} theirs={theirs} onChoose={onChoose} />;
  }

  return (
    // Escape gives up the edit, wherever in the form it is pressed.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className={styles.form} aria-label={t('edit.label')} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {draft.restored && <p className={styles.note}>{t('edit.restored')}</p>}
      <Field label={t('edit.title')}>
        <Textarea
          // The person asked to edit this line: the first field is where they go on.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          rows={2}
          value={form.title}
          onKeyDown={onTitleKey}
          onChange={(_, { value }) => change({ title: value.replace(/\n/g, ' ') })}
        />
      </Field>
      <Field label={t('edit.presenters')} hint={t('edit.presentersHint')}>
        <Textarea
          rows={Math.max(1, form.presenters.split('\n').length)}
          resize="vertical"
          value={form.presenters}
          onChange={(_, { value }) => change({ presenters: value })}
        />
      </Field>
      <div className={styles.times}>
        <Field
          className={styles.short}
          label={t('edit.start')}
          hint={t('edit.startHint')}
          {...(mistakes.start ? { validationMessage: t('edit.badStart') } : {})}
        >
          <Input className={styles.shortInput} inputMode="decimal" value={form.start} onChange={(_, { value }) => change({ start: value })} />
        </Field>
        <Field className={styles.short} label={t('edit.minutes')} {...(mistakes.minutes ? { validationMessage: t('edit.badMinutes') } : {})}>
          <Input className={styles.shortInput} inputMode="numeric" value={form.minutes} onChange={(_, { value }) => change({ minutes: value })} />
        </Field>
      </div>
      {state.error !== null && <FailureState error={state.error} size="inline" onRetry={() => void write(file, base, applyForm(base, form))} />}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={state.busy || !draft.ready}>
          {state.busy ? t('edit.saving') : t('edit.save')}
        </Button>
        <Button onClick={giveUp}>{t('edit.cancel')}</Button>
      </div>
    </form>
  );
}
