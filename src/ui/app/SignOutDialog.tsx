import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

interface SignOutDialogProps {
  readonly open: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asked before signing out takes words off this device that are nowhere else. */
export default function SignOutDialog({ open, onStay, onLeave }: SignOutDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && onStay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('signingOut.title')}</DialogTitle>
          <DialogContent>
            <p>{t('signingOut.words')}</p>
          </DialogContent>
          <DialogActions>
            <Button onClick={onLeave}>{t('signingOut.leave')}</Button>
            <Button appearance="primary" onClick={onStay}>
              {t('signingOut.stay')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
