import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemFields } from '../../meeting/editing/setField.ts';
import { namesIn, suggestedNames } from './presenterNames.ts';

const useStyles = makeStyles({
  names: { flex: '1 1 14rem', minWidth: 0 },
  growing: { '& textarea': { fieldSizing: 'content', minHeight: '32px' } as object },
  suggestions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginBlockStart: tokens.spacingVerticalXS },
});

interface PresentersFieldProps {
  readonly presenters: readonly string[];
  /** Who is invited: those whose names fit what is typed are suggested. */
  readonly people: readonly string[];
  readonly onChange: (fields: ItemFields) => void;
}

/** One name a line, since names and titles may hold commas. Those invited are suggested; anybody else is simply written. */
export function PresentersField({ presenters, people, onChange }: PresentersFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor');
  const [typed, setTyped] = useState<string | null>(null);
  const [here, setHere] = useState(false);
  const text = typed ?? presenters.join('\n');
  const suggested = here ? suggestedNames(text, people) : [];
  const write = (value: string) => {
    setTyped(value);
    onChange({ presenters: namesIn(value) });
  };
  return (
    // Whether the focus is anywhere inside; nothing is pressed here.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.names}
      onFocus={() => setHere(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return;
        setHere(false);
        setTyped(null);
      }}
    >
      <Field label={t('presenters')} hint={t('presentersHint')} data-field="presenters">
        <Textarea className={styles.growing} resize="none" rows={1} value={text} onChange={(_, { value }) => write(value)} />
      </Field>
      {suggested.length > 0 && (
        <div className={styles.suggestions} role="group" aria-label={t('suggestedPeople')}>
          {suggested.map((name) => (
            <Button key={name} size="small" onClick={() => write([...namesIn(text).slice(0, keptLines(text, name)), name, ''].join('\n'))}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The last line is what the suggestion completes, as long as it fits; a whole name before it stays. */
function keptLines(text: string, name: string): number {
  const lines = namesIn(text);
  const last = text.split('\n').at(-1)?.trim() ?? '';
  return last !== '' && name.toLocaleLowerCase('da').includes(last.toLocaleLowerCase('da')) ? lines.length - 1 : lines.length;
}
