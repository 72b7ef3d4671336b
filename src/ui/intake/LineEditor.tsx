import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useId, useRef, useState, type Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { DayLine } from '../../meeting/programme.ts';
import type { BodyRules } from '../../meeting/profile.ts';
import { ItemForm } from '../agendaEditor/ItemForm.tsx';
import type { TypedTimes } from '../agendaEditor/typedTimes.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import type { Edit } from './editing.ts';
import { litFieldNamed, type Lit } from './litField.ts';
import { newItemId } from './newItemId.ts';

const RouteField = lazyPart(() => import('./RouteField.tsx'));

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

interface LineEditorProps {
  readonly item: AgendaItem;
  /** Who is invited. */
  readonly people: readonly string[];
  /** The parts that the body writes an item in, and its language. */
  readonly rules?: Pick<BodyRules, 'sections' | 'language'> | undefined;
  /** ISO day: the meeting's last; null where nobody knows. */
  readonly lastDay: string | null;
  /** The minutes of the day the item is on. */
  readonly line: DayLine;
  readonly dispatch: Dispatch<Edit>;
  readonly onLight: (lit: Lit | null) => void;
  readonly onDone: () => void;
  /** On to a new line behind this one. */
  readonly onNext: () => void;
  /** Takes away a line in which nothing was written. */
  readonly onDrop: () => void;
  /** Answers whether the line could be nested or lifted. */
  readonly onNest: (action: 'nest' | 'unnest') => boolean;
  readonly onMove: (by: -1 | 1) => void;
}

/** Is there anything on the line that somebody wrote? A number of its own accord is nothing. */
const isBlank = ({ title, sections, presenters, minutes, start, attachments }: AgendaItem) =>
  title.trim() === '' && [sections, presenters, attachments].every((list) => list.length === 0) && minutes === null && start === null;

/** A line of the agenda that is being made. Each key is in the agenda at once; Escape takes the whole visit back. The field with the focus lights its words in the paper. */
export function LineEditor({ item, people, rules, line, lastDay, dispatch, onLight, onDone, onNext, onDrop, onNest, onMove }: LineEditorProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const visit = useId();
  const title = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<TypedTimes>({});
  const [changed, setChanged] = useState(false);
  // The title as it was when the line was opened: one that had none, and is left without anything, is nothing.
  const [began] = useState(item);
  const leave = () => (isBlank(item) ? onDrop() : onDone());
  const onCancel = () => {
    if (changed) dispatch({ kind: 'undo' });
    if (isBlank(began)) onDrop();
    else onDone();
  };
  /** As in any list: Enter on an empty line lifts it out, and ends the list where it stands at the top. */
  const next = () => {
    if (!isBlank(item)) onNext();
    else if (!onNest('unnest')) onDrop();
  };
  const split = () => dispatch({ kind: 'split', itemId: item.id, newId: newItemId(), at: title.current?.selectionStart ?? 0 });
  return (
    <ItemForm
      item={item}
      typed={typed}
      onChange={(fields, now) => {
        setTyped(now);
        if (Object.keys(fields).length === 0) return;
        setChanged(true);
        dispatch({ kind: 'change', itemId: item.id, fields, visit });
      }}
      unsent
      people={people}
      sections={rules?.sections}
      language={rules?.language}
      lastDay={lastDay}
      line={line}
      onDone={leave}
      onNext={next}
      onNest={onNest}
      onMove={(by) => {
        onMove(by);
        // The browser takes the focus from what is moved.
        requestAnimationFrame(() => title.current?.focus());
      }}
      onCancel={onCancel}
      onField={(name) => onLight({ itemId: item.id, field: litFieldNamed(name) })}
      titleRef={title}
    >
      <Suspense fallback={null}>
        <RouteField item={item} dispatch={dispatch} />
      </Suspense>
      <div className={styles.actions}>
        <Button type="submit" size="small">
          {t('line.done')}
        </Button>
        <Button size="small" appearance="subtle" onClick={split}>
          {t('line.split')}
        </Button>
      </div>
    </ItemForm>
  );
}
