import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotice } from '../Notices.tsx';

const useStyles = makeStyles({
  frame: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start', width: '100%' },
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  text: {
    ...typographyStyles.body1,
    boxSizing: 'border-box',
    width: '100%',
    resize: 'vertical',
    padding: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** A text to send to somebody else, ready to copy. Where the host bars the clipboard, the text is selected instead. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const tell = useNotice();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      tell({ text: t('copied') });
    } catch {
      // The text stands selected: the person can copy it by hand.
      field.current?.focus();
    }
  };
  return (
    <div className={styles.frame}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea id={id} ref={field} className={styles.text} readOnly rows={4} value={text} />
      <Button size="small" icon={<CopyRegular />} onClick={() => void copy()}>
        {t('copyText')}
      </Button>
    </div>
  );
}
