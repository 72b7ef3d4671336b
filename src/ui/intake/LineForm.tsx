import { Button, Field, Input, makeStyles, Select, Switch, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type Dispatch, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, ItemType } from '../../meeting/agenda.ts';
import { clock } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import type { ItemFields } from '../../meeting/editing/setField.ts';
import type { Edit } from './editing.ts';
import { litFieldNamed, type Lit } from './litField.ts';
import { newItemId } from './newItemId.ts';
import { retime } from '../../meeting/editing/retime.ts';
import { typedClock, typedMinutes, typedNames, type Typed } from '../../meeting/editing/typedFields.ts';

const useStyles = makeStyles({
  line: {
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
  short: { width: '5.5rem', '& input': { width: '100%', minWidth: 0, fontVariantNumeric: 'tabular-nums' }, '& > span': { minWidth: 0 } },
  kind: { minWidth: '9rem', flex: '1 1 9rem', maxWidth: '14rem' },
  names: { flex: '1 1 14rem' },
  title: { '& textarea': { fieldSizing: 'content', minHeight: '32px' } as object },
  sections: { display: 'grid', gap: tokens.spacingVerticalS },
  summary: { cursor: 'pointer', minHeight: '24px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Kind = 'plain' | ItemType | 'break';
const KINDS = [
  ['plain', 'kindPlain'],
  ['decision', 'kindDecision'],
  ['discussion', 'kindDiscussion'],
  ['information', 'kindInformation'],
  ['break', 'kindBreak'],
] as const satisfies readonly (readonly [Kind, string])[];

const fieldsOf = (kind: Kind): ItemFields => ({
  kind: kind === 'break' ? 'break' : 'item',
  type: kind === 'plain' || kind === 'break' ? null : kind,
});

interface LineFormProps {
  readonly item: AgendaItem;
  readonly depth: number;
  readonly dispatch: Dispatch<Edit>;
  readonly onLight: (lit: Lit | null) => void;
  readonly onDone: () => void;
}

/** A line open for editing, in its own place. Each key is in the agenda at once; Escape takes the whole visit back. */
export function LineForm({ item, depth, dispatch, onLight, onDone }: LineFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const visit = useId();
  const title = useRef<HTMLTextAreaElement>(null);
  const changed = useRef(false);
  const change = (fields: ItemFields) => {
    changed.current = true;
    dispatch({ kind: 'change', itemId: item.id, fields, visit });
  };
  useEffect(() => title.current?.focus(), []);
  const onKeyDown = (key: KeyboardEvent) => {
    const inText = key.target instanceof HTMLTextAreaElement && key.target !== title.current;
    if (key.key === 'Escape') {
      if (changed.current) dispatch({ kind: 'undo' });
      onDone();
    } else if (
      key.key === 'Enter' &&
      (key.ctrlKey || (!inText && key.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(key.target.tagName)))
    )
      onDone();
    else return;
    key.preventDefault();
    key.stopPropagation();
  };
  const split = () => {
    const at = title.current?.selectionStart ?? 0;
    dispatch({ kind: 'split', itemId: item.id, newId: newItemId(), at });
  };
  return (
    <li style={{ marginInlineStart: depth > 0 ? tokens.spacingHorizontalXXL : undefined }}>
      {/* Enter and Escape belong to the whole form; the field with the focus lights its words in the paper. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className={styles.line}
        role="group"
        aria-label={t('form.label', { title: item.title || t('line.untitled') })}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => onLight({ itemId: item.id, field: litFieldNamed(target.closest<HTMLElement>('[data-field]')?.dataset['field']) })}
      >
        <Field label={t('form.title')} data-field="title">
          <Textarea
            className={styles.title}
            textarea={{ ref: title, rows: 1 }}
            resize="none"
            value={item.title}
            onChange={(_, { value }) => change({ title: value.replaceAll('\n', ' ') })}
          />
        </Field>
        <div className={styles.row}>
          <Field label={t('form.number')} className={styles.short} data-field="number">
            <Input value={item.number ?? ''} onChange={(_, { value }) => change({ number: value.trim() === '' ? null : value })} />
          </Field>
          <Times item={item} onChange={change} />
        </div>
        <div className={styles.row}>
          <Field label={t('form.kind')} className={styles.kind}>
            <Select
              value={item.kind === 'break' ? 'break' : (item.type ?? 'plain')}
              onChange={(_, { value }) => change(fieldsOf(KINDS.find(([kind]) => kind === value)?.[0] ?? 'plain'))}
            >
              {KINDS.map(([kind, words]) => (
                <option key={kind} value={kind}>
                  {t(`form.${words}`)}
                </option>
              ))}
            </Select>
          </Field>
          {item.kind === 'item' && <Presenters item={item} onChange={change} />}
        </div>
        {item.kind === 'item' && (
          <Switch
            label={t('form.closed')}
            checked={item.openness === 'closed'}
            onChange={(_, { checked }) => change({ openness: checked ? 'closed' : 'open' })}
          />
        )}
        {item.openness === 'closed' && (
          <Field label={t('form.neutralTitle')} hint={t('form.neutralHint')}>
            <Input value={item.neutralTitle ?? ''} onChange={(_, { value }) => change({ neutralTitle: value === '' ? null : value })} />
          </Field>
        )}
        {item.sections.length > 0 && <Sections item={item} onChange={change} />}
        <div className={styles.actions}>
          <Button size="small" onClick={onDone}>
            {t('form.done')}
          </Button>
          <Button size="small" appearance="subtle" onClick={split}>
            {t('form.split')}
          </Button>
        </div>
      </div>
    </li>
  );
}

interface PartProps {
  readonly item: AgendaItem;
  readonly onChange: (fields: ItemFields) => void;
}

function Times({ item, onChange }: PartProps) {
  const { t } = useTranslation('intake');
  const language = useLanguage();
  // Half a time is a time too ("1" on the way to "10.30"): the others follow from what stood there before the first key.
  const before = useRef(item);
  const remember = () => {
    before.current = item;
  };
  return (
    <>
      <TypedField
        label={t('form.start')}
        value={item.start === null ? '' : clock(item.start, language)}
        parse={typedClock}
        wrong={t('form.badTime')}
        onFocus={remember}
        onChange={(start) => onChange(retime(before.current, { start }))}
      />
      <TypedField
        label={t('form.end')}
        value={item.end === null ? '' : clock(item.end, language)}
        parse={typedClock}
        wrong={t('form.badTime')}
        onFocus={remember}
        onChange={(end) => onChange(retime(before.current, { end }))}
      />
      <TypedField
        label={t('form.minutes')}
        value={item.minutes === null ? '' : String(item.minutes)}
        parse={typedMinutes}
        wrong={t('form.badMinutes')}
        onFocus={remember}
        onChange={(minutes) => onChange(retime(before.current, { minutes }))}
      />
    </>
  );
}

interface TypedFieldProps<T> {
  readonly label: string;
  readonly value: string;
  readonly parse: (text: string) => Typed<T>;
  readonly wrong: string;
  readonly onFocus: () => void;
  readonly onChange: (value: T | null) => void;
}

/** A field for a time or a duration: it keeps what is typed while it is typed, and shows the value's own form when left. */
function TypedField<T>({ label, value, parse, wrong, onFocus, onChange }: TypedFieldProps<T>) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const bad = typed !== null && !parse(typed).ok;
  return (
    <Field label={label} className={styles.short} data-field="time" {...(bad ? { validationMessage: wrong } : {})}>
      <Input
        value={typed ?? value}
        inputMode="text"
        autoComplete="off"
        onFocus={onFocus}
        onChange={(_, { value: text }) => {
          setTyped(text);
          const read = parse(text);
          if (read.ok) onChange(read.value);
        }}
        onBlur={() => {
          if (!bad) setTyped(null);
        }}
      />
    </Field>
  );
}

function Presenters({ item, onChange }: PartProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={t('form.presenters')} hint={t('form.presentersHint')} className={styles.names} data-field="presenters">
      <Input
        value={typed ?? item.presenters.join(', ')}
        autoComplete="off"
        onChange={(_, { value }) => {
          setTyped(value);
          onChange({ presenters: typedNames(value) });
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}

/** The text that came along from the paper, part by part. */
function Sections({ item, onChange }: PartProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  return (
    <details>
      <summary className={styles.summary}>{t('form.text')}</summary>
      <div className={styles.sections}>
        {item.sections.map((section, place) => (
          <Field key={place} label={section.heading ?? t(`form.sections.${section.role}`)}>
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
