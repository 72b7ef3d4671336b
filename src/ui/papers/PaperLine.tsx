import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../meeting/agenda.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  title: { flex: '1 1 12rem', minWidth: 0 },
  // Fluent's own least width is wider than a short field.
  input: { minWidth: 0, width: '100%' },
  short: { flex: '0 1 6rem', minWidth: '5rem' },
});

interface PaperLineProps {
  readonly paper: Attachment;
  readonly onChange: (paper: Attachment) => void;
  /** Null at the ends of the list. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onRemove: () => void;
  /** Null where the file is not ours to replace. */
  readonly onReplace: ((file: File) => void) | null;
  readonly mayClose: boolean;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** One paper of an item, to be named, moved, closed, replaced or taken off. */
export function PaperLine({ paper, onChange, onUp, onDown, onRemove, onReplace, mayClose }: PaperLineProps) {
  const styles = useStyles();
  const { t } = useTranslation('papers');
  const chooser = useRef<HTMLInputElement>(null);
  const { title } = paper;
  return (
    <li className={styles.line}>
      <Field label={t('number')} size="small" className={styles.short}>
        <Input
          className={styles.input}
          size="small"
          value={paper.number ?? ''}
          onChange={(_, { value }) => onChange({ ...paper, number: orNull(value) })}
        />
      </Field>
      <Field label={t('paperTitle')} size="small" className={styles.title}>
        <Input className={styles.input} size="small" value={title} onChange={(_, { value }) => onChange({ ...paper, title: value })} />
      </Field>
      <Field label={t('documentId')} size="small" className={styles.short}>
        <Input
          className={styles.input}
          size="small"
          value={paper.documentId ?? ''}
          onChange={(_, { value }) => onChange({ ...paper, documentId: orNull(value) })}
        />
      </Field>
      {mayClose && (
        <Checkbox
          label={t('closed')}
          checked={paper.openness === 'closed'}
          onChange={(_, { checked }) => onChange({ ...paper, openness: checked === true ? 'closed' : 'open' })}
        />
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUpRegular />}
        aria-label={t('up', { title })}
        disabledFocusable={!onUp}
        onClick={onUp ?? undefined}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowDownRegular />}
        aria-label={t('down', { title })}
        disabledFocusable={!onDown}
        onClick={onDown ?? undefined}
      />
      {onReplace && (
        <>
          <Button size="small" aria-label={t('replace', { title })} onClick={() => chooser.current?.click()}>
            {t('replaceShort')}
          </Button>
          <input
            ref={chooser}
            type="file"
            hidden
            aria-label={t('replace', { title })}
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file) onReplace(file);
            }}
          />
        </>
      )}
      <Button size="small" appearance="subtle" icon={<DeleteRegular />} aria-label={t('remove', { title })} onClick={onRemove} />
    </li>
  );
}
