import { Button } from '@fluentui/react-components';
import { BroomRegular } from '@fluentui/react-icons';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../kit/lazyPart.ts';
import { useLazyOpen } from '../kit/useLazyOpen.ts';

const ForgetDialog = lazyPart(() => import('./ForgetDialog.tsx'));

/** In Teams and Outlook, where signing out is the host's: the way to take everything of one's own off this machine. */
export default function ForgetMe({ onForgotten }: { onForgotten: (page: ReactNode) => void }) {
  const { t } = useTranslation('forgetting');
  const { mounted, open, show, hide } = useLazyOpen();
  return (
    <>
      <Button appearance="subtle" size="small" icon={<BroomRegular />} aria-label={t('open')} title={t('open')} onClick={show} />
      {mounted && (
        <Suspense fallback={null}>
          <ForgetDialog open={open} onStay={hide} onForgotten={onForgotten} />
        </Suspense>
      )}
    </>
  );
}
