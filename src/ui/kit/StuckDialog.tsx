import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsClosed } from '../../meeting/holdsClosed.ts';
import { CopyText } from './states/CopyText.tsx';
import { FailureState } from './states/FailureState.tsx';
import { isFailure } from '../../meeting/errors.ts';
import { lazyPart } from './lazyPart.ts';
import { useCommands } from './CommandsContext.tsx';
import { useNotice } from './Notices.tsx';
import { useOutbox } from './useOutbox.ts';

const AnotherWay = lazyPart(() => import('./states/AnotherWay.tsx'));

/** The agenda is stored, and did not get into the invitation the way it was meant to. */
const isAboutInvitation = (error: unknown): boolean =>
  (isFailure(error, 'TooLarge') && error.detail.about === 'invitation') || isFailure(error, 'InvitationNotOpen');

const useStyles = makeStyles({ list: { display: 'grid', gap: tokens.spacingVerticalM } });

/** What could not be saved, why, and the ways on: send again, send it another way where there is one, or give it up and keep the text. */
export default function StuckDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const commands = useCommands();
  const { stuck, orders } = useOutbox();
  const isStored = (id: string) =>
    orders.some(
      (order) => order.id === id && order.command === 'sendApology' && order.steps.some(({ name, state }) => name === 'stored' && state === 'done'),
    );
  const tell = useNotice();
  const [closed, setClosed] = useState<string | null>(null);
  const giveUp = async (id: string) => {
    const content = await commands.outbox.drop(id);
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    // A clipboard is read by every program, and often kept: what is closed is put there by a person, or not at all.
    if (holdsClosed(content)) {
      setClosed(text);
      return;
    }
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
            {stuck.map(({ id, command, failure }) => (
              <div key={id}>
                {isStored(id) && <p>{t('saveState.apologyStored')}</p>}
                <FailureState error={failure} size="inline">
                  {isAboutInvitation(failure) && (
                    <Suspense fallback={null}>
                      <AnotherWay id={id} command={command} />
                    </Suspense>
                  )}
                  <Button onClick={() => void giveUp(id)}>{t('saveState.giveUp')}</Button>
                </FailureState>
              </div>
            ))}
            {closed !== null && <CopyText label={t('saveState.droppedClosed')} text={closed} />}
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
