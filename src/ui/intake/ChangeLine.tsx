import { Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaChange } from '../../meeting/agendaDiff.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { headValue, itemName, itemValue } from './changeWords.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: `${tokens.spacingVerticalXXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  values: {
    ...typographyStyles.caption1,
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    margin: 0,
    paddingInlineStart: '36px',
    paddingBlockEnd: tokens.spacingVerticalXS,
  },
  value: { display: 'grid', gridTemplateColumns: '2.5rem minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  when: { color: tokens.colorNeutralForeground2 },
  what: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  goes: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
  stays: { textDecorationLine: 'none', fontWeight: tokens.fontWeightSemibold },
  note: {
    ...typographyStyles.caption1,
    margin: 0,
    paddingInlineStart: '36px',
    paddingBlockEnd: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  summary: { ...typographyStyles.caption1, cursor: 'pointer', minHeight: '24px', paddingInlineStart: '36px' },
});

/** Texts longer than this fold away; a title of two hundred letters does not. */
const LONG = 240;

interface ChangeLineProps {
  readonly change: AgendaChange;
  readonly accepted: boolean;
  readonly onAccept: (id: string, accept: boolean) => void;
}

/** One change with its tick: ticked it is made, else what stands now stays. */
export function ChangeLine({ change, accepted, onAccept }: ChangeLineProps) {
  const styles = useStyles();
  const { t } = useTranslation(['intake', 'common']);
  const language = useLanguage();
  const valuesId = useId();
  const told = tell();
  return (
    <li className={styles.line}>
      <Checkbox
        label={told.label}
        checked={accepted}
        aria-describedby={told.values || told.note ? valuesId : undefined}
        onChange={(_, { checked }) => onAccept(change.id, checked === true)}
      />
      <div id={valuesId}>
        {told.values && <Values before={told.values[0]} after={told.values[1]} accepted={accepted} />}
        {told.note && <p className={styles.note}>{told.note}</p>}
      </div>
    </li>
  );

  function tell(): { label: string; values?: readonly [string, string]; note?: string } {
    switch (change.kind) {
      case 'head':
        return {
          label: t(`intake:merge.headField.${change.field}`),
          values: [headValue(change.field, change.before, language), headValue(change.field, change.after, language)],
        };
      case 'changed':
        return {
          label: t(`intake:merge.field.${change.field}`),
          ...(change.field === 'openness' && change.before.openness === change.after.openness
            ? { note: t(change.opens ? 'intake:merge.opensWithParent' : 'intake:merge.closesWithParent') }
            : { values: [itemValue(change.field, change.before, language, t), itemValue(change.field, change.after, language, t)] as const }),
          ...(change.opens && change.before.openness !== change.after.openness ? { note: t('intake:merge.opens') } : {}),
        };
      case 'added': {
        const time = itemValue('time', change.item, language, t);
        return { label: itemName(change.item, t), ...(time === '' ? {} : { note: time }) };
      }
      case 'moved': {
        const title = itemName(change.item, t);
        if (change.under) return { label: t('intake:merge.movedUnder', { title, parent: itemName(change.under, t) }) };
        return {
          label: change.behind
            ? t('intake:merge.movedAfter', { title, before: itemName(change.behind, t) })
            : t('intake:merge.movedFirst', { title }),
        };
      }
      case 'removed':
        return { label: t('intake:merge.remove', { title: itemName(change.item, t) }), ...(change.held ? { note: t('intake:merge.held') } : {}) };
    }
  }
}

/** What stands now and what the paper says; the one that will not stand is struck through. */
function Values({ before, after, accepted }: { before: string; after: string; accepted: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const value = (text: string, stays: boolean) => {
    const words = text === '' ? t('merge.nothing') : text;
    return stays ? <ins className={styles.stays}>{words}</ins> : <del className={styles.goes}>{words}</del>;
  };
  const values = (
    <dl className={styles.values}>
      <div className={styles.value}>
        <dt className={styles.when}>{t('merge.before')}</dt>
        <dd className={styles.what}>{value(before, !accepted)}</dd>
      </div>
      <div className={styles.value}>
        <dt className={styles.when}>{t('merge.after')}</dt>
        <dd className={styles.what}>{value(after, accepted)}</dd>
      </div>
    </dl>
  );
  if (before.length + after.length <= LONG) return values;
  return (
    <details>
      <summary className={styles.summary}>{t('merge.showText')}</summary>
      {values}
    </details>
  );
}
