import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureState } from './states/FailureState.tsx';
import { useCommands } from './CommandsContext.tsx';
import { useNotice } from './Notices.tsx';
import { useOutbox } from './useOutbox.ts';

const useStyles = makeStyles({ list: { display: 'grid', gap: tokens.spacingVerticalM } });

/** What could not be saved, why, and the two ways on: send again, or give it up and keep the text. */
export default function StuckDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const commands = useCommands();
  const { stuck } = useOutbox();
  const tell = useNotice();
  const giveUp = async (id: string) => {
    const content = await commands.outbox.drop(id);
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    try {
      await navigator.clipboard.writeText(text);
      tell({ text: t('saveState.dropped') });
    } catch {
      // Some hosts bar the clipboard. The text must not vanish with it: show it where it can be copied by hand.
      tell({ text: `${t('saveState.droppedNoCopy')} ${text}` });
    }
  };
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('saveState.stuckTitle')}</DialogTitle>
          <DialogContent className={styles.list}>
            <p>{t('saveState.stuckWords')}</p>
            {stuck.map(({ id, failure }) => (
              <FailureState key={id} error={failure} size="inline">
                <Button onClick={() => void giveUp(id)}>{t('saveState.giveUp')}</Button>
              </FailureState>
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('close')}</Button>
            <Button appearance="primary" onClick={() => void commands.outbox.retry()}>
              {t('saveState.sendAgain')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
