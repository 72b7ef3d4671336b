import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldSources } from '../../commands/commands.ts';
import { useHiddenStyles } from '../kit/hidden.ts';
import { sourceFieldsOf, type LitField } from './litField.ts';

/** Below this the recogniser was in doubt, and the field says so. */
const SURE = 0.7;

const useStyles = makeStyles({
  unsure: {
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
  },
  lit: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusSmall,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
});

interface FieldWordsProps {
  readonly name: LitField;
  readonly sources: FieldSources | undefined;
  readonly lit: boolean;
  readonly children: ReactNode;
}

/** One field's words: pointing at them lights exactly their words in the paper; a dotted line says that the reading is in doubt. */
export function FieldWords({ name, sources, lit, children }: FieldWordsProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useTranslation('intake');
  const unsure = sourceFieldsOf(name).some((field) => sources?.[field]?.some((span) => span.sure < SURE));
  return (
    <span data-field={name} className={mergeClasses(unsure && styles.unsure, lit && styles.lit)}>
      {children}
      {unsure && <span className={hidden.hidden}>{` (${t('line.sure')})`}</span>}
    </span>
  );
}
