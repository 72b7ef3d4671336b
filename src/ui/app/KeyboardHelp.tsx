import { Button } from '@fluentui/react-components';
import { KeyboardRegular } from '@fluentui/react-icons';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLazyOpen } from '../kit/useLazyOpen.ts';
import { lazyPart } from '../kit/lazyPart.ts';

const KeyboardHelpDialog = lazyPart(() => import('./KeyboardHelpDialog.tsx'));

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `?` or the button shows what the keys do. */
export function KeyboardHelp() {
  const { t } = useTranslation();
  const place = useRef<HTMLSpanElement>(null);
  const { mounted, open, show, hide } = useLazyOpen(place);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target) && !event.ctrlKey && !event.metaKey) show();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [show]);
  return (
    <span ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      <Button appearance="subtle" size="small" icon={<KeyboardRegular />} aria-label={t('keys.open')} onClick={show} />
      {mounted && (
        <Suspense fallback={null}>
          <KeyboardHelpDialog open={open} onClose={hide} />
        </Suspense>
      )}
    </span>
  );
}
