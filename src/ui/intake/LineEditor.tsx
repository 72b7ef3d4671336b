import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState, type Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { ItemForm } from '../agendaEditor/ItemForm.tsx';
import type { TypedTimes } from '../agendaEditor/typedTimes.ts';
import type { Edit } from './editing.ts';
import { litFieldNamed, type Lit } from './litField.ts';
import { newItemId } from './newItemId.ts';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

interface LineEditorProps {
  readonly item: AgendaItem;
  readonly dispatch: Dispatch<Edit>;
  readonly onLight: (lit: Lit | null) => void;
  readonly onDone: () => void;
}

/** A line of the agenda that is being made. Each key is in the agenda at once; Escape takes the whole visit back. The field with the focus lights its words in the paper. */
export function LineEditor({ item, dispatch, onLight, onDone }: LineEditorProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const visit = useId();
  const title = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<TypedTimes>({});
  const [changed, setChanged] = useState(false);
  const onCancel = () => {
    if (changed) dispatch({ kind: 'undo' });
    onDone();
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
      onDone={onDone}
      onCancel={onCancel}
      onField={(name) => onLight({ itemId: item.id, field: litFieldNamed(name) })}
      titleRef={title}
    >
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
