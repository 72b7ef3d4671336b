import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState, type Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { numberingOf } from '../../meeting/editing/numberingOf.ts';
import { renumber } from '../../meeting/editing/renumber.ts';
import type { Numbering } from '../../meeting/numbering.ts';
import { NUMBERINGS } from '../../meeting/numberings.ts';
import type { Edit } from './editing.ts';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  from: { width: '6rem', '& input': { width: '100%', minWidth: 0 } },
  words: { margin: 0 },
});

/** Changes that are named one by one before they are made. */
const NAMED = 4;

interface NumberingPanelProps {
  readonly items: readonly AgendaItem[];
  readonly dispatch: Dispatch<Edit>;
  readonly onDone: () => void;
}

/** The way the items are numbered, chosen by an example. It says which numbers change before any does: printed ones may be known to others. */
export function NumberingPanel({ items, dispatch, onDone }: NumberingPanelProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const [own] = useState(() => numberingOf(items));
  const ways = own === null || NUMBERINGS.some((way) => exampleOf(way) === exampleOf(own)) ? NUMBERINGS : [own, ...NUMBERINGS];
  const [chosen, setChosen] = useState(() => exampleOf(own ?? NUMBERINGS[0] ?? ways[0]));
  const [from, setFrom] = useState(String(own?.from ?? 1));
  const [perBlock, setPerBlock] = useState(own?.restart === 'block');
  const [bare, setBare] = useState(items.some(({ number }) => number !== null));
  const way = ways.find((each) => exampleOf(each) === chosen);
  const first = /^\d{1,5}$/.test(from.trim()) ? Number(from.trim()) : null;
  if (!way) return null;
  const numbering: Numbering = { ...way, from: first ?? 1, restart: perBlock ? 'block' : (own?.restart ?? 'never') };
  const after = renumber(items, numbering, bare);
  const changes = items.flatMap((item, place) =>
    item.number === after[place]?.number ? [] : [{ before: item.number, now: after[place]?.number ?? null }],
  );
  const named = changes
    .slice(0, NAMED)
    .map(({ before, now }) => t('numbering.change', { before: before ?? t('numbering.none'), now: now ?? t('numbering.none') }));
  return (
    <section className={styles.panel} aria-label={t('numbering.title')}>
      <div className={styles.row}>
        <Field label={t('numbering.way')}>
          <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
            {ways.map((each) => (
              <option key={exampleOf(each)} value={exampleOf(each)}>
                {exampleOf(each)}
              </option>
            ))}
          </Select>
        </Field>
        <Field className={styles.from} label={t('numbering.from')} {...(first === null && { validationMessage: t('numbering.badFrom') })}>
          <Input value={from} inputMode="numeric" onChange={(_, { value }) => setFrom(value)} />
        </Field>
      </div>
      {items.some(({ block }) => block !== null) && (
        <Checkbox label={t('numbering.perBlock')} checked={perBlock} onChange={(_, { checked }) => setPerBlock(checked === true)} />
      )}
      <Checkbox label={t('numbering.bare')} checked={bare} onChange={(_, { checked }) => setBare(checked === true)} />
      <p className={styles.words} role="status">
        {changes.length === 0
          ? t('numbering.same')
          : `${t('numbering.changes', { count: changes.length })} ${named.join(', ')}${changes.length > NAMED ? ' …' : '.'}`}
      </p>
      <div className={styles.row}>
        <Button
          disabledFocusable={changes.length === 0 || first === null}
          onClick={() => {
            dispatch({ kind: 'renumber', numbering, keepBare: bare });
            onDone();
          }}
        >
          {t('numbering.do', { count: changes.length })}
        </Button>
        <Button appearance="subtle" onClick={onDone}>
          {t('numbering.cancel')}
        </Button>
      </div>
    </section>
  );
}

/** "1., 2., 2.a.": the way as it looks. */
function exampleOf(way: Numbering | undefined): string {
  if (!way) return '';
  const sign = { decimal: ['1', '2', '1'], letter: ['a', 'b', 'a'], roman: ['I', 'II', 'I'] } as const;
  const [top, sub] = [sign[way.levels[0] ?? 'decimal'], sign[way.levels[1] ?? way.levels[0] ?? 'decimal']];
  const printed = (text: string, before = '') => `${before}${text}${way.behind}`;
  return [
    printed(top[0], way.before),
    printed(top[1], way.before),
    printed(`${way.between === null ? '' : `${top[1]}${way.between}`}${sub[0]}`),
  ].join('  ');
}
