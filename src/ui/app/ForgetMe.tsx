import { Button } from '@fluentui/react-components';
import { BroomRegular } from '@fluentui/react-icons';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../kit/CommandsContext.tsx';
import { lazyPart } from '../kit/lazyPart.ts';
import { useLazyOpen } from '../kit/useLazyOpen.ts';

const ForgetDialog = lazyPart(() => import('./ForgetDialog.tsx'));

/** In Teams and Outlook, where signing out is the host's: the way to take everything of one's own off this machine. */
export function ForgetMe({ onForgotten }: { onForgotten: () => void }) {
  const { t } = useTranslation();
  const { signIn } = useHost();
  const { mounted, open, show, hide } = useLazyOpen();
  if (signIn.signOut) return null;
  return (
    <>
      <Button
        appearance="subtle"
        size="small"
        icon={<BroomRegular />}
        aria-label={t('forgetting.open')}
        title={t('forgetting.open')}
        onClick={show}
      />
      {mounted && (
        <Suspense fallback={null}>
          <ForgetDialog open={open} onStay={hide} onForgotten={onForgotten} />
        </Suspense>
      )}
    </>
  );
}
