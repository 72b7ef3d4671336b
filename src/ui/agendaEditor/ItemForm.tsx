import { Field, Input, makeStyles, Select, Switch, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, type FormEvent, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, ItemType } from '../../meeting/agenda.ts';
import type { DayLine } from '../../meeting/programme.ts';
import type { ItemFields } from '../../meeting/editing/setField.ts';
import type { SectionForm } from '../../meeting/profile.ts';
import type { BoardLanguage } from '../../meeting/boardLanguage.ts';
import { HomeworkField } from './HomeworkField.tsx';
import { CaseTexts, PurposeField } from './CaseTexts.tsx';
import { PresentersField } from './PresentersField.tsx';
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
  growing: { '& textarea': { fieldSizing: 'content', minHeight: '32px' } as object },
});

type Kind = 'plain' | ItemType | 'break';
const KINDS = [
  ['plain', 'kindPlain'],
  ['decision', 'kindDecision'],
  ['discussion', 'kindDiscussion'],
  ['information', 'kindInformation'],
  ['presentation', 'kindPresentation'],
  ['otherBusiness', 'kindOtherBusiness'],
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
  /** Enter in the title, and Ctrl+Enter anywhere: on to the next line. Left out, they are done. */
  readonly onNext?: () => void;
  /** Tab and Shift+Tab at the front of the title; answers whether the line was nested or lifted. */
  readonly onNest?: (action: 'nest' | 'unnest') => boolean;
  /** Alt with an arrow. */
  readonly onMove?: (by: -1 | 1) => void;
  /** Who is invited; they are suggested as presenters. */
  readonly people?: readonly string[];
  /** The parts that the body writes an item in. */
  readonly sections?: readonly SectionForm[] | undefined;
  /** The minutes of the day the item is on; an ordinary one where it is left out. */
  readonly line?: DayLine;
  /** What the body writes in; Danish where it is left out. */
  readonly language?: BoardLanguage | undefined;
  /** ISO day: the meeting's last; null where nobody knows. */
  readonly lastDay?: string | null;
  readonly titleRef: RefObject<HTMLTextAreaElement>;
  /** What stands over the fields, e.g. that they were brought back. */
  readonly above?: ReactNode;
  /** What stands under the fields: the buttons. */
  readonly children: ReactNode;
}

/** A line of an agenda open for editing, in its own place: every field of it, whoever edits it and where it is kept. */
export function ItemForm(props: ItemFormProps) {
  const { item, typed, onChange, unsent, onDone, onCancel, onNext, onNest, onMove, onField, people = NOBODY, sections, line, titleRef } = props;
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
    const inTitle = key.target === titleRef.current;
    // A title has no line breaks: Enter goes on from the line, as in any list. From a longer text it takes Ctrl.
    const on = key.key === 'Enter' && (key.ctrlKey || (inTitle && !key.shiftKey));
    const arrow = key.altKey && onMove ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[key.key] : undefined;
    const tab = key.key === 'Tab' && inTitle && isAtFront(titleRef.current) && onNest?.(key.shiftKey ? 'unnest' : 'nest') === true;
    if (!on && arrow === undefined && !tab && key.key !== 'Escape') return;
    key.preventDefault();
    key.stopPropagation();
    if (arrow !== undefined) onMove?.(arrow);
    else if (on && onNext) onNext();
    else if (on) key.currentTarget.requestSubmit();
    else if (!tab) onCancel();
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
      {props.above}
      <Field label={t('agendaEditor:title')} data-field="title">
        <Textarea
          className={styles.growing}
          textarea={{ ref: titleRef, rows: 1 }}
          resize="none"
          value={item.title}
          onChange={(_, { value }) => change({ title: value.replaceAll('\n', ' ') })}
        />
      </Field>
      {item.kind === 'item' && <CaseTexts item={item} offered={sections} onChange={change} />}
      <div className={styles.row}>
        <Field label={t('agendaEditor:number')} className={styles.number} data-field="number">
          <Input value={item.number ?? ''} onChange={(_, { value }) => change({ number: value.trim() === '' ? null : value })} />
        </Field>
        <TimeFields item={item} typed={typed} line={line} onChange={onChange} />
      </div>
      <div className={styles.row}>
        {(unsent || item.kind === 'item') && <KindField item={item} breaks={unsent} onChange={change} />}
        {item.kind === 'item' && <PresentersField presenters={item.presenters} people={people} onChange={change} />}
      </div>
      {item.kind === 'item' && <PurposeField item={item} onChange={change} />}
      {item.kind === 'item' && (
        <HomeworkField item={item} people={people} language={props.language ?? 'da'} lastDay={props.lastDay ?? null} onChange={change} />
      )}
      {item.kind === 'item' && (
        <Switch label={t('agendaEditor:standing')} checked={item.standing} onChange={(_, { checked }) => change({ standing: checked })} />
      )}
      {unsent && <Closing item={item} onChange={change} />}
      {props.children}
    </form>
  );
}

const NOBODY: readonly string[] = [];
const isAtFront = (field: HTMLTextAreaElement | null) => field?.selectionStart === 0 && field.selectionEnd === 0;

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
