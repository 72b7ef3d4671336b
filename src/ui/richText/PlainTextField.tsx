import { Button, makeStyles, Textarea, tokens, typographyStyles, type FieldControlProps } from '@fluentui/react-components';
import { Suspense, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isTooHeavy } from '../../meeting/proseBudget.ts';

const useStyles = makeStyles({
  text: { width: '100%', '& textarea': { fieldSizing: 'content', minHeight: '72px', maxHeight: '50vh' } as object },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  // The field's grid would stretch it over the whole width, and set its words in the middle.
  format: { justifySelf: 'start', minWidth: 0, paddingInline: tokens.spacingHorizontalXS },
});

/** What was copied has a form of its own, which is worth fetching the reader of HTML for. */
const FORMED_HTML = /<(?:b|strong|i|em|ul|ol|table|h[1-6])[\s>]|mso-list:|<a\s[^>]*href="?https:/i;

interface PlainTextFieldProps {
  readonly control: FieldControlProps;
  readonly value: string;
  /** With whether it was typed; else it was pasted. */
  readonly onChange: (text: string, isTyped: boolean) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly tooLong: boolean;
  readonly failed: boolean;
  /** Asks for the editor; null where it comes by itself or cannot. */
  readonly onFormat: (() => void) | null;
}

/** The same text in an ordinary field, its signs to be seen. What is pasted from Word comes out as Markdown here, too. */
export function PlainTextField({ control, value, onChange, onFocus, onBlur, tooLong, failed, onFormat }: PlainTextFieldProps) {
  const styles = useStyles();
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    if (tooLong || !FORMED_HTML.test(html) || isTooHeavy(`${value}\n\n${text}`)) return;
    event.preventDefault();
    const field = event.currentTarget;
    void markdownOfPaste(html, text).then((words) => {
      // What stands in the field now: somebody may have gone on writing while the reader was on its way.
      const before = field.value.slice(0, field.selectionStart);
      onChange(`${before}${/\S[^\n]*$/.test(before) && words.includes('\n') ? '\n\n' : ''}${words}${field.value.slice(field.selectionEnd)}`, false);
    });
  };
  return (
    <>
      <Textarea
        {...control}
        className={styles.text}
        resize="vertical"
        textarea={{ onPaste }}
        value={value}
        onChange={(_, data) => onChange(data.value, true)}
        onFocus={onFocus}
        onBlur={onBlur}
      />
      <Suspense fallback={null}>
        {(tooLong || failed) && <Note words={tooLong ? 'tooLong' : 'notFetched'} />}
        {!tooLong && !failed && onFormat && <FormatButton onPress={onFormat} />}
      </Suspense>
    </>
  );
}

async function markdownOfPaste(html: string, text: string): Promise<string> {
  try {
    const [{ blocksOfHtml }, { writeCommonMark }] = await Promise.all([import('./pastedHtml.ts'), import('./commonMark.ts')]);
    return writeCommonMark(blocksOfHtml(html));
  } catch {
    return text;
  }
}

function Note({ words }: { words: 'tooLong' | 'notFetched' }) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor', { keyPrefix: 'richText' });
  return (
    <p className={styles.note} role="status">
      {t(words)}
    </p>
  );
}

function FormatButton({ onPress }: { onPress: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor', { keyPrefix: 'richText' });
  return (
    <Button size="small" appearance="subtle" className={styles.format} onClick={onPress}>
      {t('format')}
    </Button>
  );
}
