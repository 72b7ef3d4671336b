import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotice } from '../Notices.tsx';
import { ShownText } from './ShownText.tsx';

/** A text to send to somebody else, ready to copy: of what is open alone. Where the host bars the clipboard, the text is selected instead. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation();
  const tell = useNotice();
  const field = useRef<HTMLTextAreaElement>(null);
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
    <ShownText label={label} text={text} field={field}>
      <Button size="small" icon={<CopyRegular />} onClick={() => void copy()}>
        {t('copyText')}
      </Button>
    </ShownText>
  );
}
