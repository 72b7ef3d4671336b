import { Field, Input, makeStyles, Select, Switch, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useState, type FormEvent, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, ItemType } from '../../meeting/agenda.ts';
import type { ItemFields } from '../../meeting/editing/setField.ts';
import { TimeFields } from './TimeFields.tsx';
import type { TypedTimes } from './typedTimes.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0`,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    minWidth: 0,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, alignItems: 'start' },
  number: { width: '5.5rem', '& input': { width: '100%', minWidth: 0, fontVariantNumeric: 'tabular-nums' }, '& > span': { minWidth: 0 } },
  kind: { minWidth: '9rem', flex: '1 1 9rem', maxWidth: '14rem' },
  names: { flex: '1 1 14rem' },
  growing: { '& textarea': { fieldSizing: 'content', minHeight: '32px' } as object },
  sections: { display: 'grid', gap: tokens.spacingVerticalS },
  summary: { cursor: 'pointer', minHeight: '24px' },
});

type Kind = 'plain' | ItemType | 'break';
const KINDS = [
  ['plain', 'kindPlain'],
  ['decision', 'kindDecision'],
  ['discussion', 'kindDiscussion'],
  ['information', 'kindInformation'],
  ['break', 'kindBreak'],
] as const satisfies readonly (readonly [Kind, string])[];

const kindOf = (item: AgendaItem): Kind => (item.kind === 'break' ? 'break' : (item.type ?? 'plain'));
const fieldsOf = (kind: Kind): ItemFields => ({
  kind: kind === 'break' ? 'break' : 'item',
  type: kind === 'plain' || kind === 'break' ? null : kind,
});

export interface ItemFormProps {
  readonly item: AgendaItem;
  /** What stands in the time fields while they are typed in. */
  readonly typed: TypedTimes;
  /** Called for each key with what it changes. */
  readonly onChange: (fields: ItemFields, typed: TypedTimes) => void;
  /** Whether the agenda is still to be sent out: then a line may become a break, closed or open here. Afterwards closing is a question of its own. */
  readonly unsent: boolean;
  /** Enter, or the button that submits. */
  readonly onDone: () => void;
  /** Escape. */
  readonly onCancel: () => void;
  /** The name of the field that has the focus, null where that one has none. */
  readonly onField?: (name: string | undefined) => void;
  readonly titleRef: RefObject<HTMLTextAreaElement>;
  /** What stands over the fields, e.g. that they were brought back. */
  readonly above?: ReactNode;
  /** What stands under the fields: the buttons. */
  readonly children: ReactNode;
}

/** A line of an agenda open for editing, in its own place: every field of it, whoever edits it and where it is kept. */
export function ItemForm({ item, typed, onChange, unsent, onDone, onCancel, onField, titleRef, above, children }: ItemFormProps) {
  const styles = useStyles();
  const { t } = useTranslation(['agendaEditor', 'agenda']);
  const change = (fields: ItemFields) => onChange(fields, typed);
  // The person asked for this form: its first field is where they go on.
  useEffect(() => titleRef.current?.focus(), [titleRef]);
  const onSubmit = (submit: FormEvent) => {
    submit.preventDefault();
    onDone();
  };
  const onKeyDown = (key: KeyboardEvent<HTMLFormElement>) => {
    // A title has no line breaks: Enter is done with the line, as in any field of one line. From a longer text it takes Ctrl.
    const done = key.key === 'Enter' && (key.ctrlKey || key.target === titleRef.current);
    if (!done && key.key !== 'Escape') return;
    key.preventDefault();
    key.stopPropagation();
    if (done) key.currentTarget.requestSubmit();
    else onCancel();
  };
  return (
    // Enter and Escape belong to the whole form, wherever in it they are pressed.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.form}
      aria-label={t('agendaEditor:label', { title: item.title || t('agenda:untitled') })}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => onField?.(target.closest<HTMLElement>('[data-field]')?.dataset['field'])}
    >
      {above}
      <Field label={t('agendaEditor:title')} data-field="title">
        <Textarea
          className={styles.growing}
          textarea={{ ref: titleRef, rows: 1 }}
          resize="none"
          value={item.title}
          onChange={(_, { value }) => change({ title: value.replaceAll('\n', ' ') })}
        />
      </Field>
      <div className={styles.row}>
        <Field label={t('agendaEditor:number')} className={styles.number} data-field="number">
          <Input value={item.number ?? ''} onChange={(_, { value }) => change({ number: value.trim() === '' ? null : value })} />
        </Field>
        <TimeFields item={item} typed={typed} onChange={onChange} />
      </div>
      <div className={styles.row}>
        {(unsent || item.kind === 'item') && <KindField item={item} breaks={unsent} onChange={change} />}
        {item.kind === 'item' && <Presenters item={item} onChange={change} />}
      </div>
      {unsent && <Closing item={item} onChange={change} />}
      {item.sections.length > 0 && <Sections item={item} onChange={change} />}
      {children}
    </form>
  );
}

interface PartProps {
  readonly item: AgendaItem;
  readonly onChange: (fields: ItemFields) => void;
}

function KindField({ item, breaks, onChange }: PartProps & { breaks: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor');
  return (
    <Field label={t('kind')} className={styles.kind}>
      <Select value={kindOf(item)} onChange={(_, { value }) => onChange(fieldsOf(KINDS.find(([kind]) => kind === value)?.[0] ?? 'plain'))}>
        {KINDS.filter(([kind]) => breaks || kind !== 'break').map(([kind, words]) => (
          <option key={kind} value={kind}>
            {t(words)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** One name a line, since names and titles may hold commas. */
function Presenters({ item, onChange }: PartProps) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor');
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={t('presenters')} hint={t('presentersHint')} className={styles.names} data-field="presenters">
      <Textarea
        className={styles.growing}
        resize="none"
        rows={1}
        value={typed ?? item.presenters.join('\n')}
        onChange={(_, { value }) => {
          setTyped(value);
          onChange({ presenters: namesIn(value) });
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}

function namesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function Closing({ item, onChange }: PartProps) {
  const { t } = useTranslation('agendaEditor');
  return (
    <>
      {item.kind === 'item' && (
        <Switch
          label={t('closed')}
          checked={item.openness === 'closed'}
          onChange={(_, { checked }) => onChange({ openness: checked ? 'closed' : 'open' })}
        />
      )}
      {item.openness === 'closed' && (
        <Field label={t('neutralTitle')} hint={t('neutralHint')}>
          <Input value={item.neutralTitle ?? ''} onChange={(_, { value }) => onChange({ neutralTitle: value === '' ? null : value })} />
        </Field>
      )}
    </>
  );
}

/** The item's text, part by part. */
function Sections({ item, onChange }: PartProps) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor');
  return (
    <details>
      <summary className={styles.summary}>{t('text')}</summary>
      <div className={styles.sections}>
        {item.sections.map((section, place) => (
          <Field key={place} label={section.heading ?? t(`sections.${section.role}`)}>
            <Textarea
              resize="vertical"
              value={section.text}
              onChange={(_, { value }) =>
                onChange({ sections: item.sections.map((other, at) => (at === place ? { ...other, text: value } : other)) })
              }
            />
          </Field>
        ))}
      </div>
    </details>
  );
}
