import { Button, makeStyles, mergeClasses, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PresenceWish } from '../../commands/commands.ts';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { itemsOfScope } from '../../meeting/itemsOfScope.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Attendee, PresenceNote } from '../../meeting/presence.ts';
import { ROLL_CALL_STATES, type PresenceNoteKind } from '../../meeting/words.ts';
import { clock } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useChosenLook } from '../kit/useChosenLook.ts';
import { ComingAndGoing } from './ComingAndGoing.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  name: { ...typographyStyles.body1Strong, overflowWrap: 'anywhere' },
  told: { ...typographyStyles.caption1, gridColumn: '1 / -1', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  states: { gridColumn: '1 / -1', display: 'grid', gridTemplateColumns: 'repeat(4, minmax(0, 1fr))', gap: tokens.spacingHorizontalXXS },
  state: { minWidth: 0, minHeight: '32px', paddingInline: tokens.spacingHorizontalXXS, ...typographyStyles.caption1 },
  more: { gridColumn: '1 / -1' },
});

interface RollCallRowProps {
  readonly name: string;
  readonly attendee: Attendee;
  readonly items: readonly AgendaItem[];
  readonly itemId: ItemId;
  readonly mayRecuse: boolean;
  readonly onNote: (kind: PresenceNoteKind, more?: Partial<PresenceWish>) => void;
}

/** One person: where they stand with one tap; when they came and went behind another. A tap on what stands already takes it back to "not noted". */
export function RollCallRow({ name, attendee, items, itemId, mayRecuse, onNote }: RollCallRowProps) {
  const styles = useStyles();
  const { t } = useTranslation('rollCall');
  const chosen = useChosenLook();
  const [open, setOpen] = useState(false);
  const told = useTold(attendee, items);
  return (
    <li className={styles.row}>
      <span className={styles.name}>{name}</span>
      <Button size="small" appearance="subtle" aria-expanded={open} aria-label={t('moreOf', { name })} onClick={() => setOpen(!open)}>
        {t('more')}
      </Button>
      {told !== '' && <span className={styles.told}>{told}</span>}
      <div className={styles.states} role="group" aria-label={t('statesOf', { name })}>
        {ROLL_CALL_STATES.map((state) => (
          <ToggleButton
            key={state}
            size="small"
            className={mergeClasses(styles.state, attendee.state === state && chosen)}
            checked={attendee.state === state}
            onClick={() => onNote(attendee.state === state ? 'unknown' : state)}
          >
            {t(`state.${state}`)}
          </ToggleButton>
        ))}
      </div>
      {open && (
        <div className={styles.more}>
          <ComingAndGoing name={name} attendee={attendee} items={items} itemId={itemId} mayRecuse={mayRecuse} onNote={onNote} />
        </div>
      )}
    </li>
  );
}

/** What else is known of the person, in one line. */
function useTold(attendee: Attendee, items: readonly AgendaItem[]): string {
  const { t } = useTranslation('rollCall');
  const language = useLanguage();
  const numberOf = (id: ItemId | null) => items.find((item) => item.id === id)?.number?.replace(/[.)]$/, '') ?? null;
  const when = ({ time, itemId }: PresenceNote) => {
    const number = numberOf(itemId);
    return [time === null ? '' : t('at', { time: clock(time, language) }), number === null ? '' : t('under', { item: number })].join(' ').trim();
  };
  const { apology, insteadOf, guest, moves, recusals, onTheDay } = attendee;
  const scope = apology === null ? '' : itemsOfScope(apology.scope, items).numbers.join(', ');
  const recused = [...new Set(recusals.map(({ itemId }) => numberOf(itemId) ?? '?'))].join(', ');
  return [
    insteadOf === null ? '' : t('insteadOf', { name: insteadOf.name }),
    guest ? t('guest') : '',
    apology === null ? '' : scope === '' ? t('hasApology') : t('hasApologyFor', { items: scope }),
    onTheDay ? t('onTheDay') : '',
    ...moves.map((move) => t(move.kind === 'arrived' ? 'came' : 'went', { when: when(move) }).trim()),
    recused === '' ? '' : t('isRecused', { items: recused }),
  ]
    .filter((words) => words !== '')
    .join(' · ');
}
