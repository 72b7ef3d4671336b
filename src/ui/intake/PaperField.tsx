import { Field, Link, makeStyles, mergeClasses, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../kit/useDraft.ts';
import { FileChooser } from './FileChooser.tsx';
import { useFileDrop } from './useFileDrop.ts';
import type { Pasted } from './usePastedPaper.ts';

const useStyles = makeStyles({
  drop: { display: 'grid', gap: tokens.spacingVerticalM, borderRadius: tokens.borderRadiusMedium, minWidth: 0 },
  over: { outline: `${tokens.strokeWidthThick} dashed ${tokens.colorBrandStroke1}`, outlineOffset: '4px' },
  paper: { width: '100%', minHeight: '14rem', '& textarea': { minHeight: '14rem', fontVariantNumeric: 'tabular-nums' } },
  pasted: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    '& button': { fontSize: 'inherit', lineHeight: 'inherit' },
  },
});

interface PaperFieldProps {
  readonly paper: Draft;
  readonly pasted: Pasted;
  readonly onFile: (file: File) => void;
}

/** Where the paper is pasted, dropped or chosen. */
export function PaperField({ paper, pasted: { copied, structured, onPaste, asPlainText }, onFile }: PaperFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const { over, handlers } = useFileDrop(onFile);
  return (
    // Dropping is a second way: the button below does the same from the keyboard.
    <div className={mergeClasses(styles.drop, over && styles.over)} {...handlers}>
      <Field label={t('paper.label')} {...(paper.restored && paper.text !== '' ? { hint: t('paper.restored') } : {})}>
        <Textarea
          className={styles.paper}
          resize="vertical"
          value={paper.text}
          onChange={(_, { value }) => paper.change(value)}
          textarea={{ onPaste }}
        />
      </Field>
      {copied !== null && paper.text.trim() !== '' && (
        <p className={styles.pasted} role="status">
          {t(structured ? 'paper.structured' : 'paper.noLongerStructured')}{' '}
          {structured && (
            <Link as="button" inline onClick={asPlainText}>
              {t('paper.asPlainText')}
            </Link>
          )}
        </p>
      )}
      <FileChooser over={over} onFile={onFile} />
    </div>
  );
}
