import { Button } from '@fluentui/react-components';
import { KeyboardRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const KeyboardHelpDialog = lazy(() => import('./KeyboardHelpDialog.tsx'));

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `?` or the button shows what the keys do. */
export function KeyboardHelp() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target) && !event.ctrlKey && !event.metaKey) setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button appearance="subtle" size="small" icon={<KeyboardRegular />} aria-label={t('keys.open')} onClick={() => setOpen(true)} />
      {open && (
        <Suspense fallback={null}>
          <KeyboardHelpDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
