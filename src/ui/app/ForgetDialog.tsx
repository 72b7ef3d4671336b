import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { Forgotten } from './Forgotten.tsx';

interface ForgetDialogProps {
  readonly open: boolean;
  readonly onStay: () => void;
  /** @param page what is shown from then on; it is here already, with or without a network */
  readonly onForgotten: (page: ReactNode) => void;
}

/** What is taken off this machine and what is not, and whether words are among it that are nowhere else. */
export default function ForgetDialog({ open, onStay, onForgotten }: ForgetDialogProps) {
  const { t } = useTranslation('forgetting');
  const { session } = useCommands();
  const unsent = useQuery({ queryKey: ['hasUnsent'], queryFn: () => session.hasUnsent(), enabled: open, gcTime: 0, staleTime: 0 });
  const forget = useAction(async () => {
    await session.forgetMe();
    onStay();
    onForgotten(<Forgotten />);
  });
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && onStay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogContent>
            <p>{t('words')}</p>
            {unsent.data === true && <p>{t('unsent')}</p>}
            {forget.error !== null && <FailureState error={forget.error} size="inline" onRetry={forget.retry} />}
          </DialogContent>
          <DialogActions>
            {/* Until it is known whether something would be lost, nothing is taken. */}
            <Button disabledFocusable={forget.busy || unsent.isPending} onClick={() => void forget.run()}>
              {t(unsent.data === true ? 'leaveUnsent' : 'leave')}
            </Button>
            <Button appearance="primary" onClick={onStay}>
              {t('stay')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
