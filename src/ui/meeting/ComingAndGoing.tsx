import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PresenceWish } from '../../commands/commands.ts';
import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import { parseClock } from '../../meeting/clock.ts';
import { clockOf } from '../../meeting/danishTime.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Attendee } from '../../meeting/presence.ts';
import { itemsToTreat } from '../../meeting/run.ts';
import { shownTitle } from '../../meeting/shownTitle.ts';
import type { PresenceMove, PresenceNoteKind } from '../../meeting/words.ts';
import { clock } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, width: '100%' },
  time: { flexBasis: '5rem', minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  // A long title does not make the field wider than a narrow pane.
  item: { flexBasis: '10rem', flexGrow: 1, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  input: { minWidth: 0, width: '100%' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface ComingAndGoingProps {
  readonly name: string;
  readonly attendee: Attendee;
  readonly items: readonly AgendaItem[];
  readonly itemId: ItemId;
  readonly mayRecuse: boolean;
  readonly onNote: (kind: PresenceNoteKind, more?: Partial<PresenceWish>) => void;
}

/** When somebody came or went, now or at another time and item; what they take no part in; and the way back. */
export function ComingAndGoing({ name, attendee, items, itemId, mayRecuse, onNote }: ComingAndGoingProps) {
  const styles = useStyles();
  const { t } = useTranslation(['rollCall', 'common']);
  const language = useLanguage();
  const [typed, setTyped] = useState(() => clock(clockOf(new Date().toISOString()), language));
  const [chosen, setChosen] = useState<ItemId | null>(itemId);
  const time = typed.trim() === '' ? null : parseClock(typed);
  const isWrong = typed.trim() !== '' && time === null;
  const move = (kind: PresenceMove) => {
    if (!isWrong) onNote(kind, { itemId: chosen, time });
  };
  // The panel is often shared: a closed item is named as others know it.
  const nameOf = (item: AgendaItem) =>
    [item.number, shownTitle({ item, closed: isClosed(items, item) }, false) ?? t('common:closedItem')].filter(Boolean).join(' ');
  const recusals = attendee.recusals.filter((note) => note.itemId === itemId);
  const { last } = attendee;
  return (
    <div className={styles.part} role="group" aria-label={t('rollCall:moreOf', { name })}>
      <div className={styles.fields}>
        <Field className={styles.time} label={t('rollCall:time')} validationMessage={isWrong ? t('rollCall:timeWrong') : null}>
          <Input className={styles.input} value={typed} inputMode="numeric" onChange={(_, { value }) => setTyped(value)} />
        </Field>
        <Field className={styles.item} label={t('rollCall:item')}>
          <Select
            className={styles.input}
            value={chosen ?? ''}
            onChange={(_, { value }) => setChosen(items.find(({ id }) => id === value)?.id ?? null)}
          >
            <option value="">{t('rollCall:noItem')}</option>
            {itemsToTreat({ items }).map((item) => (
              <option key={item.id} value={item.id}>
                {nameOf(item)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={isWrong} onClick={() => move('arrived')}>
          {t('rollCall:arrive')}
        </Button>
        <Button size="small" disabledFocusable={isWrong} onClick={() => move('left')}>
          {t('rollCall:leave')}
        </Button>
        <Button size="small" onClick={() => onNote('apology', { onTheDay: true })}>
          {t('rollCall:onTheDay')}
        </Button>
        <Button
          size="small"
          disabledFocusable={last === null}
          onClick={() => last && onNote('undone', { undoes: [last.id], itemId: last.kind === 'recused' ? last.itemId : null })}
        >
          {t('rollCall:undo')}
        </Button>
      </div>
      {mayRecuse && (
        <Checkbox
          label={t('rollCall:recuse')}
          checked={recusals.length > 0}
          onChange={(_, { checked }) =>
            checked === true ? onNote('recused', { itemId }) : onNote('undone', { itemId, undoes: recusals.map(({ id }) => id) })
          }
        />
      )}
    </div>
  );
}
